// What VTEX's SOAP Web Service takes and answers, as its contract of 2019 has it: names, types, and members in the
// order in which the service reads them. Facts only; the short notation is ours.

/** `int`, `string`, a type below, an enumeration, or a list of one of them (`int[]`). */
export interface SoapMember {
  name: string;
  type: string;
}

export interface SoapMethod {
  name: string;
  parameters: readonly SoapMember[];
  /** Absent where the method answers nothing. */
  result?: string;
  /** Answered beside the result. */
  more: readonly SoapMember[];
}

export const soapNamespaces = {
  envelope: 'http://schemas.xmlsoap.org/soap/envelope/',
  /** Methods and their parameters. */
  service: 'http://tempuri.org/',
  /** Members of types. */
  contracts: 'http://schemas.datacontract.org/2004/07/Vtex.Commerce.WebApps.AdminWcfService.Contracts',
  /** Items of lists of plain values. */
  arrays: 'http://schemas.microsoft.com/2003/10/Serialization/Arrays',
  instance: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

// Name(parameter:type, …) result more:type
const methods = `
StockKeepingUnitInsertUpdate(stockKeepingUnitVO:StockKeepingUnitDTO) StockKeepingUnitDTO
StockKeepingUnitPriceUpdate(stockKeepintUnitId:int, price:decimal, listPrice:decimal, costPrice:decimal)
StockKeepingUnitPriceUpdateByRefId(stockKeepintUnitRefId:string, price:decimal, listPrice:decimal, costPrice:decimal)
StockKeepingUnitGet(id:int) StockKeepingUnitDTO
StockKeepingUnitGetByManufacturerCode(manufacturer:string) StockKeepingUnitDTO[]
StockKeepingUnitGetByRefId(refId:string) StockKeepingUnitDTO
StockKeepingUnitGetAllByProduct(idProduct:int) StockKeepingUnitDTO[]
StockKeepingUnitGetByEan(EAN13:string) StockKeepingUnitDTO
StockKeepingUnitActive(idStockKeepingUnit:int)
ProductInsertUpdate(productVO:ProductDTO) ProductDTO
ProductGet(idProduct:int) ProductDTO
ProductGetByRefId(refId:string) ProductDTO
ProductGetSimilarCategory(productId:int) int[]
ProductSetSimilarCategory(productId:int, categoryId:int)
ProductGetAllFromUpdatedDateAndId(dateUpdated:dateTime, productid:int, topRows:int) ProductDTO[]
ProductActive(idProduct:int)
StockKeepingUnitKitListByParent(idSkuParent:int) StockKeepingUnitKitDTO[]
StockKeepingUnitKitListBySkuId(idSku:int) StockKeepingUnitKitDTO[]
StockKeepingUnitKitDeleteByParent(idSkuParent:int)
StockKeepingUnitKitInsertUpdate(stockKeepingUnitKit:StockKeepingUnitKitDTO) StockKeepingUnitKitDTO stockKeepingUnitKitId:int
ServiceGet(idService:int) ServiceDTO
ServicePriceGet(idServicePrice:int) ServicePriceDTO
ServicePriceList(idService:int) ServicePriceDTO[]
ServiceInsertUpdate(service:ServiceDTO) ServiceDTO serviceId:int
ServicePriceInsertUpdate(servicePrice:ServicePriceDTO) ServicePriceDTO servicePriceId:int
StockKeepingUnitServiceGet(idStockKeepingUnitService:int) StockKeepingUnitServiceDTO
StockKeepingUnitServiceList(idSku:int) StockKeepingUnitServiceDTO[]
StockKeepingUnitServiceInsertUpdate(stockKeepingUnitService:StockKeepingUnitServiceDTO) StockKeepingUnitServiceDTO stockKeepingUnitServiceId:int
BrandGet(idBrand:int) BrandDTO
BrandGetByName(nameBrand:string) BrandDTO
BrandInsertUpdate(brand:BrandDTO) BrandDTO
CategoryGet(idCategory:int) CategoryDTO
CategoryGetByName(nameCategory:string) CategoryDTO
CategoryInsertUpdate(category:CategoryDTO) CategoryDTO
ImageServiceCopyAllImagesFromSkuToSku(stockKeepingUnitIdFrom:int, stockKeepingUnitIdTo:int)
ImageServiceInsertUpdate(urlImage:string, imageName:string, stockKeepingUnitId:int, fileId:int)
ImageInsertUpdate(image:ImageDTO)
ImageListByStockKeepingUnitId(StockKeepingUnitId:int, ArchiveTypeId:int) ImageDTO[]
StockKeepingUnitImageRemove(stockKeepingUnitId:int)
StockKeepingUnitImageRemoveByName(imageName:string)
StockKeepingUnitEspecificationListBySkuId(skuId:int) FieldDTO[]
ProductEspecificationListByProductId(productId:int) FieldDTO[]
StockKeepingUnitComplementInsertUpdate(objStockKeepingUnitComplementDTO:StockKeepingUnitComplementDTO)
ProductEspecificationInsert(idProduct:int, fieldName:string, fieldValues:string[])
ProductEspecificationInsertByList(listProductFieldName:ProductFieldNameDTO[])
ProductEspecificationInsertByFieldId(idProduct:int, fieldId:int, fieldValues:string[])
ProductEspecificationInsertByListFieldIds(listStockKeepingUnitEspecificationFieldId:ProductFieldIdDTO[])
ProductEspecificationTextInsertByFieldId(idProduct:int, fieldId:int, Description:string)
StockKeepingUnitEspecificationInsert(idSku:int, fieldName:string, fieldValues:string[])
StockKeepingUnitEspecificationInsertByList(listStockKeepingUnitName:StockKeepingUnitFieldNameDTO[])
StockKeepingUnitEspecificationInsertByFieldId(idSku:int, fieldId:int, fieldValues:string[])
StoreList() StoreDTO[]
StoreGet(storeId:int) StoreDTO
GiftCardInsertUpdate(giftcard:GiftCardDTO) GiftCardDTO
GiftCardTransactionItemInsert(giftCardTransactionItem:GiftCardTransactionItemDTO) boolean
GiftCardGet(Id:int) GiftCardDTO
GiftCardGetByRedeptionCode(redeptionCode:string) GiftCardDTO
GiftListGet(idGiftList:int) GiftListDTO
GiftListGetByClientEmail(clientEmail:string) GiftListDTO[]
GiftListGetByClientCpf(clientCpfCnpj:string) GiftListDTO[]
GiftListGetType(giftListTypeId:int) GiftListTypeDTO
GiftListGetByCreatedDate(createdDate:dateTime) GiftListDTO[]
GiftListGetAllFromCreatedDateAndId(createdDate:dateTime, startingGiftListId:int, topRows:int) GiftListDTO[]
GiftListGetAllBetweenEventDateIntervalAndId(eventDateBegin:dateTime, eventDateEnd:dateTime, startingGiftListId:int, topRows:int) GiftListDTO[]
GiftListGetByModifiedDate(modifiedDate:dateTime) GiftListDTO[]
GiftListGetAllFromModifiedDateAndId(modifiedDate:dateTime, startingGiftListId:int, topRows:int) GiftListDTO[]
GiftListGetByGifted(gifted:string) GiftListDTO[]
GiftListInsertUpdate(giftList:GiftListDTO) GiftListDTO
GiftListV2Filters(giftListTypeId:int, giftListId:int, clientId:int, eventDateSince:dateTime, eventDateUntil:dateTime, isActive:boolean) GiftListDTO[]
GiftListSearch(clientName:string, eventLocation:string, eventCity:string, eventDate:dateTime) GiftListDTO[]
GiftListSearchWithSurname(clientName:string, clientSurname:string, eventLocation:string, eventCity:string, eventDate:dateTime) GiftListDTO[]
GiftListMemberInsertUpdate(giftListMember:GiftListMemberDTO[]) GiftListMemberDTO[]
GiftListMemberDelete(GiftListMemberId:int, GiftListId:int)
GiftListSkuInsert(giftListSku:GiftListStockKeepingUnitDTO) GiftListStockKeepingUnitDTO
GiftListSkuGet(idGiftList:int) GiftListStockKeepingUnitDTO[]
GiftListSkuSetPurchased(giftListId:int, skuId:int, Quantity:int, orderId:int)
GiftListSkuDeleteByList(giftListId:int, skuQuantity:StockKeepingUnitQuantityDTO[])
GiftListSkuDelete(giftListId:int, skuId:int, Quantity:int)
IntegrationLogErrorInsertUpdate(errorType:ErrorType, instance:string, error:string, errorDetail:string)
IntegrationErrorCheckInstanceExists(errorType:ErrorType, instance:string) boolean
`;

// A type, and on the lines below it its members in their order.
const types = `
StockKeepingUnitDTO
  CommercialConditionId:int CostPrice:decimal CubicWeight:decimal DateUpdated:dateTime
  EstimatedDateArrival:dateTime Height:decimal Id:int InternalNote:string IsActive:boolean
  IsAvaiable:boolean IsKit:boolean Length:decimal ListPrice:decimal ManufacturerCode:string
  MeasurementUnit:string ModalId:int ModalType:string Name:string Price:decimal ProductId:int
  ProductName:string RealHeight:decimal RealLength:decimal RealWeightKg:decimal RealWidth:decimal
  RefId:string RewardValue:decimal StockKeepingUnitEans:StockKeepingUnitEanDTO[] UnitMultiplier:decimal
  VenderSeparadamente:boolean WeightKg:decimal Width:decimal
StockKeepingUnitEanDTO
  Ean:string
ProductDTO
  AdWordsRemarketingCode:string BrandId:int CategoryId:int DepartmentId:int Description:string
  DescriptionShort:string Id:int IsActive:boolean IsVisible:boolean KeyWords:string LinkId:string
  ListStoreId:int[] LomadeeCampaignCode:string MetaTagDescription:string Name:string RefId:string
  ReleaseDate:dateTime Score:int ShowWithoutStock:boolean SupplierId:int TaxCode:string Title:string
BrandDTO
  AdWordsRemarketingCode:string Description:string Id:int IsActive:boolean Keywords:string
  LomadeeCampaignCode:string Name:string Score:int Title:string
CategoryDTO
  AdWordsRemarketingCode:string Description:string FatherCategoryId:int Id:int IsActive:boolean
  Keywords:string LomadeeCampaignCode:string Name:string Score:int ShowBrandFilter:boolean Title:string
StockKeepingUnitKitDTO
  Amount:int Id:int StockKeepingUnitId:int StockKeepingUnitParent:int UnitPrice:decimal
ServiceDTO
  Id:int IsActive:boolean IsFile:boolean IsGiftCard:boolean IsRequired:boolean IsVisibleOnCart:boolean
  IsVisibleOnProduct:boolean IsVisibleOnService:boolean Name:string
ServicePriceDTO
  Id:int ListPrice:decimal Name:string Price:decimal Service:ServiceDTO ServiceId:int
StockKeepingUnitServiceDTO
  Description:string Id:int IsActive:boolean Name:string ServiceId:int ServicePrice:ServicePriceDTO
  ServicePriceId:int StockKeepingUnitId:int
ImageDTO
  ArchiveFormatId:int ArchiveParentId:int ArchiveTypeId:int DateLastModified:dateTime Description:string
  FileLocation:string Height:int HeightUnitMeasure:string Id:int IsMain:boolean Label:string Name:string
  StockKeepingUnitId:int Tag:string Url:string Width:int WidthUnitMeasure:string
FieldDTO
  CategoryId:int Description:string FieldId:int FieldTypeId:int FieldTypeName:string FieldValueId:int
  IsActive:boolean IsRequired:boolean IsStockKeepingUnit:boolean Name:string
StockKeepingUnitComplementDTO
  ComplementType:ComplementTypeEnum StockKeepingUnitComplements:int[] StockKeepingUnitId:int
ProductFieldNameDTO
  fieldName:string fieldValues:string[] productid:int
ProductFieldIdDTO
  fieldId:int fieldValues:string[] productid:int
StockKeepingUnitFieldNameDTO
  fieldName:string fieldValues:string[] idSku:int
StoreDTO
  Id:int IsActive:boolean Name:string
GiftCardDTO
  EmissionDate:dateTime ExpiringDate:dateTime Funds:decimal Id:int MultipleCredits:boolean
  MultipleRedemptions:boolean OwnerId:string RedeptionCode:string RestrictedToOwner:boolean
  StatusId:short
GiftCardTransactionItemDTO
  OrderId:int RedemptionCode:string StockKeepingUnitId:int TransactionAction:TransactionAction
  TransactionConfirmed:boolean Value:decimal
GiftListDTO
  ClientAddressId:int ClientId:int DateCreated:dateTime DateModified:dateTime EventCity:string
  EventDate:dateTime EventLocation:string EventState:string FileId:int GiftCardId:int GiftListId:int
  GiftListMembers:GiftListMemberDTO[] GiftListTypeId:int Gifted:string IsActive:boolean IsPublic:boolean
  Message:string Name:string ProfileSystemUserAddressName:string ProfileSystemUserId:string
  UrlFolder:string Version:int
GiftListMemberDTO
  GiftListMemberId:int GiftListId:int ClientId:int Title:string Name:string Surname:string Mail:string
  Text1:string Text2:string IsAdmin:boolean IsActive:boolean ProfileSystemUserId:string
GiftListTypeDTO
  GiftListTypeId:int Name:string Description:string IsMessageAvailable:boolean IsStockImpact:boolean
  ShipToListOwner:boolean DaysToExpireToVisitors:int DaysToExpireToMembers:int DaysToEventMin:int
  DaysToEventMax:int MemberMin:int MemberMax:int MemberTitle:string TextTitle1:string TextTitle2:string
  IsPublic:boolean IsProtected:boolean IsUnique:boolean IsActive:boolean Version:int
  GiftCardRechargeSkuId:int
GiftListStockKeepingUnitDTO
  DateCreated:dateTime DatePurchased:dateTime FreightAndServicesValue:decimal GiftListId:int
  GiftListSkuId:int InsertedByClientId:int InsertedByProfileSystemUserId:string ItemValue:decimal
  OmsOrderId:string OrderId:int OrderMessage:string OrderMessageFrom:string OrderMessageTo:string
  OrderResponseMessage:string SkuId:int WishedByClientId:int WishedByProfileSystemUserId:string
  _IsOrderFinished:boolean
StockKeepingUnitQuantityDTO
  Quantity:int StockKeepingUnitId:int
`;

const enumerations = `
ComplementTypeEnum Accessory Sugestion Similarly Generic ShowTogether
TransactionAction Credit Debit
ErrorType CATEGORIA CLIENTE ESTOQUE IMAGEM KIT MARCA PEDIDO PRODUTO SKU SERVICO ENTREGA TRACKING FRETE FRETEVALOR GIFTCARD EMAILQUEUE GIFTLIST GIFTLISTSKU BUYTOGETHER
`;

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function member(text: string): SoapMember {
  const [name = '', type = ''] = text.split(':');
  return { name, type };
}

function readMethod(line: string): SoapMethod {
  const [, name = '', parameters = '', after = ''] = /^(\w+)\((.*)\)(.*)$/.exec(line) ?? [];
  const [result, ...more] = after.split(' ').filter((part) => part !== '');
  return {
    name,
    parameters: parameters === '' ? [] : parameters.split(', ').map(member),
    ...(result !== undefined && { result }),
    more: more.map(member),
  };
}

function readTypes(): Map<string, readonly SoapMember[]> {
  const known = new Map<string, SoapMember[]>();
  let members: SoapMember[] = [];
  for (const line of lines(types)) {
    if (line.startsWith(' ')) members.push(...line.trim().split(' ').map(member));
    else known.set(line, (members = []));
  }
  return known;
}

/** Every method by name. */
export const soapMethods: ReadonlyMap<string, SoapMethod> = new Map(
  lines(methods).map((line) => [line.slice(0, line.indexOf('(')), readMethod(line)]),
);

/** Every type by name, its members in the order of the contract. */
export const soapTypes: ReadonlyMap<string, readonly SoapMember[]> = readTypes();

/** The words an enumeration allows. */
export const soapEnumerations: ReadonlyMap<string, readonly string[]> = new Map(
  lines(enumerations).map((line) => {
    const [name = '', ...words] = line.split(' ');
    return [name, words];
  }),
);

/** True for a method that only reads. The names tell. */
export function soapReads(method: string): boolean {
  return !/Insert|Update(?!d)|Delete|Remove|Set|Active|Copy/.test(method);
}
