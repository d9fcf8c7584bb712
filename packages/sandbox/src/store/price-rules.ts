// The rules of price tables, as they were put.

export interface PriceRule {
  id: number;
  /** Categories and brands by id, ranges of markups and dates; what is absent restricts nothing. */
  context: Record<string, unknown>;
  percentualModifier: number;
}

export class PriceRules {
  readonly byTable = new Map<string, PriceRule[]>();

  reset(): void {
    this.byTable.clear();
  }
}
