#!/usr/bin/env node
// The `eclusa` command.
import { explain, localeOf } from './sentences';
import { exitCodes } from './exit-codes';
import { eclusa } from './program';
import { processTerminal } from './terminal';

const terminal = processTerminal();
const argv = process.argv.slice(2);

async function main(): Promise<void> {
  try {
    process.exitCode = await eclusa(argv, terminal);
  } catch (error) {
    terminal.err(`${explain(error, localeOf(argv, terminal.env) ?? 'en')}\n`);
    process.exitCode = exitCodes.failed;
  }
}

void main();
