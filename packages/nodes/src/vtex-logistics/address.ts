// The address of a dock or pickup point: single values in the box, one object at VTEX. What is not mapped stays.
import type { Json, JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import { target } from '../vtex/targets';
import { plainPostalCode } from './postal-code';

/** `acronym` is the country: that is how VTEX's address spells it. */
export const addressTargets = {
  postalCode: target.text({ en: 'Postal code', es: 'Código postal', pt: 'CEP' }, { maxLength: 20 }),
  street: target.text({ en: 'Street', es: 'Calle', pt: 'Rua' }, { maxLength: 200 }),
  number: target.text({ en: 'Number', es: 'Número', pt: 'Número' }, { maxLength: 50 }),
  complement: target.text({ en: 'Complement', es: 'Complemento', pt: 'Complemento' }, { maxLength: 200 }),
  neighborhood: target.text({ en: 'Neighbourhood', es: 'Barrio', pt: 'Bairro' }, { maxLength: 200 }),
  city: target.text({ en: 'City', es: 'Ciudad', pt: 'Cidade' }, { maxLength: 200 }),
  state: target.text({ en: 'State', es: 'Estado o provincia', pt: 'Estado' }, { maxLength: 50 }),
  acronym: target.text(
    { en: 'Country', es: 'País', pt: 'País' },
    {
      maxLength: 3,
      help: {
        en: 'Three letters, such as BRA.',
        es: 'Tres letras, como BRA.',
        pt: 'Três letras, como BRA.',
      },
    },
  ),
};

/** The held address with what is mapped on top; undefined when neither is there. */
export function addressOf(values: Values, held: Json | undefined): JsonObject | undefined {
  const before = asObject(held);
  const given = Object.keys(addressTargets).filter((name) => values[name] !== undefined);
  if (given.length === 0) return before ?? undefined;
  const texts = Object.fromEntries(
    given.filter((name) => name !== 'acronym').map((name) => [name, values[name] as Json]),
  );
  if (texts['postalCode'] !== undefined) texts['postalCode'] = plainPostalCode(texts['postalCode']);
  return { ...before, ...texts, country: countryOf(values['acronym'], asObject(before?.['country'])) };
}

function countryOf(acronym: Json | undefined, held: JsonObject | null): JsonObject {
  const wanted = String(acronym ?? held?.['acronym'] ?? 'BRA').toUpperCase();
  if (held?.['acronym'] === wanted) return held;
  return { acronym: wanted, name: wanted === 'BRA' ? 'Brazil' : wanted };
}

/** Every value that is no part of the address. */
export function withoutAddress(values: Values): Record<string, Json> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !(name in addressTargets)));
}
