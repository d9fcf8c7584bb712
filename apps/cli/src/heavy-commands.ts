// The commands that bring the engine and the whole catalogue with them, loaded when one is called: a script calls the
// others often, and should not wait for boxes it does not use.
/* eslint-disable @typescript-eslint/no-require-imports -- loaded late on purpose; the output is CommonJS */
import type * as nodesCommand from './nodes.command';
import type * as runCommand from './run.command';
import type * as validateCommand from './validate.command';

export const heavyCommands = {
  run: () => (require('./run.command') as typeof runCommand).run,
  validate: () => (require('./validate.command') as typeof validateCommand).validate,
  nodes: () => (require('./nodes.command') as typeof nodesCommand).nodes,
};
