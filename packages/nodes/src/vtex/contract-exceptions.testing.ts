// Where a box says something that VTEX's documents do not, each with the reason.

/** Requests no document has, by request: why we make them all the same. */
export const undocumented: Readonly<Record<string, string>> = {
  // The document prints `/notes`, its server ends in `/api/do`.
  'POST /api/do/notes': 'the document has it below its server',
  'GET /api/do/notes': 'the document has it below its server',
  'POST /api/orders/pvt/document/{orderId}/deny-cancellation-request': 'only the guide has it',
  'GET /api/pvt/transactions/{transactionId}/payments':
    'the answer of a transaction names it, and the document has it with an id behind it',
  'POST /availability/v1/inventory/batch/{batchId}/commit':
    'the guide’s name for the confirmation of a file, tried where the reference’s is not there',
};

/** Values under names of ours, by box: they become something else on the wire. */
export const namesOfOurs: Readonly<Record<string, readonly string[]>> = {
  // A path of names that becomes a chain of categories.
  'vtex.category-upsert': ['path'],
  // Stored by a call of its own once the SKU is there.
  'vtex.sku-upsert': ['Ean'],
  // Columns of a file, and headers.
  'vtex.promotion-skus-set': ['name', 'sku', 'effect', 'beginDate', 'endDate'],
  'vtex.sku-create': ['Ean'],
  // Names of the creating request: what is removed is looked up by them.
  'vtex.kit-component-remove': ['StockKeepingUnitParent', 'StockKeepingUnitId'],
  'vtex.sku-complement-remove': ['ParentSkuId', 'SkuId', 'ComplementTypeId'],
  'vtex.sku-image-remove': ['Name'],
  // The guide has both; the document only `replace`.
  'vtex.order-change': ['add', 'remove'],
  // The whole body, which has no name.
  'vtex.delivery-block-add': ['day'],
  'vtex.delivery-block-remove': ['day'],
  // Filters under the names of fields, which the documents show and do not list.
  'vtex.customer-find': ['email', 'document'],
  // A word of JSON Schema itself.
  'vtex.document-schema-save': ['required'],
};

/** Values whose type we know better than the document, by box. */
export const typesThatDiffer: Readonly<Record<string, readonly string[]>> = {
  // Numbers that a person chooses by their name.
  'vtex.sku-complement-add': ['ComplementTypeId'],
  'vtex.specification-create': ['FieldTypeId'],
  // A number in the row; the box writes the text of cents that VTEX wants.
  'vtex.order-invoice': ['invoiceValue'],
  'vtex.order-return': ['invoiceValue'],
  // Decimals that VTEX wants in a text: as numbers they are checked.
  'vtex.warehouse-upsert': ['cost'],
  'vtex.freight-set': ['absoluteMoneyCost'],
  'vtex.credit-account-open': ['creditLimit', 'tolerance'],
};

/** What is seen on the wire and not in the documents, by box: a part of the fault's text. */
export const wireExceptions: Readonly<Record<string, readonly string[]>> = {
  // What GET shows of a thing goes back with the write that replaces it, also where the write's document is shorter.
  'vtex.shipping-policy-upsert': [
    'weekendAndHolidays: unknown',
    'numberOfItemsPerShipment: unknown',
    'minimumValueAceptable: unknown',
    'maximumValueAceptable: unknown',
    'additionalTime: unknown',
    'additionalPrice: unknown',
    'carrierSchedule: unknown',
    'businessHourSettings: unknown',
    'pickupPointsSettings: unknown',
  ],
  'vtex.warehouse-upsert': ['pickupPointIds: unknown'],
  // A file: the document has no JSON there.
  'vtex.promotion-skus-set': ['a body where none is described'],
  // Headers have the names their owner gives them.
  'vtex.hook-config-save': ['hook.headers.x-secret: unknown'],
  // Filters under the names of fields, which the documents show and do not list.
  'vtex.document-create': ['?code: unknown'],
  'vtex.document-upsert': ['?document: unknown'],
  'vtex.customer-import': ['?email: unknown'],
  'vtex.customer-find': ['?document: unknown'],
  // Fields have the names a person gives them; the document shows one called `name`.
  'vtex.document-schema-save': ['properties.email: unknown', 'properties.city: unknown'],
  // The addresses that VTEX signed.
  'vtex.stock-load': ['/signed/stock-file/'],
  'vtex.price-load': ['/signed/price-file/'],
};
