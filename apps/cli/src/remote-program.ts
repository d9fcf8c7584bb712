// The commands that speak with a service, and their options.
import type { Command } from 'commander';
import { cancel } from './cancel.command';
import type { ExitCode } from './exit-codes';
import { login } from './login.command';
import type { LoginOptions } from './login.command';
import { logout } from './logout.command';
import { logs } from './logs.command';
import type { LogsOptions } from './logs.command';
import { replay } from './replay.command';
import type { ReplayOptions } from './replay.command';
import { runs } from './runs.command';
import type { RunsOptions } from './runs.command';
import type { Locale } from '@eclusa/flow';
import { label } from './sentences';
import type { Label } from './sentences';
import type { Terminal } from './terminal';
import { trigger } from './trigger.command';
import type { TriggerOptions } from './trigger.command';
import { whoami } from './whoami.command';

interface Parts {
  /** Makes a command of this name. */
  command(name: string, usage: string, about?: Label): Command;
  terminal: Terminal;
  locale: Locale;
  done(code: ExitCode): void;
}

/** Adds them. */
export function remoteCommands(parts: Parts): void {
  keyCommands(parts);
  triggerCommand(parts);
  runCommands(parts);
}

function keyCommands({ command, terminal, locale, done }: Parts): void {
  const say = (name: Label): string => label(name, locale);
  command('login', '[address] [--…]')
    .argument('[address]', say('address'))
    .option('--json', say('jsonLines'))
    .action(async (address: string | undefined, options: LoginOptions) =>
      done(await login(address, options, terminal, locale)),
    );
  command('logout', '[--…]').action(async () => done(await logout(terminal, locale)));
  command('whoami', '[--…]', 'whoamiHelp')
    .option('--json', say('jsonLines'))
    .action(async (options: { json?: boolean }) => done(await whoami(options, terminal, locale)));
}

function triggerCommand({ command, terminal, locale, done }: Parts): void {
  const say = (name: Label): string => label(name, locale);
  const many = (word: string, before: string[] = []): string[] => [...before, word];
  command('trigger', '<flow> [--…]')
    .argument('<flow>', say('flowGiven'))
    .option('--store <store>', say('storeGiven'))
    .option('--row <json>', say('rowGiven'))
    .option('--rows <file>', say('rowsGiven'))
    .option('--format <format>', say('formatGiven'))
    .option('--wait [seconds]', say('waitGiven'))
    .option('--idempotency-key <key>', say('keyGiven'))
    .option('--tag <word>', say('tagGiven'), many)
    .option('--priority <priority>', say('priorityGiven'))
    .option('--run-at <time>', say('runAtGiven'))
    .option('--dry-run', say('dryRun'))
    .option('--json', say('jsonLines'))
    .action(async (flow: string, options: TriggerOptions) =>
      done(await trigger(flow, options, terminal, locale)),
    );
}

function runCommands({ command, terminal, locale, done }: Parts): void {
  const say = (name: Label): string => label(name, locale);
  command('runs', '[--…]')
    .option('--flow <flow>', say('flowFilter'))
    .option('--store <store>', say('storeFilter'))
    .option('--state <state>', say('stateFilter'))
    .option('--tag <word>', say('tagFilter'))
    .option('--since <time>', say('sinceFilter'))
    .option('--limit <n>', say('limitGiven'))
    .option('--json', say('jsonLines'))
    .action(async (options: RunsOptions) => done(await runs(options, terminal, locale)));
  command('logs', '<run> [--…]')
    .argument('<run>', say('runGiven'))
    .option('-f, --follow', say('followGiven'))
    .option('--limit <n>', say('limitGiven'))
    .option('--json', say('jsonLines'))
    .action(async (run: string, options: LogsOptions) => done(await logs(run, options, terminal, locale)));
  command('replay', '<run> [--…]')
    .argument('<run>', say('runGiven'))
    .option('--node <box>', say('nodeGiven'))
    .option('--code <code>', say('codeGiven'))
    .option('--newest', say('newestGiven'))
    .option('--wait [seconds]', say('waitGiven'))
    .option('--json', say('jsonLines'))
    .action(async (run: string, options: ReplayOptions) =>
      done(await replay(run, options, terminal, locale)),
    );
  command('cancel', '<run> [--…]')
    .argument('<run>', say('runGiven'))
    .option('--json', say('jsonLines'))
    .action(async (run: string, options: { json?: boolean }) =>
      done(await cancel(run, options, terminal, locale)),
    );
}
