// The commands and their options, worded in the person's language; what they do is in `*.command.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { EclusaError, UserError } from '@eclusa/flow';
import type { Locale } from '@eclusa/flow';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { heavyCommands } from './heavy-commands';
import { remoteCommands } from './remote-program';
import type { RunCommandOptions } from './run.command';
import { explain, label, localeOf } from './sentences';
import type { Label } from './sentences';
import type { Terminal } from './terminal';
import type { ValidateOptions } from './validate.command';

/** Runs one command line (without node and script) and answers its exit code. Throws only for our own defects. */
export async function eclusa(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const asked = localeOf(argv, terminal.env);
  const locale = asked ?? 'en';
  try {
    if (!asked) throw new UserError('cli.lang');
    let code: ExitCode = exitCodes.ok;
    await program(locale, terminal, (result) => (code = result)).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    // No command: the help has been shown.
    if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.invalid;
    const told = error instanceof CommanderError ? worded(error) : error;
    if (!(told instanceof EclusaError)) throw told;
    terminal.err(`${explain(told, locale)}\n`);
    return exitCodes.invalid;
  }
}

function program(locale: Locale, terminal: Terminal, done: (code: ExitCode) => void): Command {
  const say = (name: Label): string => label(name, locale);
  const many = (word: string, before: string[] = []): string[] => [...before, word];
  const root = prepared(new Command('eclusa'), locale, terminal)
    .description(say('about'))
    .usage('<command> [--…]')
    .version(versionOf(), '-V, --version', say('version'))
    .option('--lang <lang>', say('lang'))
    .helpCommand('help [command]', say('help'));
  const command = (name: string, usage = '<file> [--…]', about = name as Label): Command => {
    const made = prepared(new Command(name), locale, terminal);
    root.addCommand(made);
    return made.description(say(about)).usage(usage).option('--lang <lang>', say('lang'));
  };
  command('run')
    .argument('<file>', say('file'))
    .option('--bind <file>', say('bind'))
    .option('--param <name=value>', say('param'), many)
    .option('--input <file>', say('input'))
    .option('--dry-run', say('dryRun'))
    .option('--json', say('json'))
    .option('--out <folder>', say('out'))
    .option('--allow-host <host:port>', say('allowHost'), many)
    .option('--page-size <n>', say('pageSize'))
    .option('--quiet', say('quiet'))
    .action(async (file: string, options: RunCommandOptions) =>
      done(await heavyCommands.run()(file, options, terminal, locale)),
    );
  command('validate')
    .argument('<file>', say('file'))
    .option('--bind <file>', say('bind'))
    .option('--json', say('json'))
    .action(async (file: string, options: ValidateOptions) =>
      done(await heavyCommands.validate()(file, options, terminal, locale)),
    );
  command('nodes', '[--…]')
    .option('--json', say('json'))
    .action((options: { json?: boolean }) => done(heavyCommands.nodes()(options, terminal, locale)));
  remoteCommands({ command, terminal, locale, done });
  return root;
}

const titles: Readonly<Record<string, Label>> = {
  'Usage:': 'usage',
  'Options:': 'options',
  'Global Options:': 'globalOptions',
  'Arguments:': 'arguments',
  'Commands:': 'commands',
};

function prepared(command: Command, locale: Locale, terminal: Terminal): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', label('help', locale))
    .configureHelp({
      styleTitle: (title) => (titles[title] ? label(titles[title], locale) : title),
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`,
    })
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      // Worded by us, in `worded`.
      outputError: () => undefined,
    });
}

/** What commander found wrong, as an error of ours. */
function worded(error: CommanderError): UserError {
  const what = /'([^']+)'/.exec(error.message)?.[1] ?? error.message;
  const codes: Record<string, string> = {
    'commander.unknownOption': 'cli.unknown-option',
    'commander.unknownCommand': 'cli.unknown-command',
    'commander.excessArguments': 'cli.excess-argument',
    'commander.missingArgument': 'cli.missing-argument',
    'commander.optionMissingArgument': 'cli.missing-argument',
  };
  return new UserError(codes[error.code] ?? 'cli.usage', { values: { what } });
}

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
