// A box that reads files of one format: what all of them share, so that a format is its parser and its own fields.
import {
  defineNode,
  type Fields,
  type Json,
  type NodeExample,
  type NodeType,
  type SourceContext,
  type Text,
} from '@eclusa/flow';
import type { FileFormat } from './file';
import { fileLimitFields, placeFields, type PlaceConfig } from './file-fields';
import type { FileLimits } from './limits';
import { openPlace } from './open-place';
import { readFiles } from './read-files';

export interface FileSource<Config> {
  id: string;
  name: Text;
  help: Text;
  keywords: readonly string[];
  format: FileFormat<Config>;
  /** What the format itself asks. */
  fields: Fields;
  /** Types of files for the dialog that chooses one. */
  accepts: readonly string[];
  example: NodeExample;
}

type Config = PlaceConfig & FileLimits & Record<string, Json | undefined>;

/** The node of a format. */
export function fileSource<C extends Config>(source: FileSource<C>): NodeType {
  const { format, fields, accepts, ...own } = source;
  return defineNode<C>({
    ...own,
    version: 1,
    group: 'source',
    fields: { ...placeFields([...accepts, '.zip', '.gz']), ...fields, ...fileLimitFields },
    behaviour: {
      kind: 'source',
      async *read(context: SourceContext<C>) {
        yield* readFiles(context, await openPlace(context), format);
      },
    },
  });
}
