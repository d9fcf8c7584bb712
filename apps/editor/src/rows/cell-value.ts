// What a cell holds after a person typed into it. Pure.
import { isJson, type Json, type Row } from '@eclusa/flow';

/** A value keeps its type where what was typed can be read so; an absent one stays absent while nothing is typed. */
export function typedValue(text: string, before: Json | undefined): Json | undefined {
  if (before === undefined && text === '') return undefined;
  if (typeof before === 'string' || before === undefined) return text;
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : text;
  } catch {
    return text;
  }
}

/** The row with one member set, in its place; undefined takes it out. */
export function withMember(row: Row, name: string, value: Json | undefined): Row {
  if (value === undefined)
    return Object.fromEntries(Object.entries(row).filter(([member]) => member !== name));
  return { ...row, [name]: value };
}
