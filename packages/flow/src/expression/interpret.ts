// The slow path: JSONata's own interpreter, kept from freezing the process, from the row's prototypes and from
// the row itself. One evaluation runs at a time, so that the clock of each starts when it really starts.
import type jsonata from 'jsonata';
import { UserError } from '../errors';
import type { Json } from '../json';
import { registerFunctions, reservedNames } from './builtins';
import { reserved } from './compile-construct';
import { type Bag, setMember } from './values';

/** Milliseconds of evaluations after which the event loop gets its turn. */
const turn = 25;
let last: Promise<unknown> = Promise.resolve();
let turnStarted = 0;

export type Interpreter = (input: Json, variables: Readonly<Bag>) => Promise<unknown>;

export function interpreter(expression: jsonata.Expression): Interpreter {
  registerFunctions(expression);
  return (input, variables) =>
    inLine(() => {
      const bound: Bag = Object.create(null) as Bag;
      for (const name of Object.keys(variables)) {
        if (!reservedNames.has(name)) bound[name] = copy(variables[name]);
      }
      return expression.evaluate(copy(input), bound) as Promise<unknown>;
    });
}

async function inLine(work: () => Promise<unknown>): Promise<unknown> {
  const run = last.then(async () => {
    if (Date.now() - turnStarted > turn) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      turnStarted = Date.now();
    }
    return work();
  });
  last = run.catch(() => undefined);
  return run;
}

/** JSONata marks lists it was given and takes objects with its own flags for functions: it gets a clean copy. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  const result: Bag = {};
  for (const key of Object.keys(value)) {
    if (reserved.has(key)) throw new UserError('expression.reserved-name', { values: { name: key } });
    setMember(result, key, copy((value as Bag)[key]));
  }
  return result;
}
