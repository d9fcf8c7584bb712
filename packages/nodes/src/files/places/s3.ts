// Files in a bucket of S3, or of anything that speaks as S3 does. All requests go through the guarded fetch.
import { AwsV4Signer } from 'aws4fetch';
import { XMLParser } from 'fast-xml-parser';
import { EclusaError, RemoteError, UserError, isJsonObject, type Connection, type Json } from '@eclusa/flow';
import { bodyBytes, readText } from '../../net/body';
import { networkError } from '../../net/remote-faults';
import type { StoreTools } from '../open-store';
import type { PlaceFile } from '../place';
import { joined, tooMany, type FileStore, type ListHow } from '../store';

const LIST_BYTES = 5e6;
/** A part of an upload: more than one where a file is larger. The service wants 5 MiB at least and 10,000 parts at most. */
const PART_BYTES = 16 * 2 ** 20;

interface S3Request {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD';
  key?: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** The store below the connection's folder. */
export function s3Store(connection: Connection, tools: StoreTools): FileStore {
  return new S3Store(connection, tools);
}

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'Contents' });

class S3Store implements FileStore {
  readonly name: string;
  private readonly root: string;

  constructor(
    private readonly connection: Connection,
    private readonly tools: StoreTools,
  ) {
    const { bucket, folder } = connection.values;
    this.name = `s3://${String(bucket ?? '')}`;
    this.root = String(folder ?? '')
      .trim()
      .replace(/^\/+|\/+$/g, '');
  }

  async list(folder: string, { deep = false, except }: ListHow = {}): Promise<PlaceFile[]> {
    const path = joined(this.root, folder).replace(/^\/|\/$/g, '');
    const prefix = path === '' ? '' : `${path}/`;
    const files: PlaceFile[] = [];
    for (let token: string | undefined; ;) {
      const query = {
        'list-type': '2',
        prefix,
        ...(!deep && { delimiter: '/' }),
        ...(token && { 'continuation-token': token }),
      };
      const { result } = await this.askXml({ method: 'GET', query }, 'ListBucketResult', path);
      for (const entry of asList(result['Contents'])) {
        const name = String(entry['Key']).slice(prefix.length);
        // Consoles make objects of no bytes to show a folder.
        if (name === '' || name.endsWith('/') || (except && name.startsWith(`${except}/`))) continue;
        files.push({ name, size: Number(entry['Size']), version: String(entry['ETag']) });
      }
      token =
        typeof result['NextContinuationToken'] === 'string' ? result['NextContinuationToken'] : undefined;
      tooMany(files.length, path);
      if (token === undefined) return files;
    }
  }

  async *read(path: string, start: number): AsyncIterable<Uint8Array> {
    const headers = { 'accept-encoding': 'identity', ...(start > 0 && { range: `bytes=${start}-` }) };
    const response = await this.ask({ method: 'GET', key: path, headers }, path);
    // Asked for what is behind the end.
    if (response.status === 416) return void (await response.body?.cancel());
    let skip = response.status === 206 ? 0 : start;
    try {
      for await (const piece of bodyBytes(response, { maxBytes: Infinity })) {
        const fresh = piece.subarray(Math.min(skip, piece.byteLength));
        skip -= piece.byteLength - fresh.byteLength;
        if (fresh.byteLength > 0) yield fresh;
      }
    } catch (error) {
      throw this.broken(error, path);
    }
  }

  async write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const parts = inParts(bytes)[Symbol.asyncIterator]();
    const first = await parts.next();
    const body = first.done ? new Uint8Array() : first.value;
    if (body.byteLength < PART_BYTES) {
      await this.done({ method: 'PUT', key: path, body }, path);
      return body.byteLength;
    }
    return this.writeParts(path, body, parts);
  }

  async move(from: string, to: string): Promise<void> {
    const { bucket } = this.connection.values;
    const source = encodeURI(`/${String(bucket)}/${joined(this.root, from)}`);
    try {
      await this.done({ method: 'PUT', key: to, headers: { 'x-amz-copy-source': source } }, from);
    } catch (error) {
      // Moved before a crash, by whoever read it then.
      if (error instanceof UserError && error.code === 'nodes.server-path-missing') return;
      throw error;
    }
    await this.remove(from);
  }

  async remove(path: string): Promise<void> {
    await this.done({ method: 'DELETE', key: path }, path);
  }

  async close(): Promise<void> {}

  private async writeParts(
    key: string,
    first: Uint8Array<ArrayBuffer>,
    rest: AsyncIterator<Uint8Array<ArrayBuffer>>,
  ): Promise<number> {
    const begun = await this.askXml(
      { method: 'POST', key, query: { uploads: '' } },
      'InitiateMultipartUploadResult',
      key,
    );
    const uploadId = String(begun.result['UploadId']);
    const etags: string[] = [];
    let size = 0;
    try {
      for (let body: Uint8Array<ArrayBuffer> | undefined = first; body;) {
        const query = { partNumber: String(etags.length + 1), uploadId };
        const answer = await this.done({ method: 'PUT', key, query, body }, key);
        etags.push(answer.headers.get('etag') ?? '');
        size += body.byteLength;
        const next: IteratorResult<Uint8Array<ArrayBuffer>> = await rest.next();
        body = next.done ? undefined : next.value;
      }
    } catch (error) {
      await this.done({ method: 'DELETE', key, query: { uploadId } }, key).catch(() => undefined);
      throw error;
    }
    const list = etags.map(
      (etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag}</ETag></Part>`,
    );
    const body = `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`;
    await this.done({ method: 'POST', key, query: { uploadId }, body }, key);
    return size;
  }

  private async askXml(
    request: S3Request,
    root: string,
    path: string,
  ): Promise<{ result: Record<string, Json> }> {
    const response = await this.ask(request, path);
    const text = await readText(response, { maxBytes: LIST_BYTES });
    const parsed = /<!DOCTYPE/i.test(text) ? {} : (parser.parse(text) as Record<string, Json>);
    const result = parsed[root];
    return { result: isJsonObject(result) ? result : {} };
  }

  private async done(request: S3Request, path: string): Promise<Response> {
    const response = await this.ask(request, path);
    await response.body?.cancel();
    return response;
  }

  private async ask(request: S3Request, path: string): Promise<Response> {
    const { method, body } = request;
    const signed = await this.signed(request);
    const { signal } = this.tools;
    try {
      const init = { method, headers: signed.headers, signal, ...(body !== undefined && { body }) };
      const response = await this.tools.fetch(signed.url, init);
      if (response.ok || response.status === 416) return response;
      const text = await readText(response, { maxBytes: 10_000 }).catch(() => '');
      throw this.refused(response.status, text, path);
    } catch (error) {
      throw this.broken(error, path);
    }
  }

  private async signed({ method, key, query = {}, headers = {}, body }: S3Request) {
    const { endpoint, region, bucket, accessKeyId, secretAccessKey, pathStyle } = this.connection.values;
    const typed = String(endpoint || `https://s3.${String(region || 'us-east-1')}.amazonaws.com`);
    if (!URL.canParse(typed)) throw new UserError('nodes.address-invalid', { values: { address: typed } });
    const base = new URL(typed);
    const inPath = pathStyle !== false;
    const url = new URL(inPath ? base : `${base.protocol}//${String(bucket)}.${base.host}`);
    const parts = [
      ...(inPath ? [String(bucket)] : []),
      ...(key === undefined ? [] : joined(this.root, key).split('/')),
    ];
    url.pathname = `${base.pathname.replace(/\/$/, '')}/${parts.map(encodeURIComponent).join('/')}`;
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return new AwsV4Signer({
      ...{
        method,
        url: url.href,
        headers: { ...headers },
        service: 's3',
        region: String(region || 'us-east-1'),
      },
      ...{ accessKeyId: String(accessKeyId ?? ''), secretAccessKey: String(secretAccessKey ?? '') },
      ...(body !== undefined && { body }),
    }).sign();
  }

  private refused(status: number, text: string, path: string): EclusaError {
    const server = this.name;
    const reason = /<Code>([^<]+)<\/Code>/.exec(text)?.[1] ?? `status ${status}`;
    if (status === 404) return new UserError('nodes.server-path-missing', { values: { server, path } });
    if (/^(InvalidAccessKeyId|SignatureDoesNotMatch)$/.test(reason) || status === 401) {
      return new RemoteError('nodes.server-denied', { retryable: false, values: { server } });
    }
    if (status === 403)
      return new UserError('nodes.server-path-denied', { values: { server, path, reason } });
    const retryable = status >= 500 || status === 429 || status === 408;
    return new RemoteError('nodes.server-unreachable', { retryable, values: { server, reason } });
  }

  private broken(error: unknown, path: string): unknown {
    return networkError(error, { method: 'GET', url: `${this.name}/${path}` }, this.tools.signal);
  }
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array<ArrayBuffer>> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    held.push(piece);
    size += piece.byteLength;
    if (size < PART_BYTES) continue;
    yield Uint8Array.from(Buffer.concat(held));
    [held, size] = [[], 0];
  }
  if (size > 0) yield Uint8Array.from(Buffer.concat(held));
}

function asList(value: Json | undefined): Record<string, Json>[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
