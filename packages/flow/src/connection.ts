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
  /** Plain settings and opened secrets by field id. */
  values: Readonly<Record<string, Json>>;
  /** Where secrets are kept that the other side replaces, such as a refresh token; absent where none can be. */
  kept?: {
    /** The values as they are now: another process may have replaced them. */
    load(): Promise<Readonly<Record<string, Json>>>;
    /** Resolves once they are durable. */
    save(secrets: Readonly<Record<string, string>>): Promise<void>;
  };
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
  /** Throws UserError or RemoteError with what to do; returns a sentence about what answered. */
  test(context: ConnectionTestContext): Promise<Text>;
}

/** Declares a connection kind. Registered by discovery of `*.connection.ts`. */
export function defineConnection(kind: ConnectionKind): ConnectionKind {
  return kind;
}

/** What the editor and the API know of a kind: everything but its functions. */
export type ConnectionKindDescription = Omit<ConnectionKind, 'test'>;
