// Reads what a call brings: JSON, a form, XML, CSV, or the texts of a form with parts. Files are refused.
import { EclusaError, UserError, type HookCall, type Json } from '@eclusa/flow';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { checkXml } from '../soap-service/xml-guard';
import { headerOf } from './webhook-signature';

/** A call that is not taken: the status it is answered with, and why. */
export class HookRefusal extends UserError {
  constructor(
    readonly status: 415 | 422,
    code: string,
    values: Record<string, string | number> = {},
  ) {
    super(code, { values });
  }
}

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
});

/** What the body says. Throws HookRefusal: 415 for a type nobody reads here, 422 for a body that is not of its type. */
export async function readHookBody(call: HookCall): Promise<Json> {
  if (call.body.length === 0) return { ...call.query };
  const type = headerOf(call, 'content-type');
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (kind === 'multipart/form-data') return parts(call, type);
  const text = decoded(call.body, type);
  if (kind === '' || /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(kind)) return json(text);
  if (kind === 'application/x-www-form-urlencoded') return members(new URLSearchParams(text));
  if (/^(?:application|text)\/(?:[\w.-]+\+)?xml$/.test(kind)) return fromXml(text);
  if (kind === 'text/csv' || kind === 'application/csv') return csv(text);
  throw new HookRefusal(415, 'nodes.hook-type', { type: kind });
}

function decoded(bytes: Uint8Array, type: string): string {
  const charset = /charset="?([\w.:-]+)/i.exec(type)?.[1] ?? 'utf-8';
  const decoder = decoderOf(charset);
  if (!decoder) throw new HookRefusal(415, 'nodes.hook-charset', { charset });
  try {
    return decoder.decode(bytes);
  } catch {
    throw new HookRefusal(422, 'nodes.hook-characters', { charset });
  }
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return null;
  }
}

function json(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new HookRefusal(422, 'nodes.hook-broken', { type: 'JSON' });
  }
}

/** A name that comes more than once holds all its values. */
function members(entries: Iterable<[string, string]>): Json {
  const read = new Map<string, string[]>();
  for (const [name, value] of entries) read.set(name, [...(read.get(name) ?? []), value]);
  return Object.fromEntries([...read].map(([name, all]) => [name, all.length === 1 ? all[0]! : all]));
}

function fromXml(text: string): Json {
  try {
    checkXml(text, { method: 'POST', url: '' });
    return xml.parse(text) as Json;
  } catch (error) {
    const isRefused = error instanceof EclusaError && error.code === 'nodes.xml-refused';
    throw isRefused
      ? new HookRefusal(422, 'nodes.hook-xml')
      : new HookRefusal(422, 'nodes.hook-broken', { type: 'XML' });
  }
}

/** With a line of names. What parts its fields is what stands most often in that line. */
function csv(text: string): Json {
  const [head = ''] = text.split('\n', 1);
  const count = (mark: string) => head.split(mark).length;
  const [delimiter = ','] = [';', ',', '\t'].sort((a, b) => count(b) - count(a));
  try {
    return parse(text, { columns: true, bom: true, delimiter, skip_empty_lines: true });
  } catch {
    throw new HookRefusal(422, 'nodes.hook-broken', { type: 'CSV' });
  }
}

async function parts(call: HookCall, type: string): Promise<Json> {
  const form = await new Response(Buffer.from(call.body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new HookRefusal(422, 'nodes.hook-broken', { type: 'multipart/form-data' });
    });
  const texts: [string, string][] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') throw new HookRefusal(415, 'nodes.hook-file', { name });
    texts.push([name, value]);
  }
  return members(texts);
}
