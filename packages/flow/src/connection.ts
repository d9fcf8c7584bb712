// A connection: the address of another system and the secrets to enter it.
import type { Fields } from './field';
import type { Files } from './files';
import type { Json } from './json';
import type { Reach } from './node-context';
import type { Text } from './text';

/** A connection with its secrets opened, handed to a node while it runs and to nobody else. */
export interface Connection {
  id: string;
  kind: string;
  /** What people call it; errors name it. */
  name?: string;
  /** Plain settings and opened secrets by field id. */
  values: Readonly<Record<string, Json>>;
  /** Absent where nothing can be kept, as for a connection that is not saved. */
  kept?: KeptSecrets;
}

/** Where secrets are kept that the other side replaces, such as a refresh token. All processes see the same. */
export interface KeptSecrets {
  /** The values as they are now: another process may have replaced them. */
  load(): Promise<Readonly<Record<string, Json>>>;
  /** Resolves once they are durable. */
  save(secrets: Readonly<Record<string, string>>): Promise<void>;
  /** Does `work` while no other process does any for this connection: a refresh token holds once. At most 45 seconds. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** What the other side granted when a person signed in there; absent where nobody has. */
  grant?: Grant;
}

/** What a person allowed at another system. Ends when they sign in once more, or when that system refuses it. */
export interface Grant {
  /** Another one for each sign-in. */
  id: string;
  /** Undefined once it has ended. */
  load(): Promise<GrantedTokens | undefined>;
  /** Keeps what takes their place, unless the grant has ended. */
  save(tokens: GrantedTokens): Promise<void>;
  /** The other side refuses it for good, for the reason it gives. */
  end(reason: string): Promise<void>;
}

export interface GrantedTokens {
  accessToken: string;
  /** When to ask for the next, in milliseconds since 1970; null when the other side does not say how long it holds. */
  renewAt: number | null;
  /** Null where none was given: then a person signs in again. */
  refreshToken: string | null;
}

export interface ConnectionTestContext {
  connection: Connection;
  /** Goes through the guard against private addresses. */
  fetch: typeof fetch;
  reach: Reach;
  signal: AbortSignal;
  /** Files of the workspace whose connection is tried. */
  files: Files;
}

/** How the connection to a known system is filled in. */
export interface ConnectionPreset {
  id: string;
  /** The system as people call it. */
  system: string;
  values: Readonly<Record<string, Json>>;
  /** What is still to be filled in, where to find it, and whether this was tried. */
  help: Text;
}

/** One kind of connection. Fields of kind `secret` are encrypted and never sent back. */
export interface ConnectionKind {
  id: string;
  name: Text;
  help: Text;
  fields: Fields;
  /** Known systems of this kind: what their fields hold but the secrets. */
  presets?: readonly ConnectionPreset[];
  /** With which values a person signs in at the other side, in a window of the browser. */
  signIn?: { field: string; is: readonly Json[] };
  /** Throws UserError or RemoteError with what to do; returns a sentence about what answered. */
  test(context: ConnectionTestContext): Promise<Text>;
}

/** Declares a connection kind. Registered by discovery of `*.connection.ts`. */
export function defineConnection(kind: ConnectionKind): ConnectionKind {
  return kind;
}

/** Does a person sign in at the other side, with these values? */
export function signsIn({ signIn }: Pick<ConnectionKind, 'signIn'>, values: Connection['values']): boolean {
  return signIn !== undefined && signIn.is.includes(values[signIn.field] ?? null);
}

/** What the editor and the API know of a kind: everything but its functions. */
export type ConnectionKindDescription = Omit<ConnectionKind, 'test'>;
