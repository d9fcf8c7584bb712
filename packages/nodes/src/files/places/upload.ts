// The one file that the person uploaded.
import { UserError, type Files } from '@eclusa/flow';
import { readable } from '../file';
import type { Place } from '../place';

/** A place with one file in it, which never changes. Throws UserError `nodes.csv-file-missing` when there is none. */
export function uploadPlace(files: Files, id: string | undefined): Place {
  return {
    async list() {
      if (!id) throw new UserError('nodes.csv-file-missing');
      return [{ name: id, size: null, version: null }];
    },
    async open({ name }) {
      const stored = await files.open(name);
      return readable({
        name: stored.name,
        size: stored.size,
        read: (start) => (start >= stored.size ? none() : stored.read(start)),
      });
    },
    async finish() {},
    async close() {},
  };
}

async function* none(): AsyncIterable<never> {}
