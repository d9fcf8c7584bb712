// Kills apis and workers while calls are sent, and brings them back. Several may be away at once.
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../../scripts/setup/say.mjs';

/** Follows `plan` until it is done or `progress()` is undefined: no call is left to be sent. Answers kills by name. */
export async function chaos(stack, plan, progress) {
  const away = new Set();
  const returns = [];
  const kills = {};
  for (const { at, kind, pick, both, awayMs } of plan) {
    if (!(await reached(at, progress))) break;
    const up = stack.names.filter((name) => name.startsWith(`${kind}-`) && !away.has(name));
    const victims = both ? up : up.slice(Math.floor(pick * up.length)).slice(0, 1);
    for (const name of victims) {
      away.add(name);
      kills[name] = (kills[name] ?? 0) + 1;
    }
    await Promise.all(victims.map((name) => stack.kill({ name })));
    say(`call ${progress() ?? 'last'}: killed ${victims.join(' and ') || 'nobody, all are away'}`);
    returns.push(
      ...victims.map(async (name) => {
        await sleep(awayMs);
        await stack.restore([name], [name]);
        away.delete(name);
      }),
    );
  }
  await Promise.all(returns);
  return kills;
}

async function reached(at, progress) {
  for (;;) {
    const sent = progress();
    if (sent === undefined) return false;
    if (sent >= at) return true;
    await sleep(10);
  }
}
