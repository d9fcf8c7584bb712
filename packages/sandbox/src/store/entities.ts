// The things a VTEX store keeps, with the field names of the VTEX answers. Types only.

export interface Category {
  Id: number;
  Name: string;
  FatherCategoryId: number | null;
  Title: string | null;
  Description: string | null;
  Keywords: string | null;
  IsActive: boolean;
  LomadeeCampaignCode: string | null;
  AdWordsRemarketingCode: string | null;
  ShowInStoreFront: boolean;
  ShowBrandFilter: boolean;
  ActiveStoreFrontLink: boolean;
  GlobalCategoryId: number | null;
  StockKeepingUnitSelectionMode: string;
  Score: number | null;
  LinkId: string;
}

export interface Brand {
  Id: number;
  Name: string;
  Text: string | null;
  Keywords: string | null;
  SiteTitle: string | null;
  Active: boolean;
  MenuHome: boolean;
  AdWordsRemarketingCode: string | null;
  LomadeeCampaignCode: string | null;
  Score: number | null;
  LinkId: string;
}

export interface Product {
  Id: number;
  Name: string;
  DepartmentId: number;
  CategoryId: number;
  BrandId: number;
  LinkId: string;
  RefId: string | null;
  IsVisible: boolean;
  Description: string | null;
  DescriptionShort: string | null;
  ReleaseDate: string | null;
  KeyWords: string | null;
  Title: string | null;
  IsActive: boolean;
  TaxCode: string | null;
  MetaTagDescription: string | null;
  SupplierId: number | null;
  ShowWithoutStock: boolean;
  AdWordsRemarketingCode: string | null;
  LomadeeCampaignCode: string | null;
  Score: number | null;
}

export interface Sku {
  Id: number;
  ProductId: number;
  IsActive: boolean;
  ActivateIfPossible: boolean;
  Name: string;
  RefId: string | null;
  PackagedHeight: number;
  PackagedLength: number;
  PackagedWidth: number;
  PackagedWeightKg: number;
  Height: number | null;
  Length: number | null;
  Width: number | null;
  WeightKg: number | null;
  CubicWeight: number | null;
  IsKit: boolean;
  CreationDate: string;
  RewardValue: number | null;
  EstimatedDateArrival: string | null;
  ManufacturerCode: string | null;
  CommercialConditionId: number;
  MeasurementUnit: string;
  UnitMultiplier: number;
  ModalType: string | null;
  KitItensSellApart: boolean;
  Videos: string[] | null;
}

export interface SkuFile {
  Id: number;
  ArchiveId: number;
  SkuId: number;
  Name: string;
  IsMain: boolean;
  Label: string | null;
  Text: string | null;
  Url: string;
  FileLocation: string;
  Position: number;
}

export interface Specification {
  Id: number;
  FieldId: number;
  FieldValueId: number;
  FieldName: string;
  GroupName: string;
  Text: string;
}

/** `CategoryId` null: level zero, which every category inherits. */
export interface SpecificationGroup {
  Id: number;
  CategoryId: number | null;
  Name: string;
  Position: number;
}

export interface SpecificationField {
  Id: number;
  FieldTypeId: number;
  CategoryId: number | null;
  FieldGroupId: number;
  Name: string;
  Description: string | null;
  Position: number;
  IsFilter: boolean;
  IsRequired: boolean;
  IsOnProductDetails: boolean;
  IsStockKeepingUnit: boolean;
  IsWizard: boolean;
  IsActive: boolean;
  IsTopMenuLinkActive: boolean;
  IsSideMenuLinkActive: boolean;
  DefaultValue: string | null;
}

export interface SpecificationValue {
  FieldValueId: number;
  FieldId: number;
  Name: string;
  Text: string | null;
  IsActive: boolean;
  Position: number;
}

export interface KitItem {
  Id: number;
  StockKeepingUnitParent: number;
  StockKeepingUnitId: number;
  Quantity: number;
  UnitPrice: number;
}

/** Types: 1 accessory, 2 suggestion, 3 similar, 5 shown together. */
export interface Complement {
  Id: number;
  SkuId: number;
  ParentSkuId: number;
  ComplementTypeId: number;
}

export interface Collection {
  Id: number;
  Name: string;
  Description: string | null;
  Searchable: boolean;
  Highlight: boolean;
  DateFrom: string;
  DateTo: string;
  Type: string;
}

/** A group of SKUs within a collection. */
export interface Subcollection {
  Id: number;
  CollectionId: number;
  Name: string;
  Type: string;
  PreSale: boolean;
  Release: boolean;
  skus: number[];
}

export interface FixedPrice {
  tradePolicyId: string;
  value: number;
  listPrice: number | null;
  minQuantity: number;
  dateRange?: { from: string; to: string };
}

export interface Price {
  itemId: string;
  listPrice: number | null;
  costPrice: number | null;
  markup: number | null;
  /** Null while only fixed prices were ever set. */
  basePrice: number | null;
  fixedPrices: FixedPrice[];
}

export interface Warehouse {
  id: string;
  name: string;
  warehouseDocks: { dockId: string; time: string; cost: number }[];
  pickupPointIds: string[];
  priority: number;
  isActive: boolean;
}

export interface Stock {
  warehouseId: string;
  quantity: number;
  unlimited: boolean;
  leadTime: string;
  /** Balance date the writer gave, or the moment of the write. */
  balanceAt: string;
}

/** 0 NotCommitted, 1 Authorized, 2 Confirmed, 3 aborted, 4 expired, 5 cancelled by hand. */
export interface Reservation {
  lockId: string;
  salesChannel: string;
  status: 0 | 1 | 2 | 3 | 4 | 5;
  /** Handed over to the ERP: the next stock write of the SKU and warehouse drops it. */
  acknowledged: boolean;
  items: { skuId: number; warehouseId: string; quantity: number }[];
  request: unknown;
  reservedAt: string;
  updatedAt: string;
  expiresAt: string;
}
