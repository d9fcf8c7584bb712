// Runs a person's JavaScript where it can reach nothing: no network, no files, no object of ours.
// Time ends by interrupt. Memory ends by an own WebAssembly.Memory: QuickJS' setMemoryLimit does not count
// typed arrays (justjake/quickjs-emscripten #255), so 2 GB could be allocated under a limit of 8 MB.
import { Script } from 'node:vm';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  RELEASE_SYNC,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten';
import { UserError, type Json } from '@eclusa/flow';

// Node has it, but its type comes with the DOM's, which have no place here.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { Memory: new (pages: { initial: number; maximum: number }) => object };
};

/** WebAssembly pages of 64 KiB: 16 MiB to start with, 64 MiB at most. */
const MEMORY = { initial: 256, maximum: 1024 };
const STACK_BYTES = 128 * 1024;
const MESSAGE = 500;

export interface Sandbox {
  /** What the code returns for `input`, as JSON; undefined for nothing. Throws UserError. */
  run(input: Json): Json | undefined;
  /** False after a fault that may have left it damaged: make a new one. */
  readonly usable: boolean;
  dispose(): void;
}

export interface SandboxOptions {
  code: string;
  params: Readonly<Record<string, Json>>;
  /** Milliseconds one call may take. */
  timeLimit: number;
}

/** Throws UserError `nodes.code-syntax` with the line. Compiles only: nothing is run here. */
export function checkSyntax(code: string): void {
  try {
    new Script(`(function (row, params) { 'use strict';\n${code}\n})`, {
      filename: 'code.js',
      lineOffset: -1,
    });
  } catch (error) {
    const { message, stack = '' } = error as Error;
    const line = Number(/code\.js:(\d+)/.exec(stack)?.[1] ?? 1);
    throw new UserError('nodes.code-syntax', { values: { line, message } });
  }
}

/** A sandbox with the code loaded. */
export async function openSandbox({ code, params, timeLimit }: SandboxOptions): Promise<Sandbox> {
  const wasmMemory = new WebAssembly.Memory(MEMORY);
  const module = await newQuickJSWASMModuleFromVariant(newVariant(RELEASE_SYNC, { wasmMemory }));
  const runtime = module.newRuntime();
  runtime.setMaxStackSize(STACK_BYTES);
  let deadline = 0;
  runtime.setInterruptHandler(() => performance.now() > deadline);
  const context = runtime.newContext();
  let usable = true;
  let call: QuickJSHandle | undefined;

  const guarded = <T>(work: () => T): T => {
    deadline = performance.now() + timeLimit;
    try {
      return work();
    } catch (error) {
      // Anything but the person's own error may have stopped the machine half-way.
      usable &&= error instanceof UserError && error.code === 'nodes.code-threw';
      if (error instanceof UserError) throw error;
      throw new UserError('nodes.code-stack', { cause: error });
    }
  };

  return {
    get usable() {
      return usable;
    },
    run: (input) =>
      guarded(() => {
        call ??= load(context, code, params, timeLimit);
        const text = context.newString(JSON.stringify(input));
        const result = context.callFunction(call, context.undefined, text);
        text.dispose();
        const handle = opened(context, result, timeLimit);
        const answer = context.dump(handle) as unknown;
        handle.dispose();
        return typeof answer === 'string' ? (JSON.parse(answer) as Json) : undefined;
      }),
    // Freeing a damaged machine can abort; without references its memory goes with it.
    dispose() {
      if (!usable) return;
      usable = false;
      call?.dispose();
      context.dispose();
      runtime.dispose();
    },
  };
}

/** Evaluates the code to one function from JSON text to JSON text. */
function load(
  context: QuickJSContext,
  code: string,
  params: Readonly<Record<string, Json>>,
  timeLimit: number,
): QuickJSHandle {
  const source = `(function (row, params) { 'use strict';\n${code}\n})`;
  const user = opened(context, context.evalCode(source, 'code.js'), timeLimit);
  const wrapper = opened(context, context.evalCode(WRAPPER, 'wrapper.js'), timeLimit);
  const text = context.newString(JSON.stringify(params));
  const call = opened(context, context.callFunction(wrapper, context.undefined, user, text), timeLimit);
  for (const handle of [user, wrapper, text]) handle.dispose();
  return call;
}

// Globals and what they are made of are frozen, so that one row cannot leave something behind for the next, on whichever
// worker that runs. What all objects and errors inherit can still be set on one of them: `error.name = 'Mine'`.
const WRAPPER = `(function (user, params) {
  'use strict';
  const { parse, stringify } = JSON;
  const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const { ownKeys } = Reflect;
  globalThis.console = { log() {}, info() {}, warn() {}, error() {} };
  const inherited = (holder) => {
    for (const name of ownKeys(holder)) {
      const { value, configurable, enumerable } = getOwnPropertyDescriptor(holder, name);
      if (value === undefined || !configurable) continue;
      const set = function (own) {
        if (this === holder) throw new TypeError('What all objects share cannot be changed');
        defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
      };
      defineProperty(holder, name, { get: () => value, set, enumerable, configurable: false });
    }
  };
  const all = ownKeys(globalThis).map((name) => globalThis[name]);
  const functions = all.filter((one) => typeof one === 'function');
  const hidden = [function* () {}, async function () {}, [][Symbol.iterator](), ''[Symbol.iterator](), /a/];
  const prototypes = [...functions.map((one) => one.prototype), ...hidden.map(getPrototypeOf)];
  [Object.prototype, ...functions.map((one) => one.prototype).filter((one) => one instanceof Error)].forEach(inherited);
  inherited(Error.prototype);
  for (const one of [...all, ...prototypes]) {
    if (one !== null && (typeof one === 'object' || typeof one === 'function')) freeze(one);
  }
  freeze(globalThis);
  return (row) => {
    const result = user(parse(row), parse(params));
    return result === undefined ? undefined : stringify(result);
  };
})`;

type Result = ReturnType<QuickJSContext['evalCode']>;

function opened(context: QuickJSContext, result: Result, timeLimit: number): QuickJSHandle {
  if (!result.error) return result.value;
  const error = context.dump(result.error) as unknown;
  result.error.dispose();
  throw told(error, timeLimit);
}

/** What was thrown inside, as ours. */
function told(thrown: unknown, milliseconds: number): UserError {
  const { name = 'Error', message = String(thrown), stack = '' } = (thrown ?? {}) as Partial<Error>;
  const internal = name === 'InternalError';
  if (internal && message === 'interrupted')
    return new UserError('nodes.code-timeout', { values: { milliseconds } });
  if (internal && /memory|string too long/.test(message)) {
    return new UserError('nodes.code-memory', { values: { megabytes: (MEMORY.maximum * 64) / 1024 } });
  }
  if (internal && /stack/.test(message)) return new UserError('nodes.code-stack');
  // The code begins on the second line of what is evaluated.
  const line = Math.max(1, Number(/code\.js:(\d+)/.exec(stack ?? '')?.[1] ?? 2) - 1);
  const values = { name, message: String(message).slice(0, MESSAGE), line };
  return new UserError('nodes.code-threw', { values });
}
