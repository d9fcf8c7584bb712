// A SOAP service by its WSDL, through node-soap: operations by name, messages in the schema's order, faults as errors.
import {
  EclusaError,
  RemoteError,
  UserError,
  type Connection,
  type Files,
  type Json,
  type Limiter,
  type JsonObject,
} from '@eclusa/flow';
import type { Client, IOptions, WSDL, WSSecurity } from 'soap';
import { checkXml } from './xml-guard';
import { KeptBack, soapHttp, type SoapHttp } from './soap-http';
import { fileName, pasted, uploaded, wsdlFiles } from './wsdl-source';

export interface ServiceTools {
  fetch: typeof fetch;
  signal: AbortSignal;
  now(): Date;
  dryRun: boolean;
  /** Every call only reads. */
  reads: boolean;
  /** Absent where a connection is only tried. */
  limiter?: Limiter;
  timeoutMs?: number;
  maxBytes?: number;
  /** Where a WSDL that was uploaded is kept. */
  files?: Files;
}

export interface SoapService {
  /** Names of its operations, in the order of the WSDL. */
  operations: readonly string[];
  /** The address in the WSDL that nothing is sent to because nobody named it; undefined where calls may leave. */
  refusedAddress: string | undefined;
  /** What the operation answers; null in a dry run. Throws RemoteError `nodes.soap-fault` or what the wire did. */
  call(operation: string, values: JsonObject): Promise<Json>;
}

const soap11 = 'http://schemas.xmlsoap.org/wsdl/soap/';
const soap12 = 'http://schemas.xmlsoap.org/wsdl/soap12/';

/** The service of a connection of kind `soap`. Throws UserError or RemoteError. */
export async function openService(connection: Connection, tools: ServiceTools): Promise<SoapService> {
  const { values } = connection;
  const text = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '');
  const [address, endpoint] = [text('wsdl'), text('endpoint')];
  const files = await wsdlFiles(values, tools.files);
  const http: SoapHttp = {
    ...tools,
    connection,
    timeoutMs: tools.timeoutMs ?? 60_000,
    maxBytes: tools.maxBytes ?? 20e6,
    trusted: new Set(
      [files ? '' : address, endpoint].filter((one) => URL.canParse(one)).map((one) => new URL(one).origin),
    ),
    ...(files && { part: (at) => files.part(at) }),
    ...(text('auth') === 'basic' && {
      authorization: `Basic ${Buffer.from(`${text('username')}:${text('password')}`).toString('base64')}`,
    }),
  };
  const client = soapHttp(http);
  const inside = files ? uploaded : pasted;
  const options: IOptions = {
    httpClient: client,
    disableCache: true,
    handleNilAsNull: true,
    ...(endpoint && { endpoint }),
    // An import by any other means than the guarded client would read this machine's files.
    wsdl_options: {
      overrideImportLocation: (at: string) =>
        /^https?:/i.test(at) ? at : new URL(encodeURIComponent(fileName(at)), inside).href,
    },
  };
  const isPasted = !files && text('wsdlText') !== '';
  const source = files?.text ?? (text('wsdlText') || (await fetchText(client, address)));
  if (isPasted) checkXml(source, { method: 'GET', url: pasted });
  // A service that only speaks SOAP 1.2.
  options.forceSoap12Headers = source.includes(soap12) && !source.includes(soap11);
  const wsdl = await parse(source, files ? uploaded : isPasted ? pasted : address, options, files?.name);
  const soap = await import('soap');
  const service = new soap.Client(wsdl, endpoint || undefined, options);
  // A dry run shows what it would send, so nothing secret may be in it.
  if (text('auth') === 'wss' && !(tools.dryRun && !tools.reads)) service.setSecurity(security(values, soap));
  return serviceOf(service, wsdl, { endpoint, http });
}

function security(values: Connection['values'], soap: typeof import('soap')): WSSecurity {
  const passwordType = values['digest'] === true ? 'PasswordDigest' : 'PasswordText';
  const hasTimeStamp = values['timestamp'] === true;
  return new soap.WSSecurity(String(values['username'] ?? ''), String(values['password'] ?? ''), {
    passwordType,
    hasTimeStamp,
  });
}

async function fetchText(client: ReturnType<typeof soapHttp>, address: string): Promise<string> {
  if (address === '') throw new UserError('nodes.wsdl-missing');
  return new Promise((resolve, reject) => {
    void client.request(address, undefined, (error: Error | null, _answer: unknown, body: string) =>
      error ? reject(error) : resolve(body),
    );
  });
}

async function parse(
  source: string,
  address: string,
  options: IOptions,
  file: string | undefined,
): Promise<WSDL> {
  try {
    const soap = await import('soap');
    return await new Promise((resolve, reject) => {
      const wsdl: WSDL = new soap.WSDL(source, address, options);
      wsdl.onReady((error) => (error ? reject(error) : resolve(wsdl)));
    });
  } catch (error) {
    if (error instanceof EclusaError) throw error;
    const reason = ((error as Error | null)?.message ?? String(error)).slice(0, 300);
    throw file === undefined
      ? new UserError('nodes.wsdl-broken', { values: { address, reason }, cause: error })
      : new UserError('nodes.wsdl-file-broken', { values: { name: file, reason }, cause: error });
  }
}

interface Port {
  location: string;
  binding: { transport?: string; methods: Record<string, unknown> };
}

type Answered = (args: unknown, done: (error: unknown, result?: unknown) => void) => void;

interface Operation {
  location: string;
  input: unknown;
  run: Answered;
}

/** Each operation at the first port that speaks SOAP: others are for forms in a browser, or the same in SOAP 1.2. */
function operationsOf(client: Client, wsdl: WSDL): Map<string, Operation> {
  const described = client.describe() as Record<string, Record<string, Operations>>;
  const found = new Map<string, Operation>();
  for (const [service, { ports }] of Object.entries(
    wsdl.definitions.services as Record<string, { ports: Record<string, Port> }>,
  )) {
    for (const [port, { location, binding }] of Object.entries(ports)) {
      if (!binding.transport) continue;
      const methods = (client[service] as Record<string, Record<string, Answered>>)[port] ?? {};
      for (const [name, run] of Object.entries(methods)) {
        const input = described[service]?.[port]?.[name]?.input;
        if (!found.has(name)) found.set(name, { location, input, run });
      }
    }
  }
  return found;
}

function serviceOf(
  client: Client,
  wsdl: WSDL,
  { endpoint, http }: { endpoint: string; http: SoapHttp },
): SoapService {
  const all = operationsOf(client, wsdl);
  // Credentials, and the row's data, go where the person said, not where a description says.
  const isElsewhere = (url: string) =>
    !endpoint && URL.canParse(url) && !http.trusted.has(new URL(url).origin);
  return {
    operations: [...all.keys()],
    refusedAddress: [...all.values()].map(({ location }) => location).find(isElsewhere),
    async call(name, values) {
      const operation = all.get(name);
      if (!operation) {
        const known = [...all.keys()].join(', ').slice(0, 600);
        throw new UserError('nodes.soap-operation-unknown', { values: { operation: name, known } });
      }
      const url = endpoint || operation.location;
      if (isElsewhere(url)) {
        throw new UserError('nodes.soap-endpoint-elsewhere', { values: { address: url } });
      }
      try {
        const result = await new Promise<unknown>((resolve, reject) => {
          operation.run(ordered(values, operation.input), (error, answer) =>
            error ? reject(error as Error) : resolve(answer),
          );
        });
        return (JSON.parse(JSON.stringify(result ?? null)) ?? null) as Json;
      } catch (error) {
        if (error instanceof KeptBack) return null;
        throw faultOf(error, name, url, values);
      }
    },
  };
}

type Operations = Record<string, { input?: unknown }>;

/** Members in the schema's order, which node-soap only keeps for types that have a name; the others after them. */
function ordered(value: Json, shape: unknown): Json {
  if (Array.isArray(value)) return value.map((one) => ordered(one, shape));
  if (typeof value !== 'object' || value === null || typeof shape !== 'object' || shape === null)
    return value;
  const known = new Map(
    Object.entries(shape).map(([name, inside]) => [name.replace(/\[\]$/, ''), inside as unknown]),
  );
  const places = [...known.keys()];
  const place = (name: string) => (known.has(name) ? places.indexOf(name) : places.length);
  const names = Object.keys(value).sort((a, b) => place(a) - place(b));
  return Object.fromEntries(names.map((name) => [name, ordered(value[name] ?? null, known.get(name))]));
}

interface SoapError {
  root?: { Envelope?: { Body?: { Fault?: JsonObject } } };
  response?: { status?: number };
}

function faultOf(error: unknown, operation: string, url: string, values: JsonObject): unknown {
  if (error instanceof EclusaError || !(error instanceof Error)) return error;
  const { root, response } = error as SoapError;
  const fault = root?.Envelope?.Body?.Fault;
  const request = { method: 'POST', url, body: { operation, values } };
  if (!fault) {
    const reason = error.message.slice(0, 300);
    return new RemoteError('nodes.soap-answer-strange', {
      retryable: false,
      values: { operation, reason },
      request,
    });
  }
  const code = plain(fault['faultcode']) || plain((fault['Code'] as JsonObject | undefined)?.['Value']);
  const message = plain(fault['faultstring']) || plain((fault['Reason'] as JsonObject | undefined)?.['Text']);
  return new RemoteError('nodes.soap-fault', {
    // A fault is an answer: the service looked at the call and refused it.
    retryable: false,
    values: {
      operation,
      faultCode: code,
      message: message.slice(0, 600),
      detail: JSON.stringify(fault['detail'] ?? '').slice(0, 600),
    },
    request,
    ...(response?.status !== undefined && { response: { status: response.status, body: fault } }),
  });
}

/** node-soap gives a text with attributes as an object. */
function plain(value: Json | undefined): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return String(value['$value'] ?? '');
  return value === undefined || value === null ? '' : String(value as string);
}

/** `cliente.endereco.rua` and the like as objects within objects. */
export function nested(lines: readonly (readonly [string, Json | undefined])[]): JsonObject {
  const whole: JsonObject = {};
  for (const [path, value] of lines) {
    if (value === undefined) continue;
    const parts = path.split('.').map((part) => part.trim());
    let at = whole;
    for (const part of parts.slice(0, -1)) {
      const next = Object.hasOwn(at, part) ? at[part] : undefined;
      if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next;
      else at = at[part] = {} as JsonObject;
    }
    at[parts.at(-1) ?? ''] = value;
  }
  return whole;
}
