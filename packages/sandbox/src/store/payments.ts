// What the payments gateway and customer credit remember. Transactions count in whole cents, credit in decimal currency.

export interface Payment {
  id: string;
  paymentSystem: number;
  paymentSystemName: string;
  group: string;
  /** `Started`, `Authorizing` until somebody notifies it, `Approved`, `Finished`, `Cancelled`. */
  status: string;
  value: number;
  installments: number;
  /** Cents that were notified so far. */
  paid: number;
}

export interface Transaction {
  id: string;
  referenceKey: string;
  /** `Started`, `Authorizing`, `Approved`, `Settling` (a wedged settlement of 0), `Finished`, `Cancelled`. */
  status: string;
  value: number;
  salesChannel: string;
  startDate: string;
  orderId: string | null;
  authorizationDate: string | null;
  commitmentDate: string | null;
  refundingDate: string | null;
  cancelationDate: string | null;
  payments: Payment[];
  settlements: { id: string; date: string; value: number }[];
  refunded: number;
  cancelled: number;
}

export interface CreditAccount {
  id: string;
  document: string;
  documentType: string;
  email: string;
  status: 'Open' | 'Closed';
  creditLimit: number;
  tolerance: number;
  /** Below 0: what the customer owes. */
  balance: number;
  createdAt: string;
  updatedAt: string;
  /** Amounts held for orders that are not settled, by transaction. */
  held: Map<string, { value: number; installments: number }>;
}

export interface CreditInvoice {
  id: string;
  friendlyId: string;
  status: 'Opened' | 'Paid' | 'Cancelled';
  value: number;
  accountId: string;
  creditValue: number;
  createdAt: string;
  updatedAt: string;
  resolvedAt: string | null;
  originalDueDate: string;
  dueDate: string;
  installment: number;
  numberOfInstallments: number;
  orderId: string;
  observation: string | null;
  paymentLink: string | null;
  transactionId: string;
  creditAccountId: string;
}
