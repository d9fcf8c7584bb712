// Real files of other systems to test with. They lie beside the project and are no part of it: where they are
// missing, the tests over them are left out, and the sum of the tests says so.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(__dirname, '../../../../shared/samples');

/** `it`, or a reported omission on a machine without the files. */
export const itWithSamples = existsSync(folder) ? it : it.skip;

/** The bytes of one file, by its path below the samples. */
export function sample(file: string): Buffer {
  return readFileSync(path.join(folder, file));
}
