// `eclusa validate`: says what is wrong with a flow file, and runs nothing.
import { resolve } from 'node:path';
import { validateFlow } from '@eclusa/flow';
import type { Locale } from '@eclusa/flow';
import { catalogue, connectionKinds } from '@eclusa/nodes';
import { readBindings } from './bindings';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { readFlow } from './json-file';
import { hasErrors, problemLines } from './problems';
import { label } from './sentences';
import type { Terminal } from './terminal';

export interface ValidateOptions {
  bind?: string;
  json?: boolean;
}

/** Prints the problems; 0 when the flow can be run, else 2. */
export async function validate(
  file: string,
  options: ValidateOptions,
  terminal: Terminal,
  locale: Locale,
): Promise<ExitCode> {
  const document = await readFlow(resolve(terminal.cwd, file));
  const kinds = { kinds: connectionKinds, env: terminal.env };
  const bindings =
    options.bind === undefined
      ? undefined
      : await readBindings(resolve(terminal.cwd, options.bind), document, kinds);
  const problems = validateFlow(document, catalogue(), bindings);
  const valid = !hasErrors(problems);
  if (options.json) {
    const told = problems.map((problem) => ({ ...problem, text: problem.text[locale] }));
    terminal.out(`${JSON.stringify({ valid, problems: told }, null, 2)}\n`);
  } else if (problems.length === 0) {
    terminal.out(`${label('fine', locale, { file })}\n`);
  } else {
    terminal.out(`${problemLines(problems, document, locale).join('\n')}\n`);
  }
  return valid ? exitCodes.ok : exitCodes.invalid;
}
