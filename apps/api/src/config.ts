// The one reading of the environment by this process. Every fault gets a sentence; nothing is guessed later.
import path from 'node:path';

/** Injection token of the configuration. */
export const CONFIG = Symbol('config');

export interface ApiConfig {
  databaseUrl: string;
  redisUrl: string;
  queuePrefix: string;
  port: number;
  /** Where people reach Eclusa; decides the cookie's Secure flag and which Origin is ours. */
  publicUrl: URL;
  /** 32 bytes, base64. */
  secretKey: string;
  /** Earlier keys, comma separated, that still open what they sealed. */
  oldSecretKeys: string;
  /** host:port pairs the guard against private addresses lets through. */
  allowHosts: string[];
  /** Origins whose pages may call the API with a key; no cookie is taken from them. */
  corsOrigins: string[];
  /** Folders of this machine that flows may read and write below. */
  folders: string[];
  editorDir: string;
  /** Largest upload in bytes. */
  maxFileBytes: number;
  /** Largest body of rows that starts a run, in bytes, unpacked. */
  maxCallBytes: number;
  logFormat: 'json' | 'text';
}

/** What is wrong with the environment, a sentence each. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigFault';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; throws ConfigFault with all faults at once. */
export function readConfig(environment: Environment): ApiConfig {
  const faults: string[] = [];
  const port = whole(environment, 'ECLUSA_PORT', 4300, 0, 65_535, faults);
  const config: ApiConfig = {
    databaseUrl: address(environment, 'DATABASE_URL', ['postgres:', 'postgresql:'], faults),
    redisUrl: address(environment, 'REDIS_URL', ['redis:', 'rediss:'], faults),
    queuePrefix: environment.ECLUSA_QUEUE_PREFIX || 'eclusa',
    port,
    publicUrl: publicUrl(environment, port, faults),
    secretKey: secretKey(environment, faults),
    oldSecretKeys: environment.ECLUSA_SECRET_KEYS_OLD ?? '',
    allowHosts: list(environment.ECLUSA_ALLOW_PRIVATE_HOSTS),
    corsOrigins: origins(environment, faults),
    folders: list(environment.ECLUSA_FOLDERS),
    editorDir: environment.ECLUSA_EDITOR_DIR || path.resolve(__dirname, '../../editor/dist'),
    maxFileBytes: whole(environment, 'ECLUSA_MAX_FILE_BYTES', 2 ** 30, 1, 2 ** 40, faults),
    maxCallBytes: whole(environment, 'ECLUSA_MAX_CALL_BYTES', 2 ** 29, 1, 2 ** 40, faults),
    logFormat: environment.ECLUSA_LOG === 'text' ? 'text' : 'json',
  };
  if (faults.length > 0) throw new ConfigFault(faults);
  return config;
}

/** A configuration that is never connected to: for writing the OpenAPI document. */
export function exampleConfig(): ApiConfig {
  return readConfig({
    DATABASE_URL: 'postgres://localhost/eclusa',
    REDIS_URL: 'redis://localhost',
    ECLUSA_SECRET_KEY: Buffer.alloc(32).toString('base64'),
  });
}

function address(environment: Environment, name: string, protocols: string[], faults: string[]): string {
  const value = environment[name] ?? '';
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!value) faults.push(`${name} is not set. Give it an address such as ${protocols[0]}//localhost.`);
  else if (!url || !protocols.includes(url.protocol)) {
    faults.push(`${name} is not an address that begins with ${protocols.join('// or ')}//.`);
  }
  return value;
}

function publicUrl(environment: Environment, port: number, faults: string[]): URL {
  const value = environment.ECLUSA_PUBLIC_URL || `http://localhost:${port}`;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value);
  faults.push('ECLUSA_PUBLIC_URL is not an address that begins with http:// or https://.');
  return new URL('http://localhost');
}

function origins(environment: Environment, faults: string[]): string[] {
  const given = list(environment.ECLUSA_CORS_ORIGINS);
  if (given.some((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin)) {
    faults.push(
      'ECLUSA_CORS_ORIGINS must be origins such as https://erp.example.com, with commas between them.',
    );
  }
  return given;
}

function secretKey(environment: Environment, faults: string[]): string {
  const value = environment.ECLUSA_SECRET_KEY ?? '';
  if (Buffer.from(value, 'base64').length !== 32) {
    faults.push(
      'ECLUSA_SECRET_KEY must be 32 random bytes in base64; make one with: openssl rand -base64 32',
    );
  }
  return value;
}

function whole(
  environment: Environment,
  name: string,
  usual: number,
  min: number,
  max: number,
  faults: string[],
): number {
  const text = environment[name];
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  faults.push(`${name} must be a whole number from ${min} to ${max}.`);
  return usual;
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}
