// A file of one JSON value per line, made when the first line comes.
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '@eclusa/flow';

/** Lines of one run. What an earlier run left under the same name is removed. */
export class NdjsonFile {
  lines = 0;
  private handle: number | undefined;

  constructor(readonly file: string) {
    this.guarded(() => rmSync(file, { force: true }));
  }

  /** Writes at once: a crash later loses no line, and none waits in memory. Throws UserError `cli.out-unwritable`. */
  add(value: unknown): void {
    this.guarded(() => {
      if (this.handle === undefined) {
        mkdirSync(dirname(this.file), { recursive: true });
        this.handle = openSync(this.file, 'w');
      }
      writeSync(this.handle, `${JSON.stringify(value)}\n`);
    });
    this.lines++;
  }

  close(): void {
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch (cause) {
      const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
      throw new UserError('cli.out-unwritable', { values: { file: this.file, detail }, cause });
    }
  }
}
