// Reads the entries of one long answer as they come: a list within it, or one object a line. Keeps one entry in memory.
import type { Connection, Json, SourceContext, SourcePage } from '@eclusa/flow';
import { jsonFormat, type JsonConfig } from '../files/formats/json';
import { answerPlace } from '../files/places/address';
import { readFiles } from '../files/read-files';
import { requestFor } from './http-page';
import type { HttpSourceConfig } from './http-read';

/** The pages after `at`, with `stream` in their cursors. */
export async function* readStream(
  context: SourceContext<HttpSourceConfig>,
  connection: Connection,
  since: string | undefined,
  at: Json,
): AsyncIterable<SourcePage> {
  const { config } = context;
  const ask = (headers: Parameters<Parameters<typeof answerPlace>[3]>[0]) =>
    requestFor(context, connection, since, null, headers);
  const settings: JsonConfig = {
    shape: config.shape === 'lines' ? 'lines' : 'list',
    path: config.shape === 'lines' ? '' : (config.items ?? ''),
    // Nothing but one entry is in memory, so the answer itself may be of any length.
    maxMegabytes: 1e6,
  };
  // Not a spread: it would read the signal once and for all.
  const within = Object.create(context, {
    config: { value: settings },
    cursor: { value: at },
  }) as SourceContext<JsonConfig>;
  const place = answerPlace(context, connection, config.path ?? '', ask);
  for await (const { records, cursor } of readFiles(within, place, jsonFormat)) {
    yield { records, cursor: { done: false, stream: cursor } };
  }
}
