// Reads the flows that come with Eclusa. They are plain saved flows: templates, examples and tests at once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowDocumentSchema, type FlowDocument, type Text } from '@eclusa/flow';

export const templateTopics = [
  'catalogue',
  'stock',
  'prices',
  'promotions',
  'orders',
  'invoices',
  'cancellations',
  'compare',
  'reports',
] as const;
export type TemplateTopic = (typeof templateTopics)[number];

const folder = join(__dirname, '..', 'flows');

/** What a person reads before choosing: in `flows/<id>.texts.json`, since a flow itself has one language. */
interface TemplateTexts {
  /** What it is about: similar ones stand together. */
  topic: TemplateTopic;
  name: Text;
  /** What a person wants who needs it, in their own words. */
  intention: Text;
  /** What it does, in one sentence. */
  summary: Text;
  description: Text;
}

export interface FlowTemplate extends TemplateTexts {
  /** The file's name without `.flow.json`. */
  id: string;
  /** The ERP of a preset: part of a flow, ready for that system. Absent for whole flows. */
  system?: string;
  document: FlowDocument;
}

/** The one most people begin with. */
const first = 'products-prices-stock';

/** Every `flows/*.flow.json` of this package, checked against the schema: the first one, then the others by name. */
export function flowTemplates(): FlowTemplate[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.flow.json'))
    .sort((a, b) => Number(b.startsWith(first)) - Number(a.startsWith(first)) || (a < b ? -1 : 1))
    .map((name) => {
      const id = name.slice(0, -'.flow.json'.length);
      const texts = read(`${id}.texts.json`) as TemplateTexts;
      return { id, ...texts, document: flowDocumentSchema.parse(read(name)) };
    });
}
