// `eclusa nodes`: the boxes flows are made of.
import type { Locale } from '@eclusa/flow';
import { catalogue } from '@eclusa/nodes';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import type { Terminal } from './terminal';

/** Prints the catalogue: a line each, or with `json` everything the editor knows of them. */
export function nodes(options: { json?: boolean }, terminal: Terminal, locale: Locale): ExitCode {
  const all = [...catalogue().values()];
  if (options.json) {
    terminal.out(`${JSON.stringify(all, null, 2)}\n`);
    return exitCodes.ok;
  }
  const width = Math.max(...all.map((node) => node.id.length));
  const lines = all.map((node) => `${node.id.padEnd(width)}  ${node.name[locale]}: ${node.help[locale]}`);
  terminal.out(`${lines.join('\n')}\n`);
  return exitCodes.ok;
}
