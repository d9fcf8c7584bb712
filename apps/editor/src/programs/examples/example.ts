// What every example of a call is made of, whatever its language.
import type { Json } from '@eclusa/flow';

export interface ExampleCall {
  /** The address that starts runs of the flow, whole. */
  url: string;
  /** The key, or what stands in its place. Only the shell's example holds it: source text is no place for secrets. */
  key: string;
  /** The name of the key to be used, where it is known. */
  keyName: string | null;
  body: Record<string, Json>;
  /** Waits for what the flow answers. */
  waits: boolean;
}

/** Where programs find the key: the variable of the environment, or the parameter, of this name. */
export const KEY_VARIABLE = 'ECLUSA_KEY';
export const WAIT = 'wait=30';

/** Lines of text as one, without the empty ones that stand for nothing. */
export function lines(...all: readonly (string | false)[]): string {
  return all.filter((line) => line !== false).join('\n');
}

/** The first line of an example: what it does, and with which key. */
export function headLine(mark: string, { keyName, waits }: ExampleCall): string {
  const name = keyName === null ? '' : `, the key "${keyName.replace(/[\r\n"]/g, ' ')}"`;
  const does = waits ? 'Starts the flow and waits up to 30 seconds for its answer' : 'Starts the flow';
  return `${mark} ${does}. ${KEY_VARIABLE} holds the secret${name}.`;
}

/** The body as it is written in JSON. */
export function jsonOf({ body }: ExampleCall): string {
  return JSON.stringify(body, null, 2);
}

/** All lines but the first moved in by so many spaces. */
export function indented(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
