// VTEX's requests, one a line: what it does, method and path, required query and body members, and its own host if any.
// See `readOperations` for how a line is read. Facts only: names, paths and members as VTEX spells them.

export const ordersAndPeopleOperations = {
  orders: `
read GET /api/oms/pvt/orders/{orderId}
read GET /api/oms/pvt/orders/order-group/{orderGroup}
read GET /api/oms/pvt/orders
create POST /api/oms/pvt/orders/{orderId}/start-handling
create POST /api/oms/pvt/orders/{orderId}/cancel
create POST /api/oms/pvt/orders/{orderId}/changes {requestId,reason,discountValue,incrementValue}
create POST /api/oms/pvt/orders/{orderId}/interactions {source,message}
create POST /api/oms/pvt/orders/{orderId}/invoice {type,issuanceDate,invoiceNumber,invoiceValue,items}
idempotent PATCH /api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber} {trackingNumber,trackingUrl,courier,dispatchedDate}
idempotent PUT /api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber}/tracking {isDelivered,deliveredDate,events}
read GET /api/oms/pvt/orders/{orderId}/conversation-message
read GET /api/oms/pvt/orders/{orderId}/payment-transaction
create POST /api/oms/pvt/orders/{orderId}/payments/{paymentId}/payment-notification
read GET /api/oms/pvt/feed/orders/status ?maxLot
read GET /api/orders/feed/config
create POST /api/orders/feed/config {filter,queue}
idempotent DELETE /api/orders/feed/config
read GET /api/orders/feed ?maxlot
create POST /api/orders/feed {handles}
read GET /api/orders/hook/config
create POST /api/orders/hook/config {filter,hook}
idempotent DELETE /api/orders/hook/config
read GET /api/orders/pvt/document/{orderId}/change-summary
read GET /api/oms/user/orders
read GET /api/oms/user/orders/{orderId}
read POST /api/orders/expressions/jsonata {Expression,Document}
read GET /api/checkout/pvt/configuration/window-to-change-seller
create POST /api/checkout/pvt/configuration/window-to-change-seller {waitingTime}
read GET /api/order-system/orders/{changeOrderId}/changes ?an
idempotent PATCH /api/order-system/orders/{changeOrderId}/changes ?accountName {reason}
read GET /api/order-system/orders/{changeOrderId}/changes/{changeRequestId} ?an
read POST /api/order-system/orders/{changeOrderId}/changes/preview ?an {reason,replace}
create POST /api/order-system/orders/{changeOrderId}/changes/{changeRequestId}/retry ?an {reason}
create POST /api/order-system/orders/{changeOrderId}/changes/{changeRequestId}/cancel ?an {reason}
read GET /api/order-system/orders/changes/settings ?an
idempotent PUT /api/order-system/orders/changes/settings ?an
`,
  'orders-pii': `
read GET /api/orders/pvt/document/{orderId}
read POST /api/orders/extendsearch/orders
create POST /api/orders/pvt/document/{orderId}/actions/start-handling
create POST /api/orders/pvt/document/{orderId}/cancel
create POST /api/orders/pvt/document/{orderId}/invoices {type,issuedDate,invoiceNumber,invoiceValue,items}
create POST /api/orders/pvt/document/{orderId}/payment/{paymentId}/notify-payment
`,
  'external-marketplace-orders': `
create POST /api/fulfillment/pvt/orders ?affiliateId {marketplaceOrderId,marketplaceServicesEndpoint,marketplacePaymentValue,items,clientProfileData,shippingData}
create POST /api/fulfillment/pvt/orders/{orderId}/fulfill ?affiliateId
create POST /api/order-integration/orders ?affiliateId {marketplaceOrderId,marketplaceOrderStatus,marketplacePaymentValue,allowFranchises,items,clientProfileData,shippingData,invoiceData}
idempotent PUT /api/order-integration/orders/status {marketplaceOrderId,marketplaceOrderStatus,connectorName,connectorEndpoint}
read POST /api/checkout/pub/orderForms/simulation {id,quantity,seller}
`,
  'payments-gateway': `
read GET /api/pvt/installments ?request.value @payments
read GET /api/pvt/affiliations @payments
create POST /api/pvt/affiliations {implementation,name,configuration,isdelivered,isConfigured} @payments
read GET /api/pvt/affiliations/{affiliationId} @payments
idempotent PUT /api/pvt/affiliations/{affiliationId} {id,implementation,name,configuration,isdelivered,isConfigured} @payments
read GET /api/pvt/rules @payments
create POST /api/pvt/rules {name,salesChannels,paymentSystem,connector,issuer,antifraud,installmentOptions,isSelfAuthorized,requiresAuthentication,enabled,installmentsService,isDefault,beginDate,endDate,condition,multiMerchantList,country,dateIntervals} @payments
read GET /api/pvt/rules/{ruleId} @payments
idempotent PUT /api/pvt/rules/{ruleId} {id,name,salesChannels,paymentSystem,connector,issuer,antifraud,installmentOptions,isSelfAuthorized,requiresAuthentication,enabled,installmentsService,isDefault,beginDate,endDate,condition,multiMerchantList,country,dateIntervals} @payments
idempotent DELETE /api/pvt/rules/{ruleId} @payments
read GET /api/pvt/merchants/payment-systems @payments
read GET /api/payments/pvt/account/{cardId} @payments
create POST /api/pvt/transactions {value,referenceId,channel,salesChannel} @payments
create POST /api/payments/transactions/{transactionId}/payments ?an,orderId [paymentSystem,installments,currencyCode,value,installmentsInterestRate,installmentsValue,referenceValue,fields,transaction] @vault
create POST /api/pvt/transactions/{transactionId}/additional-data [name,value] @payments
idempotent PATCH /api/pvt/transactions/{transactionId}/additional-data [name,value] @payments
create POST /api/pvt/transactions/{transactionId}/authorization-request {transactionId,softDescriptor,prepareForRecurrency} @payments
read GET /api/pvt/transactions/{transactionId} @payments
read GET /api/pvt/transactions/{transactionId}/payments/{paymentId} @payments
read GET /api/pvt/transactions/{transactionId}/settlements @payments
create POST /api/pvt/transactions/{transactionId}/settlement-request {value} @payments
create POST /api/pvt/transactions/{transactionId}/refunding-request {value} @payments
create POST /api/pvt/transactions/{transactionId}/cancellation-request {value} @payments
read GET /api/payments/pvt/payments/{paymentId}/payment-notification @payments
create POST /api/payments/pvt/payments/{paymentId}/payment-notification {paymentDate,valuePaid} @payments
`,
  'customer-credit': `
read GET /api/creditcontrol/invoices ?creditAccountId
read GET /api/creditcontrol/accounts/{creditAccountId}/invoices/{invoiceId}
idempotent PUT /api/creditcontrol/accounts/{creditAccountId}/invoices/{invoiceId} {status}
idempotent DELETE /api/creditcontrol/accounts/{creditAccountId}/invoices/{invoiceId}
read GET /api/creditcontrol/accounts/{creditAccountId}/invoices
create POST /api/creditcontrol/accounts/{creditAccountId}/invoices/{invoiceId}/payments
idempotent PUT /api/creditcontrol/accounts/{creditAccountId}/invoices/{invoiceId}/postponement {dueDays}
read GET /api/creditcontrol/accounts
create POST /api/creditcontrol/accounts {document,documentType,email,creditLimit,description,tolerance}
read GET /api/creditcontrol/accounts/{creditAccountId}
idempotent PUT /api/creditcontrol/accounts/{creditAccountId} {email,document,documentType}
idempotent DELETE /api/creditcontrol/accounts/{creditAccountId} {}
read GET /api/creditcontrol/accounts/{creditAccountId}/statements
idempotent PUT /api/creditcontrol/accounts/{creditAccountId}/creditlimit {value}
idempotent PUT /api/creditcontrol/accounts/{creditAccountId}/statements/{statementId} {value}
idempotent PUT /api/creditcontrol/accounts/{creditAccountId}/transactions/{transactionId}/settlement {value}
create POST /api/creditcontrol/accounts/{creditAccountId}/transactions {value,settle,installments}
idempotent PUT /api/creditcontrol/accounts/{creditAccountId}/transactions/{transactionId} {value,settle,installments}
idempotent DELETE /api/creditcontrol/accounts/{creditAccountId}/transactions/{transactionId}
create POST /api/creditcontrol/accounts/{creditAccountId}/holders {claims}
idempotent DELETE /api/creditcontrol/accounts/{creditAccountId}/holders/{holderId}
idempotent PUT /api/creditcontrol/accounts/{creditAccountId}/tolerance {value}
create POST /api/creditcontrol/accounts/{creditAccountId}/transactions/{transactionId}/refunds {value}
read GET /api/creditcontrol/storeconfig
idempotent PUT /api/creditcontrol/storeconfig {dailyInterestRate,invoicePostponementLimit,taxRate,maxPostponementDays,defaultCreditValue,maxPreAuthorizationGrowthRate,myCreditsEnabled,toleranceEnabled,automaticCheckingAccountCreationEnabled,postponementEnabled}
`,
  'master-data-v1': `
read GET /api/dataentities
read GET /api/dataentities/{acronym}
create POST /api/dataentities/{acronym}/documents {}
idempotent PATCH /api/dataentities/{acronym}/documents {}
read GET /api/dataentities/{acronym}/documents/{id}
idempotent PUT /api/dataentities/{acronym}/documents/{id} {}
idempotent PATCH /api/dataentities/{acronym}/documents/{id} {}
idempotent DELETE /api/dataentities/{acronym}/documents/{id}
read GET /api/dataentities/{acronym}/documents/{id}/versions
read GET /api/dataentities/{acronym}/documents/{id}/versions/{versionId}
idempotent PUT /api/dataentities/{acronym}/documents/{id}/versions/{versionId}
read GET /api/dataentities/{acronym}/scroll
read GET /api/dataentities/{acronym}/search
read GET /api/dataentities/{acronym}/documents/{id}/{field}/attachments/{file-name}
create POST /api/dataentities/{acronym}/documents/{id}/{field}/attachments {file}
create POST /api/dataentities/{acronym}/documents/{id}/clusters []
idempotent PUT /api/dataentities/{acronym}/documents/{id}/score [field,key,point,until]
idempotent PUT /api/dataentities/{acronym}/documents/{id}/score/{field-name} {key,point,until}
idempotent DELETE /api/dataentities/{acronym}/documents/{id}/score/{field-name} {key}
create POST /api/dataentities/CL/documents {}
idempotent PATCH /api/dataentities/CL/documents/{id} {}
idempotent DELETE /api/dataentities/CL/documents/{id}
create POST /api/dataentities/AD/documents {}
read GET /api/dataentities/AD/documents/{addressId} ?_fields
idempotent PATCH /api/dataentities/AD/documents/{addressId} {}
idempotent DELETE /api/dataentities/AD/documents/{addressId}
`,
  'master-data-v2': `
create POST /api/dataentities/{dataEntityName}/documents {}
idempotent PATCH /api/dataentities/{dataEntityName}/documents {}
read GET /api/dataentities/{dataEntityName}/documents/{id}
idempotent PUT /api/dataentities/{dataEntityName}/documents/{id} {}
idempotent PATCH /api/dataentities/{dataEntityName}/documents/{id} {}
idempotent DELETE /api/dataentities/{dataEntityName}/documents/{id}
read GET /api/dataentities/{dataEntityName}/search
read GET /api/dataentities/{dataEntityName}/scroll
read GET /api/dataentities/{dataEntityName}/schemas
read GET /api/dataentities/{dataEntityName}/schemas/{schemaName}
idempotent PUT /api/dataentities/{dataEntityName}/schemas/{schemaName} {properties}
idempotent DELETE /api/dataentities/{dataEntityName}/schemas/{schemaName}
read GET /api/dataentities/{dataEntityName}/indices
idempotent PUT /api/dataentities/{dataEntityName}/indices {name,multiple,fields}
read GET /api/dataentities/{dataEntityName}/indices/{index_name}
idempotent DELETE /api/dataentities/{dataEntityName}/indices/{index_name}
create POST /api/dataentities/{dataEntityName}/documents/{id}/clusters []
read GET /api/dataentities/{dataEntityName}/documents/{id}/versions
read GET /api/dataentities/{dataEntityName}/documents/{id}/versions/{versionId}
idempotent PUT /api/dataentities/{dataEntityName}/documents/{id}/versions/{versionId}
`,
  'vtex-do': `
read GET /api/do/notes ?target.id
create POST /api/do/notes {target,domain,description}
read GET /api/do/notes/{noteId}
read GET /api/do/tasks
create POST /api/do/tasks {target,domain,context,name,priority,surrogateKey,dueDate,assignee,followers}
read GET /api/do/tasks/{taskId}
idempotent PUT /api/do/tasks/{taskId} {status}
create POST /api/do/tasks/{taskId}/comments {text}
`,
  'vtex-id': `
read GET /api/vtexid/pvt/user/info ?user
create POST /api/vtexid/apptoken/login {appkey,apptoken}
create POST /api/vtexid/audience/webstore/provider/oauth/exchange {providerId,accessToken}
create POST /api/vtexid/credential/validate {token}
create POST /api/vtexid/pub/providers/setup/password/webstore/password
create POST /api/vtexid/password/expire ?email
idempotent PATCH /api/vtexid/apikey/{apiKey}/apitoken/renew
idempotent PATCH /api/vtexid/apikey/{apiKey}/apitoken/finish-renewal
read GET /api/vtexid/pvt/user/id ?usuario
read GET /api/vtexid/pub/authentication/start ?scope
create POST /api/vtexid/pub/authentication/accesskey/send ?email
create POST /api/vtexid/pub/authentication/accesskey/validate
create POST /api/vtexid/refreshtoken/webstore
read GET /api/vtexid/organization-units/{unitId}/settings
create POST /api/vtexid/organization-units/{unitId}/settings {settings}
idempotent PATCH /api/vtexid/organization-units/{unitId}/settings {settings}
idempotent DELETE /api/vtexid/organization-units/{unitId}/settings {settings}
`,
  'license-manager': `
read GET /api/license-manager/users/{userId}
idempotent DELETE /api/license-manager/users/{userId}
create POST /api/license-manager/users {email}
read GET /api/license-manager/site/pvt/logins/list/paged
read GET /api/license-manager/users/{userId}/roles
idempotent PUT /api/license-manager/users/{userId}/roles []
idempotent DELETE /api/license-manager/users/{userId}/roles/{roleId}
read GET /api/license-manager/site/pvt/roles/list/paged
read GET /api/vlm/appkeys
create POST /api/vlm/appkeys {label}
idempotent PUT /api/vlm/appkeys/{id} {isActive}
read GET /api/vlm/account/stores
read GET /api/vlm/account
`,
  sessions: `
read GET /api/sessions ?items
create POST /api/sessions {public}
idempotent PATCH /api/sessions {public}
read GET /api/segments
`,
  'message-center': `
create POST /api/mail-service/pvt/providers/{EmailProvider}/dkim
`,
  'vtex-tracking': `
create POST /receiver/auth {username,password}
read GET /receiver/services
create POST /receiver/services []
idempotent PUT /receiver/services []
read GET /receiver/services/{idDeliveryService}
read GET /receiver/services/routes
create POST /receiver/services/routes {deliveryServiceDate}
read GET /receiver/services/invoice
`,
} as const;
