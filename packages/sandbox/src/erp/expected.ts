// What a correct integration of the demo catalogue ends with: the truth that tests and people compare a store with.
import { factsAt, type ErpFacts } from './catalogue';
import type { DirtKind } from './dirt';

export type ExpectedProduct = Omit<ErpFacts, 'dirt' | 'active' | 'updatedAt'>;

export interface ExpectedFailure {
  row: number;
  /** Code the row would have; the ERP does not send it when that is what is missing. */
  refId: string;
  kind: DirtKind;
  field: string;
  reason: { en: string; es: string; pt: string };
}

export interface Expected {
  totals: { rows: number; products: number; failed: number; inactive: number };
  /** Active and clean: these are in the store. Weight in grams, sizes in centimetres. */
  products: ExpectedProduct[];
  /** Active and dirty: these fail, each with its reason. */
  failed: ExpectedFailure[];
  /** Codes of inactive rows: these are skipped. */
  inactive: string[];
}

/** For the first `rows` rows of the catalogue; the demo has 2,000. */
export function expectedOf(rows: number): Expected {
  const products: ExpectedProduct[] = [];
  const failed: ExpectedFailure[] = [];
  const inactive: string[] = [];
  for (let row = 1; row <= rows; row += 1) {
    const { dirt, active, updatedAt: _, ...facts } = factsAt(row);
    if (!active) inactive.push(facts.refId);
    else if (dirt) {
      failed.push({ row, refId: facts.refId, kind: dirt.kind, field: dirt.field, reason: dirt.reason });
    } else products.push(facts);
  }
  const totals = { rows, products: products.length, failed: failed.length, inactive: inactive.length };
  return { totals, products, failed, inactive };
}
