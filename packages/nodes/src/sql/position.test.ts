import type { Row } from '@eclusa/flow';
import { Position } from './position';

const rows = (position: Position, ...given: Row[]) => given.forEach((row) => position.take(row));

describe('a position', () => {
  it('ends reading where rows go backwards', () => {
    const position = new Position({ since: 'em', key: ['id'] });
    rows(position, { em: '2026-01-02', id: 1 });
    expect(() => position.take({ em: '2026-01-01', id: 2 })).toThrow('nodes.sql-backwards');
    const keyed = new Position({ since: null, key: ['id'] });
    rows(keyed, { id: 5 });
    expect(() => keyed.take({ id: 4 })).toThrow('nodes.sql-backwards');
  });

  it('ends reading where a key is there twice, or missing', () => {
    const position = new Position({ since: null, key: ['a', 'b'] });
    rows(position, { a: 1, b: 'x' });
    expect(() => position.take({ a: 1, b: 'x' })).toThrow('nodes.sql-key-repeated');
    expect(() => position.take({ a: 2, b: null })).toThrow('nodes.sql-key-null');
    expect(() => position.take({ a: 2 })).toThrow('nodes.sql-column-missing');
  });

  it('asks for a key where too many rows share a value, and goes on behind the key where there is one', () => {
    const same = Array.from({ length: 2001 }, (_, id) => ({ em: 7, id }));
    expect(() => rows(new Position({ since: 'em', key: [] }), ...same)).toThrow('nodes.sql-many-equal');
    const keyed = new Position({ since: 'em', key: ['id'] });
    rows(keyed, ...same);
    expect(keyed.note(true)).toEqual({ at: [7, 2000], seen: null, isWhole: true });
    expect(keyed.next(true, true)).toEqual({ kind: 'after', at: [7, 2000] });
  });

  it('knows the rows of the last value again, as often as it has read them', () => {
    const first = new Position({ since: 'em', key: [] });
    rows(first, { em: 1, n: 'a' }, { em: 2, n: 'b' }, { em: 2, n: 'b' });
    const note = first.note(true);
    const next = new Position({ since: 'em', key: [] });
    if (note) next.stand(note);
    expect(next.next(true, true)).toEqual({ kind: 'from', at: [2] });
    const again = [
      { em: 2, n: 'b' },
      { em: 2, n: 'b' },
      { em: 2, n: 'b' },
      { em: 2, n: 'c' },
    ];
    expect(again.map((row) => next.isKnown(row))).toEqual([true, true, false, false]);
    expect(next.next(false, true)).toEqual({ kind: 'beyond', at: [2] });
    expect(next.next(false, false)).toEqual({ kind: 'from', at: [2] });
  });

  it('counts rows where there is no order, and refuses fewer or others than there were', () => {
    const first = new Position({ since: null, key: [] });
    rows(first, { n: 1 }, { n: 2 });
    const cursor = first.cursor();
    const stand = () => {
      const position = new Position({ since: null, key: [] });
      position.stand(cursor);
      position.resume();
      return position;
    };
    const same = stand();
    expect([{ n: 1 }, { n: 2 }, { n: 3 }].map((row) => same.isKnown(row))).toEqual([true, true, false]);
    const other = stand();
    other.isKnown({ n: 2 });
    expect(() => other.isKnown({ n: 1 })).toThrow('nodes.sql-order-changed');
    const fewer = stand();
    fewer.isKnown({ n: 1 });
    expect(() => fewer.end()).toThrow('nodes.sql-order-changed');
  });
});
