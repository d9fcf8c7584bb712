// Promotions, taxes and coupons of a store, by id and by code.

/** As VTEX shows it: the whole object, whatever members it was given. */
export type Promotion = Record<string, unknown> & {
  idCalculatorConfiguration: string;
  name: string;
  type: string;
  isActive: boolean;
  isArchived: boolean;
  lastModified: string;
};

export interface Coupon {
  lastModifiedUtc: string;
  utmSource: string;
  utmCampaign: string;
  couponCode: string;
  isArchived: boolean;
  maxItemsPerClient: number;
  expirationIntervalPerUse: string;
  maxUsage: number | null;
}

export class Promotions {
  readonly all = new Map<string, Promotion>();
  /** By code in small letters: codes are compared without case. */
  readonly coupons = new Map<string, Coupon>();
  /** Percentages by SKU of promotions that came as a list of SKUs. */
  readonly effects = new Map<string, Map<string, number>>();
  private made = 0;

  reset(): void {
    this.all.clear();
    this.coupons.clear();
    this.effects.clear();
    this.made = 0;
  }

  /** Numbers count up, so that a test knows them. */
  nextId(): string {
    this.made += 1;
    return `00000000-0000-4000-8000-${String(this.made).padStart(12, '0')}`;
  }
}
