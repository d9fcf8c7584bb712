// Amounts as whole numbers with a number of decimals, so that 0.1 kg is 100 g and a cent is never lost. Knows no units.

/** `units` divided by ten to the power of `places`. */
export interface Decimal {
  units: bigint;
  places: number;
}

/** A fraction of whole numbers, its denominator above zero. */
export interface Ratio {
  over: bigint;
  under: bigint;
}

/** The number as it is written: 0.1 is one tenth and nothing near it. Throws RangeError for what is no finite number. */
export function decimalOf(number: number): Decimal {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number));
  if (!found) throw new RangeError(`no finite number: ${number}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  const units = BigInt(`${sign}${whole}${fraction}`);
  const places = fraction.length - Number(exponent);
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 };
}

/** The ratio a decimal stands for. */
export function ratioOf({ units, places }: Decimal): Ratio {
  return { over: units, under: 10n ** BigInt(places) };
}

/** `value` times all ratios, rounded once at the end to so many decimals, halves away from zero. */
export function scaled(value: Decimal, ratios: readonly Ratio[], decimals: number): number {
  const all = [ratioOf(value), ...ratios];
  const over = all.reduce((product, ratio) => product * ratio.over, 10n ** BigInt(decimals));
  const under = all.reduce((product, ratio) => product * ratio.under, 1n);
  const size = over < 0n ? -over : over;
  const rounded = (size * 2n + under) / (under * 2n);
  const digits = String(rounded).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  const result = Number(text);
  return over < 0n && result !== 0 ? -result : result;
}
