// What was read of a store for one row, and from it what a write for that row changes. Used where differences are
// told: in a dry run, and in a run that may only do what a dry run showed.
import { memberChanges, newId, type Difference, type Json, type JsonObject } from '@eclusa/flow';
import { expandPath, type VtexCall, type VtexClient } from '@eclusa/vtex';
import { asObject, hasStatus, toFlowError } from './remote';

type Call = Pick<VtexCall, 'method' | 'path' | 'params' | 'body' | 'surface'>;

/** Calls that start or stop something: they make no thing that could be there before. */
const verbs =
  /\/(start-handling|cancel|confirm|commit|acknowledge|(de|in)?activat(e|ion)|(un)?archive|transfer|remove|retry|deny-[\w-]+|changenotification(\/\w+)*)$/i;

/** One row's. Never throws: what cannot be told is `other`. */
export class RowReads {
  private readonly answers = new Map<string, Json>();

  constructor(
    private readonly client: VtexClient,
    private readonly signal: AbortSignal,
  ) {}

  /** Remembers what a GET answered; null for what is not there. */
  note(call: Call, answer: Json): void {
    if (call.method === 'GET') this.answers.set(placeOf(call), answer);
  }

  /** `before` gives what is there now where no read of the same path does. */
  async difference(call: Call, before?: () => Promise<Json | undefined>): Promise<Difference> {
    if (call.method === 'DELETE') return { kind: 'delete', members: [] };
    const body = (call.body ?? null) as Json;
    if (body === null || verbs.test(placeOf(call))) return { kind: 'other', members: [] };
    const held = before ? await before().catch(() => undefined) : await this.before(call, body);
    if (held === undefined) {
      return { kind: call.method === 'POST' ? 'create' : 'other', members: created(body) };
    }
    if (held === null) return { kind: 'create', members: created(body) };
    const members = memberChanges(held, body);
    return { kind: members.length === 0 ? 'same' : 'update', members };
  }

  private async before(call: Call, body: Json): Promise<Json | undefined> {
    const place = placeOf(call);
    if (place.includes(newId)) return null;
    const known = this.answers.get(place);
    if (known !== undefined && !(call.method === 'POST' && Array.isArray(known))) return known;
    return call.method === 'POST' ? this.named(place, body) : this.read(call);
  }

  // A POST that updates names its thing in the body: it was read below the path it is sent to.
  private named(place: string, body: Json): Json | undefined {
    const ids = Object.values(asObject(body) ?? {}).map(String);
    for (const [path, answer] of this.answers) {
      const below = path.startsWith(`${place}/`) ? path.slice(place.length + 1) : '';
      if (below !== '' && ids.includes(below) && asObject(answer)) return answer;
    }
    return undefined;
  }

  // The box wrote without reading. Where VTEX answers a GET at the same path, that is what is there.
  private async read({ method, path, params, surface }: Call): Promise<Json | undefined> {
    try {
      const shared = { path, ...(params && { params }), ...(surface && { surface }) };
      const { body } = await this.client.request({ method: 'GET', ...shared, signal: this.signal });
      return body as Json;
    } catch (error) {
      // Of a PATCH the path may be one that nothing can be read from.
      return method === 'PUT' && hasStatus(toFlowError(error), 404) ? null : undefined;
    }
  }
}

function created(body: Json): Difference['members'] {
  return asObject(body) ? memberChanges({} as JsonObject, body) : memberChanges(null, body);
}

function placeOf({ path, params }: Call): string {
  try {
    return decodeURIComponent(expandPath(path, params));
  } catch {
    return path;
  }
}
