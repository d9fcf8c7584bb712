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
