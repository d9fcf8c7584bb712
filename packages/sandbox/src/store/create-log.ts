// Counts, per natural key, how often something was created and how often a create was refused: a doubled create shows here.

export type CreateKind =
  | 'category'
  | 'brand'
  | 'product'
  | 'sku'
  | 'ean'
  | 'image'
  | 'promotion'
  | 'coupon'
  | 'shipping-policy'
  | 'freight'
  | 'lot-transfer'
  | 'reservation'
  | 'order'
  | 'invoice'
  | 'order-change'
  | 'note'
  | 'specification-group'
  | 'specification-field'
  | 'specification-value'
  | 'kit-item'
  | 'complement'
  | 'document'
  | 'settlement'
  | 'refund'
  | 'cancellation'
  | 'notification'
  | 'creditAccount'
  | 'invoicePayment';

export interface CreateCount {
  kind: CreateKind;
  /**
   * Category path, brand name, RefId (or name), EAN, SKU id and image name, name, code, policy id, freight range, lot, lockId, order id,
   * order id and invoice number, reason or text, entity and unique values of a document; of others the ids and names they are told
   * apart by.
   */
  key: string;
  created: number;
  refused: number;
}

export class CreateLog {
  private readonly counts = new Map<string, CreateCount>();

  created(kind: CreateKind, key: string): void {
    this.entry(kind, key).created += 1;
  }

  refused(kind: CreateKind, key: string): void {
    this.entry(kind, key).refused += 1;
  }

  clear(): void {
    this.counts.clear();
  }

  all(): IterableIterator<CreateCount> {
    return this.counts.values();
  }

  /** Every key that was created more than once. */
  doubled(): CreateCount[] {
    return [...this.counts.values()].filter((count) => count.created > 1);
  }

  /** How many keys of each kind exist, and how many creates were accepted and refused. */
  totals(): Record<string, { keys: number; created: number; refused: number }> {
    const totals: Record<string, { keys: number; created: number; refused: number }> = {};
    for (const { kind, created, refused } of this.counts.values()) {
      const total = (totals[kind] ??= { keys: 0, created: 0, refused: 0 });
      if (created > 0) total.keys += 1;
      total.created += created;
      total.refused += refused;
    }
    return totals;
  }

  private entry(kind: CreateKind, key: string): CreateCount {
    const name = `${kind} ${key}`;
    let count = this.counts.get(name);
    if (!count) this.counts.set(name, (count = { kind, key, created: 0, refused: 0 }));
    return count;
  }
}
