// What every example of a call is made of, whatever its language.
import type { Json } from '@eclusa/flow';

export interface ExampleCall {
  /** The address that starts runs of the flow, whole. */
  url: string;
  /** The key, or what stands in its place. Only the shell's example holds it: source text is no place for secrets. */
  key: string;
  comments: ExampleComments;
  body: Record<string, Json>;
  /** Waits for what the flow answers. */
  waits: boolean;
}

/** What an example says beside its code, in the language of the person. */
export interface ExampleComments {
  /** Where the key is kept, and which one it is. */
  key: string;
  /** What the Idempotency-Key is good for. */
  again: string;
  unreachable: string;
}

/** Where programs find the key: the variable of the environment, or the parameter, of this name. */
export const KEY_VARIABLE = 'ECLUSA_KEY';
export const WAIT = 'wait=30';

/** Lines of text as one, without the empty ones that stand for nothing. */
export function lines(...all: readonly (string | false)[]): string {
  return all.filter((line) => line !== false).join('\n');
}

/** A comment of one line; names in it can end neither the line nor, in PHP, the code. */
export function comment(mark: string, text: string): string {
  return `${mark} ${text.replace(/[\r\n\u2028\u2029]+/g, ' ').replaceAll('?>', '? >')}`;
}

/** The body as it is written in JSON. */
export function jsonOf({ body }: Pick<ExampleCall, 'body'>): string {
  return JSON.stringify(body, null, 2);
}

/** All lines but the first moved in by so many spaces. */
export function indented(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
