// What the commands need of the process they run in, so that tests can stand in for it.
import type { Readable } from 'node:stream';

/** What comes in. */
export interface TerminalInput {
  /** A person types. */
  isTerminal: boolean;
  /** Bytes that are handed over. */
  stream(): Readable;
  /** What a person types after `question`, without showing it. */
  secret(question: string): Promise<string>;
}

export interface Terminal {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  out(text: string): void;
  /** Progress and faults. */
  err(text: string): void;
  /** Progress may be redrawn in place. */
  redraws: boolean;
  input: TerminalInput;
  /** Calls `stop` at the first Ctrl-C; the answer ends the listening. */
  onInterrupt(stop: () => void): () => void;
}

/** The real process. A second Ctrl-C ends it at once. */
export function processTerminal(): Terminal {
  // Whoever reads may have seen enough: `eclusa runs | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    redraws: process.stderr.isTTY === true,
    input: {
      isTerminal: process.stdin.isTTY === true,
      stream: () => process.stdin,
      secret: typedSecret,
    },
    onInterrupt(stop) {
      let asked = false;
      const interrupt = (): void => {
        if (asked) process.exit(130);
        asked = true;
        stop();
      };
      process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
      return () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    },
  };
}

const [enter, endOfText, interrupt, backspace, erase] = ['\r', '\u0004', '\u0003', '\u007f', '\b'];

/** Nothing of it is shown: the terminal is told not to repeat what is typed. */
function typedSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve) => {
    let typed = '';
    const done = (): void => {
      stdin.off('data', take).setRawMode(false).pause();
      stderr.write('\n');
    };
    const take = (piece: string): void => {
      for (const character of piece) {
        if (character === interrupt) {
          done();
          process.exit(130);
        }
        if (character === enter || character === '\n' || character === endOfText) {
          done();
          return resolve(typed);
        }
        if (character === backspace || character === erase) typed = typed.slice(0, -1);
        else typed += character;
      }
    };
    stdin.on('data', take);
  });
}
