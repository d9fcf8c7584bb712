// Fills `{name}` places of an address, header or body with the flow's parameters and the page asked for.
import type { Json } from '@eclusa/flow';
import type { NameValue } from '../connections/http-request';

/** `text` with every known `{name}` replaced by its value, written as `escape` wants it. Unknown names stay. */
export function fillPlaces(
  text: string,
  values: Readonly<Record<string, Json>>,
  escape: (value: string) => string = (value) => value,
): string {
  return text.replace(/\{([a-zA-Z][\w-]*)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    return escape(typeof value === 'string' ? value : JSON.stringify(value));
  });
}

/** The same table with the places of its values filled. */
export function fillTable(table: readonly NameValue[], values: Readonly<Record<string, Json>>): NameValue[] {
  return table.map(({ name, value }) => ({ name, value: fillPlaces(value, values) }));
}
