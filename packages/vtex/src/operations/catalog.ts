// VTEX's requests, one a line: what it does, method and path, required query and body members, and its own host if any.
// See `readOperations` for how a line is read. Facts only: names, paths and members as VTEX spells them.

export const catalogOperations = {
  catalog: `
read GET /api/catalog_system/pvt/products/GetProductAndSkuIds
read GET /api/catalog/pvt/product/{productId}
idempotent PUT /api/catalog/pvt/product/{productId} {Name,CategoryId,BrandId}
read GET /api/catalog_system/pvt/products/productget/{productId}
read GET /api/catalog_system/pvt/products/productgetbyrefid/{refId}
read GET /api/catalog_system/pub/products/variations/{productId}
read GET /api/addon/pvt/review/GetProductRate/{productId}
create POST /api/catalog/pvt/product {Name}
read GET /api/catalog_system/pvt/products/{productId}/specification
create POST /api/catalog_system/pvt/products/{productId}/specification [Value]
read GET /api/catalog/pvt/product/{productId}/specification
create POST /api/catalog/pvt/product/{productId}/specification {FieldId}
idempotent DELETE /api/catalog/pvt/product/{productId}/specification
idempotent DELETE /api/catalog/pvt/product/{productId}/specification/{specificationId}
idempotent PUT /api/catalog/pvt/product/{productId}/specificationvalue {FieldName,GroupName,RootLevelSpecification,FieldValues}
read GET /api/catalog_system/pvt/sku/stockkeepingunitids ?page,pagesize
read GET /api/catalog_system/pvt/sku/stockkeepingunitbyid/{skuId}
read GET /api/catalog/pvt/stockkeepingunit ?RefId
create POST /api/catalog/pvt/stockkeepingunit {ProductId,Name,PackagedHeight,PackagedLength,PackagedWidth,PackagedWeightKg}
read GET /api/catalog_system/pvt/sku/stockkeepingunitidbyrefid/{refId}
read GET /api/catalog_system/pvt/sku/stockkeepingunitbyalternateId/{alternateId}
read GET /api/catalog_system/pvt/sku/stockkeepingunitByProductId/{productId}
read POST /api/catalog_system/pub/sku/stockkeepingunitidsbyrefids []
read GET /api/catalog/pvt/stockkeepingunit/{skuId}
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId} {ProductId,Name,PackagedHeight,PackagedLength,PackagedWidth,PackagedWeightKg,IsActive}
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/complement
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/complement/{complementTypeId}
read GET /api/catalog_system/pvt/sku/complements/{parentSkuId}/{type}
create POST /api/catalog/pvt/skucomplement {ParentSkuId,SkuId,ComplementTypeId}
read GET /api/catalog/pvt/skucomplement/{skuComplementId}
idempotent DELETE /api/catalog/pvt/skucomplement/{skuComplementId}
read GET /api/catalog_system/pvt/sku/stockkeepingunitbyean/{ean}
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/ean
idempotent DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/ean
create POST /api/catalog/pvt/stockkeepingunit/{skuId}/ean/{ean}
idempotent DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/ean/{ean}
create POST /api/catalog/pvt/skuattachment {AttachmentId,SkuId}
idempotent DELETE /api/catalog/pvt/skuattachment
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/attachment
idempotent DELETE /api/catalog/pvt/skuattachment/{skuAttachmentAssociationId}
create POST /api/catalog_system/pvt/sku/associateattachments {SkuId,AttachmentNames}
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/file
create POST /api/catalog/pvt/stockkeepingunit/{skuId}/file {Name,Url}
idempotent DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/file
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId}/file/{skuFileId} {Name,Url}
idempotent DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/file/{skuFileId}
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId}/file/reorder [Id,Position]
idempotent PUT /api/catalog/pvt/stockkeepingunit/copy/{skuIdfrom}/{skuIdto}/file
idempotent DELETE /api/catalog/pvt/stockkeepingunit/disassociate/{skuId}/file/{skuFileId}
read GET /api/catalog/pvt/stockkeepingunitkit
create POST /api/catalog/pvt/stockkeepingunitkit {StockKeepingUnitParent,StockKeepingUnitId,Quantity,UnitPrice}
idempotent DELETE /api/catalog/pvt/stockkeepingunitkit
read GET /api/catalog/pvt/stockkeepingunitkit/{kitId}
idempotent DELETE /api/catalog/pvt/stockkeepingunitkit/{kitId}
read GET /api/catalog_system/pvt/skuseller/{sellerId}/{sellerSkuId}
create POST /api/catalog_system/pvt/skuseller/remove/{sellerId}/{sellerSkuId}
create POST /api/catalog_system/pvt/skuseller/changenotification/{sellerId}/{sellerSkuId}
create POST /api/catalog_system/pvt/skuseller/changenotification/{skuId}
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/attribute
create POST /api/catalog/pvt/stockkeepingunit/{skuId}/attribute {SpecificationName,SpecificationValue}
idempotent DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/attribute
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/attribute/{skuAttributeId}
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId}/attribute/{skuAttributeId} {SpecificationName,SpecificationValue}
idempotent DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/attribute/{skuAttributeId}
read GET /api/catalog/pvt/skuservice/{skuServiceId}
idempotent PUT /api/catalog/pvt/skuservice/{skuServiceId} {SkuServiceTypeId,SkuServiceValueId,SkuId,Name,Text,IsActive}
idempotent DELETE /api/catalog/pvt/skuservice/{skuServiceId}
create POST /api/catalog/pvt/skuservice {SkuServiceTypeId,SkuServiceValueId,SkuId,Name,Text,IsActive}
create POST /api/catalog/pvt/skuservicetypeattachment {AttachmentId,SkuServiceTypeId}
idempotent DELETE /api/catalog/pvt/skuservicetypeattachment
idempotent DELETE /api/catalog/pvt/skuservicetypeattachment/{skuServiceTypeAttachmentId}
create POST /api/catalog/pvt/skuservicetype {Name,IsActive,ShowOnProductFront,ShowOnCartFront,ShowOnAttachmentFront,ShowOnFileUpload,IsGiftCard,IsRequired}
read GET /api/catalog/pvt/skuservicetype/{skuServiceTypeId}
idempotent PUT /api/catalog/pvt/skuservicetype/{skuServiceTypeId} {Name,IsActive,ShowOnProductFront,ShowOnCartFront,ShowOnAttachmentFront,ShowOnFileUpload,IsGiftCard,IsRequired}
idempotent DELETE /api/catalog/pvt/skuservicetype/{skuServiceTypeId}
create POST /api/catalog/pvt/skuservicevalue {SkuServiceTypeId,Name,Value,Cost}
read GET /api/catalog/pvt/skuservicevalue/{skuServiceValueId}
idempotent PUT /api/catalog/pvt/skuservicevalue/{skuServiceValueId} {SkuServiceTypeId,Name,Value,Cost}
idempotent DELETE /api/catalog/pvt/skuservicevalue/{skuServiceValueId}
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/specification
create POST /api/catalog/pvt/stockkeepingunit/{skuId}/specification {FieldId}
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId}/specification {Id,FieldId,FieldValueId}
idempotent DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/specification
idempotent DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/specification/{specificationId}
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId}/specificationvalue {FieldName,GroupName,RootLevelSpecification,FieldValues}
create POST /api/catalog/pvt/subcollection/{subCollectionId}/stockkeepingunit {SkuId}
idempotent DELETE /api/catalog/pvt/subcollection/{subCollectionId}/stockkeepingunit/{skuId}
read GET /api/catalog_system/pub/category/tree/{categoryLevels}
read GET /api/catalog/pvt/category/{categoryId}
idempotent PUT /api/catalog/pvt/category/{categoryId} {Name,Keywords,Title,Description,AdWordsRemarketingCode,LomadeeCampaignCode,FatherCategoryId,GlobalCategoryId,ShowInStoreFront,IsActive,ActiveStoreFrontLink,ShowBrandFilter,Score,StockKeepingUnitSelectionMode}
create POST /api/catalog/pvt/category {Name,Keywords,Title,Description,AdWordsRemarketingCode,LomadeeCampaignCode,FatherCategoryId,GlobalCategoryId,ShowInStoreFront,IsActive,ActiveStoreFrontLink,ShowBrandFilter,Score,StockKeepingUnitSelectionMode}
read GET /api/catalog/pvt/product/{productId}/similarcategory
create POST /api/catalog/pvt/product/{productId}/similarcategory/{categoryId}
idempotent DELETE /api/catalog/pvt/product/{productId}/similarcategory/{categoryId}
read GET /api/catalog_system/pub/specification/field/listByCategoryId/{categoryId}
read GET /api/catalog_system/pub/specification/field/listTreeByCategoryId/{categoryId}
create POST /api/catalog/pvt/subcollection/{subCollectionId}/category {CategoryId}
idempotent DELETE /api/catalog/pvt/subcollection/{subCollectionId}/category/{categoryId}
read GET /api/catalog_system/pvt/brand/list
read GET /api/catalog_system/pvt/brand/pagedlist ?pageSize,page
read GET /api/catalog_system/pvt/brand/{brandId}
create POST /api/catalog/pvt/brand {Id,Name}
read GET /api/catalog/pvt/brand/{brandId}
idempotent PUT /api/catalog/pvt/brand/{brandId} {Id,Name}
idempotent DELETE /api/catalog/pvt/brand/{brandId}
create POST /api/catalog/pvt/subcollection/{subCollectionId}/brand {BrandId}
idempotent DELETE /api/catalog/pvt/subcollection/{subCollectionId}/brand/{brandId}
read GET /api/catalog/pvt/attachment/{attachmentid}
idempotent PUT /api/catalog/pvt/attachment/{attachmentid} {Name,IsRequired,IsActive,Domains}
idempotent DELETE /api/catalog/pvt/attachment/{attachmentid}
create POST /api/catalog/pvt/attachment {Name,IsRequired,IsActive,Domains}
read GET /api/catalog/pvt/attachments
read GET /api/catalog/pvt/collection/inactive
create POST /api/catalog/pvt/collection {Name,Description,Searchable,Highlight,DateFrom,DateTo,TotalProducts,Type}
read GET /api/catalog/pvt/collection/stockkeepingunit/importfileexample
create POST /api/catalog/pvt/collection/{collectionId}/stockkeepingunit/importinsert
create POST /api/catalog/pvt/collection/{collectionId}/stockkeepingunit/importexclude
read GET /api/catalog/pvt/collection/{collectionId}/products
read GET /api/catalog/pvt/collection/{collectionId}
idempotent PUT /api/catalog/pvt/collection/{collectionId} {Name,Searchable,Highlight,DateFrom,DateTo}
idempotent DELETE /api/catalog/pvt/collection/{collectionId}
read GET /api/catalog/pvt/collection/{collectionId}/subcollection
read GET /api/catalog/pvt/subcollection/{subCollectionId}
idempotent PUT /api/catalog/pvt/subcollection/{subCollectionId} {CollectionId,Name,Type,PreSale,Release}
idempotent DELETE /api/catalog/pvt/subcollection/{subCollectionId}
create POST /api/catalog/pvt/subcollection {CollectionId,Name,Type,PreSale,Release}
create POST /api/catalog/pvt/collection/{collectionId}/position {skuId,position,subCollectionId}
read GET /api/catalog/pvt/subcollection/{subCollectionId}/specificationvalue
create POST /api/catalog/pvt/subcollection/{subCollectionId}/specificationvalue {SubCollectionId,SpecificationValueId}
idempotent DELETE /api/catalog/pvt/subcollection/{subCollectionId}/specificationvalue
read GET /api/catalog/pvt/specification/{specificationId}
idempotent PUT /api/catalog/pvt/specification/{specificationId} {FieldTypeId,CategoryId,FieldGroupId,Name,Description,Position,IsFilter,IsRequired,IsOnProductDetails,IsStockKeepingUnit,IsWizard,IsActive,IsTopMenuLinkActive,IsSideMenuLinkActive,DefaultValue}
create POST /api/catalog/pvt/specification {FieldTypeId,FieldGroupId,Name}
read GET /api/catalog_system/pub/specification/fieldGet/{fieldId}
create POST /api/catalog_system/pvt/specification/field {Name,CategoryId,IsActive,FieldId,IsRequired,FieldTypeId,FieldValueId,Description,IsStockKeepingUnit,IsFilter,IsOnProductDetails,Position,IsWizard,IsTopMenuLinkActive,IsSideMenuLinkActive,DefaultValue,FieldGroupId,FieldGroupName}
idempotent PUT /api/catalog_system/pvt/specification/field {Name,CategoryId,IsActive,FieldId,IsRequired,FieldTypeId,Description,IsStockKeepingUnit,IsWizard,IsFilter,IsOnProductDetails,Position,IsTopMenuLinkActive,IsSideMenuLinkActive,DefaultValue,FieldGroupId,FieldGroupName}
read GET /api/catalog_system/pvt/specification/fieldValue/{fieldValueId}
read GET /api/catalog_system/pub/specification/fieldvalue/{fieldId}
create POST /api/catalog_system/pvt/specification/fieldValue {FieldId,Name,Text,IsActive,Position}
idempotent PUT /api/catalog_system/pvt/specification/fieldValue {FieldId,Name,Text,IsActive,Position}
read GET /api/catalog/pvt/specificationvalue/{specificationValueId}
idempotent PUT /api/catalog/pvt/specificationvalue/{specificationValueId} {FieldId,Name}
create POST /api/catalog/pvt/specificationvalue {FieldId,Name}
read GET /api/catalog_system/pvt/specification/groupbycategory/{categoryId}
read GET /api/catalog_system/pub/specification/groupGet/{groupId}
create POST /api/catalog/pvt/specificationgroup {CategoryId,Name}
idempotent PUT /api/catalog/pvt/specificationgroup/{groupId} {CategoryId,Name,Id,Position}
read GET /api/catalog/pvt/specification/nonstructured/{Id}
idempotent DELETE /api/catalog/pvt/specification/nonstructured/{Id}
read GET /api/catalog/pvt/specification/nonstructured ?skuId
idempotent DELETE /api/catalog/pvt/specification/nonstructured ?skuId
read GET /api/catalog_system/pvt/saleschannel/list
read GET /api/catalog_system/pub/saleschannel/{salesChannelId}
read GET /api/catalog_system/pvt/seller/list
read GET /api/catalog_system/pvt/seller/{sellerId}
create POST /api/catalog_system/pvt/seller {SellerId,Name,Email,Description,ExchangeReturnPolicy,DeliveryPolicy,UseHybridPaymentOptions,UserName,Password,SecutityPrivacyPolicy,CNPJ,CSCIdentification,ArchiveId,UrlLogo,ProductCommissionPercentage,FreightCommissionPercentage,FulfillmentEndpoint,CatalogSystemEndpoint,IsActive,FulfillmentSellerId,SellerType,IsBetterScope}
idempotent PUT /api/catalog_system/pvt/seller {SellerId,Name,Email,Description,ExchangeReturnPolicy,DeliveryPolicy,UseHybridPaymentOptions,UserName,Password,SecutityPrivacyPolicy,CNPJ,CSCIdentification,ArchiveId,UrlLogo,ProductCommissionPercentage,FreightCommissionPercentage,FulfillmentEndpoint,CatalogSystemEndpoint,IsActive,FulfillmentSellerId,SellerType,IsBetterScope}
read GET /api/catalog_system/pvt/sellers/{sellerId}
create POST /api/catalog/pvt/supplier {Name,CorporateName,StateInscription,Cnpj,Phone,CellPhone,CorportePhone,Email,IsActive}
idempotent PUT /api/catalog/pvt/supplier/{supplierId} {Name,CorporateName,StateInscription,Cnpj,Phone,CellPhone,CorportePhone,Email,IsActive}
idempotent DELETE /api/catalog/pvt/supplier/{supplierId}
read GET /api/catalog/pvt/product/{productId}/salespolicy
create POST /api/catalog/pvt/product/{productId}/salespolicy/{tradepolicyId}
idempotent DELETE /api/catalog/pvt/product/{productId}/salespolicy/{tradepolicyId}
read GET /api/catalog_system/pvt/sku/stockkeepingunitidsbysaleschannel ?sc
read GET /api/catalog_system/pvt/products/GetIndexedInfo/{productId}
read GET /api/catalog_system/pvt/commercialcondition/list
read GET /api/catalog_system/pvt/commercialcondition/{commercialConditionId}
read GET /api/addon/pvt/giftlist/get/{listId}
read GET /api/catalog/pvt/product/{productId}/language
idempotent PUT /api/catalog/pvt/product/{productId}/language {Locale,Name,Title}
read GET /api/catalog/pvt/products/{productId}/specification/{specificationId}/language
idempotent PUT /api/catalog/pvt/products/{productId}/specification/{specificationId}/language {ProductId,SpecificationId,Locale,Name,Value}
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/language
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId}/language {Locale,Name,MeasurementUnit}
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/attribute/{skuAttributeId}/language
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId}/attribute/{skuAttributeId}/language {Id,Locale,AttributeName,AttributeValue}
read GET /api/catalog/pvt/stockkeepingunit/{skuId}/file/{skuFileId}/language
idempotent PUT /api/catalog/pvt/stockkeepingunit/{skuId}/file/{skuFileId}/language {Locale,Label,Name,Text}
read GET /api/catalog/pvt/specificationgroup/{specificationGroupId}/language
idempotent PUT /api/catalog/pvt/specificationgroup/{specificationGroupId}/language {Locale,Name}
read GET /api/catalog/pvt/specification/{specificationId}/language
idempotent PUT /api/catalog/pvt/specification/{specificationId}/language {Locale,Name}
read GET /api/catalog/pvt/specificationvalue/{valueId}/language
idempotent PUT /api/catalog/pvt/specificationvalue/{valueId}/language {Locale,Name}
read GET /api/catalog/pvt/category/{categoryId}/language
idempotent PUT /api/catalog/pvt/category/{categoryId}/language {Locale,Name}
read GET /api/catalog/pvt/brand/{brandId}/language
idempotent PUT /api/catalog/pvt/brand/{brandId}/language {Locale,Name}
read GET /api/catalog/pvt/attachment/{attachmentId}/language
idempotent PUT /api/catalog/pvt/attachment/{attachmentId}/language {Locale,Name}
read GET /api/catalog/pvt/skuservicetype/{skuServiceTypeId}/language
idempotent PUT /api/catalog/pvt/skuservicetype/{skuServiceTypeId}/language {Locale,Name}
read GET /api/catalog/pvt/skuservice/{skuserviceId}/language
idempotent PUT /api/catalog/pvt/skuservice/{skuserviceId}/language {Locale,Name}
read GET /api/catalog/pvt/skuservicevalue/{skuServiceValueId}/language
idempotent PUT /api/catalog/pvt/skuservicevalue/{skuServiceValueId}/language {Locale,Name}
read GET /api/catalog/pvt/collection/{collectionId}/language
idempotent PUT /api/catalog/pvt/collection/{collectionId}/language {Locale,Name}
read GET /api/catalog/pvt/assortment
create POST /api/catalog/pvt/assortment {name}
read GET /api/catalog/pvt/assortment/{productAssortmentID}
idempotent PUT /api/catalog/pvt/assortment/{productAssortmentID} {name}
idempotent DELETE /api/catalog/pvt/assortment/{productAssortmentID}
create POST /api/catalog/pvt/assortment/{productAssortmentID}/included-collections/{collectionID}
idempotent DELETE /api/catalog/pvt/assortment/{productAssortmentID}/included-collections/{collectionID}
create POST /api/catalog/pvt/assortment/{productAssortmentID}/excluded-collections/{collectionID}
idempotent DELETE /api/catalog/pvt/assortment/{productAssortmentID}/excluded-collections/{collectionID}
`,
  'legacy-search': `
read GET /api/catalog_system/pub/products/crossselling/whosawalsosaw/{productId}
read GET /api/catalog_system/pub/products/crossselling/whosawalsobought/{productId}
read GET /api/catalog_system/pub/products/crossselling/whoboughtalsobought/{productId}
read GET /api/catalog_system/pub/products/crossselling/showtogether/{productId}
read GET /api/catalog_system/pub/products/crossselling/accessories/{productId}
read GET /api/catalog_system/pub/products/crossselling/similars/{productId}
read GET /api/catalog_system/pub/products/crossselling/suggestions/{productId}
read GET /api/catalog_system/pub/products/search/{search}
read GET /api/catalog_system/pub/products/search
read GET /api/catalog_system/pub/products/search/{product-text-link}/p
read GET /api/catalog_system/pub/products/offers/{productId}
read GET /api/catalog_system/pub/products/offers/{productId}/sku/{skuId}
read GET /api/catalog_system/pub/facets/category/{categoryId}
read GET /api/catalog_system/pub/facets/search/{term} ?map
read GET /buscaautocomplete ?productNameContains
`,
  'sku-bindings': `
read GET /api/sku-binding/pvt/skusellers/{skuId}
read GET /api/sku-binding/pvt/skuseller/admin
read GET /api/sku-binding/pvt/skuseller/{sellerId}/{sellerSkuId}
idempotent PUT /api/sku-binding/pvt/skuseller/{sellerId}/{sellerSkuId} {StockKeepingUnitId}
read GET /api/sku-binding/pvt/skuseller/list/bysellerId/{sellerId}
read GET /api/sku-binding/pvt/skuseller/paged/sellerid/{sellerId} ?page,size
create POST /api/sku-binding/pvt/skuseller/changenotification/{skuId}
create POST /api/sku-binding/pvt/skuseller/changenotification/{sellerId}/{sellerSkuId}
create POST /api/sku-binding/pvt/skuseller/insertion {StockKeepingUnitId,IsActive,SellerId,SellerStockKeepingUnitId}
create POST /api/sku-binding/pvt/skuseller/activate/{sellerId}/{skuSellerId}
create POST /api/sku-binding/pvt/skuseller/inactivate/{sellerId}/{skuSellerId}
create POST /api/sku-binding/pvt/skuseller/remove/{sellerId}/{sellerSkuId}
`,
} as const;
