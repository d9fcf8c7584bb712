// Reads the JSON files a person names, and says what is wrong with them.
import { readFile } from 'node:fs/promises';
import { UserError, flowDocumentSchema } from '@eclusa/flow';
import type { FlowDocument, Json } from '@eclusa/flow';

/** The file as text. Throws UserError `cli.file-unreadable`. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** UserError `cli.file-unreadable`. */
export function unreadable(file: string, cause: unknown): UserError {
  const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new UserError('cli.file-unreadable', { values: { file, detail }, cause });
}

/** The file as JSON. Throws UserError `cli.file-unreadable` or `cli.not-json`. */
export async function readJson(file: string): Promise<Json> {
  return parseJson(await readText(file), file);
}

/** `text` as JSON, a byte order mark forgiven. Throws UserError `cli.not-json` naming `file`. */
export function parseJson(text: string, file: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch (cause) {
    throw new UserError('cli.not-json', { values: { file, detail: (cause as Error).message }, cause });
  }
}

/** The flow in the file. Throws UserError `cli.not-a-flow` with the first place that is wrong. */
export async function readFlow(file: string): Promise<FlowDocument> {
  const parsed = flowDocumentSchema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const values = { file, place: issue?.path.join('.') || '/', detail: issue?.message ?? '' };
  throw new UserError('cli.not-a-flow', { values });
}
