// `npm run sandbox`: the sandbox store and the demo ERP alone, for people who try an integration of their own against
// something that behaves like VTEX. Everything is kept in memory unless ECLUSA_SANDBOX_STATE names a file.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies, nxProgram, root } from './setup/dependencies.mjs';
import { explain, say } from './setup/say.mjs';

try {
  ensureDependencies();
  say('building');
  await ended(process.execPath, [nxProgram(), 'run', 'sandbox:build', '--outputStyle=static'], 'ignore');
  say('stop with Ctrl+C; addresses, keys and faults: packages/sandbox/README.md');
  await ended(process.execPath, [path.join(root, 'packages/sandbox/dist/main.js')], 'inherit');
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

/** Resolves when the program has ended well; Ctrl+C reaches it by itself. */
function ended(program, args, output) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', output, 'inherit'],
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      if (code === 0 || signal === 'SIGINT') resolve();
      else reject(new Error(`${path.basename(args[0])} ended with ${signal ?? code}`));
    });
  });
}
