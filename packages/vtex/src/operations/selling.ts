// VTEX's requests, one a line: what it does, method and path, required query and body members, and its own host if any.
// See `readOperations` for how a line is read. Facts only: names, paths and members as VTEX spells them.

export const sellingOperations = {
  pricing: `
read GET /pricing/prices/{itemId}
idempotent PUT /pricing/prices/{itemId}
idempotent DELETE /pricing/prices/{itemId}
read GET /pricing/prices/{itemId}/fixed
idempotent PATCH /pricing/prices/{itemId}/fixed [minQuantity,value,tradePolicyId]
read GET /pricing/prices/{itemId}/fixed/{priceTableId}
create POST /pricing/prices/{itemId}/fixed/{priceTableId} [value,minQuantity]
idempotent DELETE /pricing/prices/{itemId}/fixed/{priceTableId}
read GET /pricing/prices/{itemId}/computed
read GET /pricing/prices/{itemId}/computed/{priceTableId}
read GET /pricing/config
read GET /pricing/migration
read GET /pricing/pipeline/catalog/{priceTableId}
idempotent PUT /pricing/pipeline/catalog/{priceTableId} {rules}
idempotent PUT /pricing/tables/{priceTableId}
read GET /pricing/pipeline/catalog
read GET /pricing/tables
`,
  'bulk-pricing': `
create POST /api/price-importer/pvt/import/{importType} {contentType,contentLengthBytes}
read GET /api/price-importer/pvt/batches/{batchId}
read GET /api/price-importer/pvt/batches/{batchId}/errors
`,
  'pricing-hub': `
read POST /api/pricing-hub/prices ?an {items,salesChannel,email} @pricing-hub
idempotent PUT /api/pricing-hub/prices/config {appName} @pricing-hub
`,
  'price-simulations': `
read GET /_v/custom-prices/session/schema
create POST /_v/custom-prices/session/schema {fields}
create POST /sessions {fields}
read GET /_v/custom-prices/rules/{priceAssociationId}
idempotent PUT /_v/custom-prices/rules/{priceAssociationId} {orderType,state,pricetable}
idempotent DELETE /_v/custom-prices/rules/{priceAssociationId}
create POST /_v/custom-prices/rules {pricetable}
`,
  'promotions-taxes': `
create POST /api/rnb/pvt/multiple-coupons [quantity,couponConfiguration]
read GET /api/rnb/pvt/coupon
create POST /api/rnb/pvt/coupon {utmSource,couponCode,maxItemsPerClient,expirationIntervalPerUse}
read GET /api/rnb/pvt/coupon/{couponCode}
read GET /api/rnb/pvt/archive/coupon/{couponCode}
create POST /api/rnb/pvt/archive/coupon/{couponCode}
create POST /api/rnb/pvt/coupons ?quantity {utmSource,utmCampaign,couponCode,maxItemsPerClient,expirationIntervalPerUse}
read GET /api/rnb/pvt/coupon/usage/{couponCode}
create POST /api/rnb/pvt/unarchive/coupon/{couponCode}
read GET /api/rnb/pvt/benefits/calculatorconfiguration
read GET /api/rnb/pvt/benefits/calculatorconfiguration/search ?byName
read GET /api/rnb/pvt/taxes/calculatorconfiguration
read GET /api/rnb/pvt/calculatorconfiguration/{idCalculatorConfiguration}
create POST /api/rnb/pvt/calculatorconfiguration/{promotionId}/seller-opt ?an {sellerIds,operation}
create POST /api/rnb/pvt/calculatorconfiguration {type,isActive,origin,beginDateUtc,percentualShippingDiscountValue}
create POST /api/rnb/pvt/import/calculatorConfiguration
idempotent PUT /api/rnb/pvt/import/calculatorConfiguration/{promotionId}
create POST /api/rnb/pvt/archive/calculatorConfiguration/{idCalculatorConfiguration}
create POST /api/rnb/pvt/unarchive/calculatorConfiguration/{idCalculatorConfiguration}
read GET /api/rnb/pvt/archive/benefits/calculatorConfiguration
read GET /api/rnb/pvt/archive/taxes/calculatorConfiguration
read GET /api/pricing/pvt/price-sheet/{skuId} ?an
idempotent DELETE /api/pricing/pvt/price-sheet/{skuId} ?an
read GET /api/pricing/pvt/price-sheet/all/{page}/{pageSize} ?an
read POST /api/pricing/pvt/price-sheet/context ?an {id,itemId,salesChannel,sellerId,validFrom,validTo}
read GET /api/pricing/pvt/price-sheet/{skuId}/{tradePolicy} ?an
create POST /api/pricing/pvt/price-sheet ?an [itemId,salesChannel,sellerId,price,listPrice,validFrom,validTo]
create POST /pub/bundles {isShoppingCart,origin,salesChannel,profileId,items,params}
read GET /api/rnb/pvt/campaignConfiguration/{campaignId}
read GET /api/rnb/pvt/campaignConfiguration
create POST /api/rnb/pvt/campaignConfiguration {}
`,
  'promotions-taxes-v2': `
read GET /api/rnb/v2/pvt/coupon
read GET /api/rnb/v2/pvt/coupon/group/archived
read GET /api/rnb/v2/pvt/coupon/group/{groupingKey}
idempotent PUT /api/rnb/v2/pvt/coupon/group/{groupingKey} {isArchived,maxUsage}
read GET /api/rnb/v2/pvt/coupon/group/{groupingKey}/codes
idempotent PUT /api/rnb/v2/pvt/coupon/group/{groupingKey}/archive
create POST /api/rnb/v2/pvt/coupon/group [couponConfiguration,quantity]
idempotent PUT /api/rnb/v2/pvt/coupon/group/{groupingKey}/unarchive
read GET /api/rnb/v2/pvt/coupon/usage-count/{couponCode}
read GET /api/rnb/v2/pvt/coupon/usage-count/group/{groupingKey}
`,
  logistics: `
read GET /api/logistics/pvt/shipping-policies/{id}
idempotent PUT /api/logistics/pvt/shipping-policies/{id} {name,shippingMethod,deliveryOnWeekends,maxDimension,isActive}
idempotent DELETE /api/logistics/pvt/shipping-policies/{id}
read GET /api/logistics/pvt/shipping-policies
create POST /api/logistics/pvt/shipping-policies {id,name,shippingMethod,weekendAndHolidays,maxDimension,numberOfItemsPerShipment,minimumValueAceptable,maximumValueAceptable,deliveryScheduleSettings,cubicWeightSettings,modalSettings,businessHourSettings,pickupPointsSettings,isActive}
create POST /api/logistics/pvt/configuration/freights/{carrierId}/values/update [absoluteMoneyCost,country,maxVolume,operationType,pricePercent,pricePercentByWeight,timeCost,weightEnd,weightStart,zipCodeEnd,zipCodeStart,polygon]
read GET /api/logistics/pvt/configuration/freights/{carrierId}/{postalcode}/values
read GET /api/logistics/pvt/configuration/carriers/{carrierId}/getdayofweekblocked
create POST /api/logistics/pvt/configuration/carriers/{carrierId}/adddayofweekblocked
create POST /api/logistics/pvt/configuration/carriers/{carrierId}/removedayofweekblocked
read GET /api/logistics/pvt/configuration/docks
create POST /api/logistics/pvt/configuration/docks {id,name,priority,dockTimeFake,timeFakeOverhead,salesChannels,salesChannel,freightTableIds,wmsEndPoint,address}
read GET /api/logistics/pvt/configuration/docks/{dockId}
idempotent DELETE /api/logistics/pvt/configuration/docks/{dockId}
create POST /api/logistics/pvt/configuration/docks/{dockId}/activation
create POST /api/logistics/pvt/configuration/docks/{dockId}/deactivation
read GET /api/logistics/pvt/configuration/warehouses
create POST /api/logistics/pvt/configuration/warehouses {id,name,warehouseDocks}
read GET /api/logistics/pvt/configuration/warehouses/{warehouseId}
idempotent DELETE /api/logistics/pvt/configuration/warehouses/{warehouseId}
create POST /api/logistics/pvt/configuration/warehouses/{warehouseId}/activation
create POST /api/logistics/pvt/configuration/warehouses/{warehouseId}/deactivation
read GET /api/logistics/pvt/inventory/skus/{skuId}
read GET /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}
idempotent PUT /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId} {quantity,unlimitedQuantity,leadTime}
idempotent PATCH /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}/quantity {quantity,unlimitedQuantity}
idempotent PATCH /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}/lead-time {leadTime}
read GET /api/logistics/pvt/inventory/items/{skuId}/docks/{dockId}
read GET /api/logistics/pvt/inventory/items/{skuId}/docks/{dockId}/warehouses/{warehouseId}
read GET /api/logistics/pvt/inventory/items/{itemId}/warehouses/{warehouseId}/dispatched
read GET /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/supplyLots
idempotent PUT /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/supplyLots/{supplyLotId} {quantity,dateOfSupplyUtc}
create POST /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/supplyLots/{supplyLotId}/transfer
create POST /availability/v1/inventory/batch
create POST /availability/v1/inventory/batch/{batchId}/confirm
read GET /availability/v1/inventory/batch/{batchId}/status
read GET /availability/v1/inventory/batch/{batchId}/errors
read GET /api/logistics/pvt/configuration/holidays/{holidayId}
idempotent PUT /api/logistics/pvt/configuration/holidays/{holidayId} {name,startDate}
idempotent DELETE /api/logistics/pvt/configuration/holidays/{holidayId}
read GET /api/logistics/pvt/configuration/holidays
create POST /api/logistics/pvt/inventory/reservations {salesChannel,lockId,autorizationExpirationTTL,deliveryItemOptions}
read GET /api/logistics/pvt/inventory/reservations/{reservationId}
create POST /api/logistics/pvt/inventory/reservations/{reservationId}/confirm
create POST /api/logistics/pvt/inventory/reservations/{reservationId}/acknowledge
create POST /api/logistics/pvt/inventory/reservations/{reservationId}/cancel
read GET /api/logistics/pvt/inventory/reservations/{warehouseId}/{skuId}
read POST /api/logistics/pvt/shipping/calculate [items,location]
read GET /api/logistics/pvt/configuration/pickuppoints
read GET /api/logistics/pvt/configuration/pickuppoints/{pickupPointId}
idempotent PUT /api/logistics/pvt/configuration/pickuppoints/{pickupPointId} {id,name,description,instructions,formatted_address,address,isActive,businessHours,tagsLabel}
idempotent DELETE /api/logistics/pvt/configuration/pickuppoints/{pickupPointId}
read GET /api/logistics/pvt/configuration/pickuppoints/_search
read GET /api/logistics/pvt/configuration/geoshape
idempotent PUT /api/logistics/pvt/configuration/geoshape {name,geoShape}
read GET /api/logistics/pvt/configuration/geoshape/{polygonName}
idempotent DELETE /api/logistics/pvt/configuration/geoshape/{polygonName}
read GET /api/logistics-capacity/resources/carrier@{capacityType}@{shippingPolicyId}/time-frames ?rangeStart,rangeEnd
read GET /api/logistics-capacity/resources/carrier@{capacityType}@{shippingPolicyId}/time-frames/{windowDay}F{windowStartTime}T{windowEndTime}
`,
  'operational-capacity': `
read GET /api/fulfillment-locations/capacity/by-parent-account-name
idempotent PUT /api/fulfillment-locations/location/{locationId}/capacities/{code}
read GET /api/fulfillment-locations/locations/{locationId}/capacities
read GET /api/fulfillment-locations/location
idempotent PUT /api/fulfillment-locations/locations/{locationId}/status {status}
`,
  checkout: `
read POST /api/checkout/pub/orderForms/simulation
read GET /api/checkout/pub/orderForm
read GET /api/checkout/pub/orderForm/{orderFormId}
create POST /api/checkout/pub/orderForm/{orderFormId}/items/removeAll
read GET /checkout/changeToAnonymousUser/{orderFormId}
create POST /api/checkout/pub/orderForm/{orderFormId}/items/update {}
create POST /api/checkout/pub/orderForm/{orderFormId}/items {}
idempotent PATCH /api/checkout/pub/orderForm/{orderFormId}/items {}
idempotent PUT /api/checkout/pub/orderForm/{orderFormId}/items/{itemIndex}/price {price}
idempotent DELETE /api/checkout/pub/orderForm/{orderFormId}/items/{itemIndex}/price
create POST /api/checkout/pub/orderForm/{orderFormId}/items/{itemUniqueId}/split [quantity]
idempotent PATCH /api/checkout/pub/orderForm/{orderFormId}/profile {}
read GET /api/checkout/pub/profiles ?email
create POST /api/checkout/pub/orderForm/{orderFormId}/attachments/clientProfileData {email,firstName,lastName,documentType,document}
create POST /api/checkout/pub/orderForm/{orderFormId}/attachments/shippingData {}
create POST /api/checkout/pub/orderForm/{orderFormId}/attachments/clientPreferencesData {}
create POST /api/checkout/pub/orderForm/{orderFormId}/attachments/marketingData {}
create POST /api/checkout/pub/orderForm/{orderFormId}/attachments/paymentData {}
create POST /api/checkout/pub/orderForm/{orderFormId}/items/{itemIndex}/attachments/{attachmentName} {content}
idempotent DELETE /api/checkout/pub/orderForm/{orderFormId}/items/{itemIndex}/attachments/{attachmentName}
create POST /api/checkout/pub/orderForm/{orderFormId}/attachments/subscriptionData {subscriptions}
idempotent DELETE /api/checkout/pub/orderForm/{orderFormId}/attachments/subscriptionData {subscriptions}
create POST /api/checkout/pub/orderForm/{orderFormId}/attachments/merchantContextData {salesAssociateData}
create POST /api/checkout/pub/orderForm/{orderFormId}/attachments/invoiceData {address}
idempotent PUT /api/checkout/pub/orderForm/{orderFormId}/customData/{appId} {}
idempotent PUT /api/checkout/pub/orderForm/{orderFormId}/customData/{appId}/{appFieldName} {value}
idempotent DELETE /api/checkout/pub/orderForm/{orderFormId}/customData/{appId}/{appFieldName}
idempotent PUT /api/checkout/pub/orderForm/{orderFormId}/customFields [linkedEntity,fields]
idempotent PUT /api/checkout/pub/orderForm/{orderFormId}/customFields/order {name,value}
idempotent PUT /api/checkout/pub/orderForm/{orderFormId}/customFields/item/{itemId} {name,value}
idempotent DELETE /api/checkout/pub/orderForm/{orderFormId}/customFields/item/{itemId}
idempotent PUT /api/checkout/pub/orderForm/{orderFormId}/customFields/address/{addressId} {name,value}
read GET /api/checkout/pvt/configuration/orderForm
create POST /api/checkout/pvt/configuration/orderForm {paymentConfiguration,taxConfiguration,minimumQuantityAccumulatedForItems,decimalDigitsPrecision,minimumValueAccumulated,apps,allowMultipleDeliveries,allowManualPrice}
idempotent PATCH /api/checkout/pvt/configuration/orderForm {paymentConfiguration,taxConfiguration,minimumQuantityAccumulatedForItems,decimalDigitsPrecision,minimumValueAccumulated,apps,allowMultipleDeliveries,allowManualPrice}
read GET /api/checkout/pvt/configuration/window-to-change-seller
create POST /api/checkout/pvt/configuration/window-to-change-seller {waitingTime}
create POST /api/checkout/pub/orderForm/{orderFormId}/messages/clear
read GET /api/checkout/pub/orderForm/{orderFormId}/installments ?paymentSystem
create POST /api/checkout/pub/orderForm/{orderFormId}/coupons {}
read GET /api/checkout/pub/pickup-points
read GET /api/checkout/pub/postal-code/{countryCode}/{postalCode}
create POST /api/checkout/pub/orderForm/{orderFormId}/transaction {referenceId,value,referenceValue,interestValue}
idempotent PUT /api/checkout/pub/orders {items,clientProfileData,shippingData,paymentData}
create POST /api/checkout/pub/gatewayCallback/{orderGroup}
read GET /api/checkout/pub/regions/{regionId} ?country
`,
} as const;
