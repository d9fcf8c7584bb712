// The order as the OMS answers it, as far as a handler or a flow looks into it. All money is integer cents. Types only.

export interface OrderItem {
  uniqueId: string;
  id: string;
  productId: string;
  ean: string | null;
  lockId: string;
  quantity: number;
  seller: string;
  name: string;
  refId: string | null;
  sellerSku: string;
  price: number;
  listPrice: number | null;
  sellingPrice: number;
  tax: number;
  priceTags: unknown[];
  measurementUnit: string;
  unitMultiplier: number;
  [more: string]: unknown;
}

export interface OrderTotal {
  id: 'Items' | 'Discounts' | 'Shipping' | 'Tax' | 'Change';
  name: string;
  value: number;
}

export interface OrderPackage {
  type: 'Output' | 'Input';
  invoiceNumber: string;
  invoiceValue: number;
  invoiceKey: string | null;
  invoiceUrl: string | null;
  embeddedInvoice: string | null;
  issuanceDate: string;
  courier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  dispatchedDate: string | null;
  items: { itemIndex: number; quantity: number; price: number; description: string | null }[];
  courierStatus: {
    status: string | null;
    finished: boolean;
    deliveredDate: string | null;
    data: { city: string; state: string; description: string; createDate: string; lastChange: string }[];
  };
  [more: string]: unknown;
}

export interface OrderChange {
  reason: string;
  discountValue: number;
  incrementValue: number;
  itemsAdded: unknown[];
  itemsRemoved: unknown[];
  receipt: { date: string; orderId: string; receipt: string };
}

export interface OrderDocument {
  orderId: string;
  sequence: string;
  orderGroup: string;
  origin: string;
  salesChannel: string;
  /** Null while the order is incomplete: it has no workflow. */
  status: string | null;
  statusDescription: string | null;
  lastChange: string;
  creationDate: string;
  authorizedDate: string | null;
  invoicedDate: string | null;
  isCompleted: boolean;
  value: number;
  totals: OrderTotal[];
  items: OrderItem[];
  clientProfileData: Record<string, unknown>;
  shippingData: Record<string, unknown> & { logisticsInfo: Record<string, unknown>[] };
  paymentData: {
    giftCards: unknown[];
    transactions: {
      isActive: boolean;
      transactionId: string;
      merchantName: string;
      payments: Record<string, unknown>[];
    }[];
  };
  packageAttachment: { packages: OrderPackage[] };
  changesAttachment: { id: string; changesData: OrderChange[] } | null;
  cancellationData: Record<string, unknown> | null;
  cancelReason: string | null;
  [more: string]: unknown;
}
