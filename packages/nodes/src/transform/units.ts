// Units of weight, length and money, each as an exact fraction of the base of its kind.
import type { Choice } from '@eclusa/flow';
import type { Ratio } from './exact-decimal';

export interface Unit {
  kind: 'weight' | 'length' | 'money';
  /** How much of the base one of it is: of a gram, a millimetre, a unit of currency. */
  size: Ratio;
}

const unit = (kind: Unit['kind'], over: bigint, under = 1n): Unit => ({ kind, size: { over, under } });

/** By id. Pound, ounce and inch as the treaty of 1959 fixes them: 453.59237 g, 28.349523125 g, 25.4 mm. */
export const units: Readonly<Record<string, Unit>> = {
  mg: unit('weight', 1n, 1000n),
  g: unit('weight', 1n),
  kg: unit('weight', 1000n),
  t: unit('weight', 1_000_000n),
  lb: unit('weight', 45_359_237n, 100_000n),
  oz: unit('weight', 28_349_523_125n, 1_000_000_000n),
  mm: unit('length', 1n),
  cm: unit('length', 10n),
  m: unit('length', 1000n),
  in: unit('length', 254n, 10n),
  ft: unit('length', 3048n, 10n),
  cents: unit('money', 1n, 100n),
  money: unit('money', 1n),
};

const named = (value: string, en: string, es: string, pt: string): Choice => ({
  value,
  name: { en, es, pt },
});

/** The units as a form offers them. */
export const unitChoices: readonly Choice[] = [
  named('g', 'Grams (g)', 'Gramos (g)', 'Gramas (g)'),
  named('kg', 'Kilograms (kg)', 'Kilogramos (kg)', 'Quilogramas (kg)'),
  named('mg', 'Milligrams (mg)', 'Miligramos (mg)', 'Miligramas (mg)'),
  named('t', 'Tonnes (t)', 'Toneladas (t)', 'Toneladas (t)'),
  named('lb', 'Pounds (lb)', 'Libras (lb)', 'Libras (lb)'),
  named('oz', 'Ounces (oz)', 'Onzas (oz)', 'Onças (oz)'),
  named('mm', 'Millimetres (mm)', 'Milímetros (mm)', 'Milímetros (mm)'),
  named('cm', 'Centimetres (cm)', 'Centímetros (cm)', 'Centímetros (cm)'),
  named('m', 'Metres (m)', 'Metros (m)', 'Metros (m)'),
  named('in', 'Inches (in)', 'Pulgadas (in)', 'Polegadas (in)'),
  named('ft', 'Feet (ft)', 'Pies (ft)', 'Pés (ft)'),
  named('cents', 'Cents, as 1299', 'Centavos, como 1299', 'Centavos, como 1299'),
  named('money', 'Money, as 12.99', 'Dinero, como 12,99', 'Dinheiro, como 12,99'),
];
