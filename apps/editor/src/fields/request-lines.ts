// The lines of the list of requests: what each is called, which box does it better, and what of it a search finds. Pure.
import { requestName, type ListedRequest, type NodeDescription, type Text } from '@eclusa/flow';

export interface RequestLine {
  request: string;
  name: string;
  /** The name of the box that is made for this request. */
  box: string | undefined;
  /** All of it as searches see it. */
  words: string;
}

type Say = (text: Text) => string;

/** By request, the name of the box that is made for it: it names it first, and is not on its way out. One that waits for all rows comes last. */
export function ownBoxes(nodes: ReadonlyMap<string, NodeDescription> | undefined): ReadonlyMap<string, Text> {
  const boxes = new Map<string, Text>();
  const waits = ({ behaviour }: NodeDescription) => behaviour.kind === 'barrier';
  const known = [...(nodes?.values() ?? [])].sort((a, b) => Number(waits(a)) - Number(waits(b)));
  for (const { requests, name, successor } of known) {
    const [request] = requests ?? [];
    if (request !== undefined && !successor && !boxes.has(request)) boxes.set(request, name);
  }
  return boxes;
}

/** By request; VTEX lists some twice, and a list box may not. */
export function requestLines(
  requests: readonly ListedRequest[],
  boxes: ReadonlyMap<string, Text>,
  say: Say,
): ReadonlyMap<string, RequestLine> {
  return new Map(
    requests.map((one) => {
      const { request } = one;
      const own = boxes.get(request);
      const [name, box] = [say(requestName(one)), own && say(own)];
      return [request, { request, name, box, words: plain(`${request} ${name} ${box ?? ''}`) }];
    }),
  );
}

/** True when every word of the search is somewhere in the line; accents and capitals do not matter. */
export function matchesWords(line: RequestLine | undefined, search: string): boolean {
  const wanted = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return line !== undefined && wanted.every((word) => line.words.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
