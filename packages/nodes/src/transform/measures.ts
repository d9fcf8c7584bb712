// The operations of the aggregate node, fed one value at a time. Refuses to add up what is no number.
import { UserError, type Json } from '@eclusa/flow';

const operations = ['sum', 'count', 'min', 'max', 'average', 'first', 'last', 'list'] as const;
export type Operation = (typeof operations)[number];

export interface Measure {
  /** Takes the value of one row. Nothing, null and an empty text are left out. Throws UserError. */
  add(value: Json | undefined): void;
  result(): Json;
}

/** A list of one group longer than this is a sign of a wrong group field. */
const MAX_LIST = 10_000;

/** True for the name of an operation. */
export function isOperation(name: string): name is Operation {
  return (operations as readonly string[]).includes(name);
}

/** A fresh measure; `name` is the field it fills, for errors. */
export function newMeasure(operation: Operation, name: string): Measure {
  const measure = kinds[operation](name);
  return {
    add: (value) => {
      if (value !== undefined && value !== null && value !== '') measure.add(value);
    },
    result: () => measure.result(),
  };
}

interface Given {
  add(value: Json): void;
  result(): Json;
}

const kinds: Record<Operation, (name: string) => Given> = {
  count: () => {
    let count = 0;
    return { add: () => void count++, result: () => count };
  },
  sum: (name) => {
    const sum = newSum();
    return { add: (value) => sum.add(numberOf(value, name)), result: () => sum.total() };
  },
  average: (name) => {
    const sum = newSum();
    let count = 0;
    return {
      add: (value) => {
        sum.add(numberOf(value, name));
        count++;
      },
      result: () => (count === 0 ? null : clean(sum.total() / count)),
    };
  },
  min: () => extreme((value, best) => value < best),
  max: () => extreme((value, best) => value > best),
  first: () => {
    let first: Json = null;
    return { add: (value) => void (first ??= value), result: () => first };
  },
  last: () => {
    let last: Json = null;
    return { add: (value) => void (last = value), result: () => last };
  },
  list: (name) => {
    const list: Json[] = [];
    return {
      add: (value) => {
        if (list.length >= MAX_LIST)
          throw new UserError('nodes.list-too-long', { values: { name, limit: MAX_LIST } });
        list.push(value);
      },
      result: () => list,
    };
  },
};

/** Compensated summation (Neumaier), so that a million prices do not drift by cents. */
function newSum() {
  let sum = 0;
  let lost = 0;
  return {
    add(value: number) {
      const next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    },
    total: () => clean(sum + lost),
  };
}

/** 0.30000000000000004 is 0.3: 15 digits are what a double holds exactly. */
function clean(value: number): number {
  return Number(value.toPrecision(15));
}

function extreme(better: (value: number | string, best: number | string) => boolean): Given {
  let best: number | string | undefined;
  return {
    add: (value) => {
      const comparable = typeof value === 'number' ? value : String(value);
      if (best === undefined || better(comparable, best)) best = comparable;
    },
    result: () => best ?? null,
  };
}

function numberOf(value: Json, name: string): number {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw new UserError('nodes.aggregate-not-number', { values: { name, value } });
  }
  return number;
}
