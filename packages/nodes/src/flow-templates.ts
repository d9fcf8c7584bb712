// Reads the flows that come with Eclusa. They are plain saved flows: templates, examples and tests at once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowDocumentSchema, type FlowDocument } from '@eclusa/flow';

const folder = join(__dirname, '..', 'flows');

export interface FlowTemplate {
  /** The file's name without `.flow.json`. */
  id: string;
  document: FlowDocument;
}

/** Every `flows/*.flow.json` of this package, checked against the schema, by name. */
export function flowTemplates(): FlowTemplate[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.flow.json'))
    .sort()
    .map((name) => ({
      id: name.slice(0, -'.flow.json'.length),
      document: flowDocumentSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    }));
}
