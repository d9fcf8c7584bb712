// Runs of another flow, in memory: each ends as the test says, and as late.
import {
  UserError,
  type CalledFlow,
  type FlowCall,
  type FlowCallEnd,
  type FlowCalls,
  type Row,
} from '@eclusa/flow';
import type { ExampleSetup } from '../harness.testing';

export interface MemoryCalls extends FlowCalls {
  /** By number, in the order they were stored. */
  calls: FlowCall[];
}

export interface CallRules {
  flow?: Partial<CalledFlow>;
  /** What came of a run; completed, and all of its rows written, where it says nothing. */
  end?: (call: FlowCall) => Partial<FlowCallEnd>;
  answer?: (rows: readonly Row[]) => Row | Row[] | undefined;
  /** How often somebody looks before all runs have ended. */
  looks?: number;
}

const idOf = (number: number): string => `run-${number}`;

/** Knows every flow but `unknown`. */
export function memoryCalls({ flow, end, answer, looks = 0 }: CallRules = {}): MemoryCalls {
  const calls: FlowCall[] = [];
  let looked = 0;
  return {
    calls,
    async find(id, version) {
      if (id === 'unknown') throw new UserError('flow.called-unknown');
      return { name: 'Pedidos', version: version ?? 3, schema: '', answers: answer !== undefined, ...flow };
    },
    started: async () => calls.length,
    async start(call) {
      if (!calls.some(({ number }) => number === call.number)) calls.push(call);
    },
    open: async () => (looked++ < looks ? calls.length : 0),
    ends: async (first, most) =>
      calls.slice(first, first + most).map((call) => ({
        ...{ number: call.number, runId: idOf(call.number), state: 'completed', error: null },
        ...{ read: call.rows.length, written: call.rows.length, failed: 0 },
        ...end?.(call),
      })),
    answer: async (runId) => answer?.(calls.find(({ number }) => idOf(number) === runId)?.rows ?? []),
  };
}

/** What the example of the box stands on: the second run fails. */
export async function setup(): Promise<ExampleSetup> {
  const runs = ['7b1f6c1e-52a5-4d4e-9c62-3a4f0c1d2e3f', '7b1f6c1e-52a5-4d4e-9c62-3a4f0c1d2e40'];
  const calls = memoryCalls({
    flow: { answers: true },
    end: ({ number }) => ({
      runId: runs[number] ?? '',
      ...(number === 1 && {
        state: 'failed',
        error: { code: 'nodes.run-stopped', values: { message: 'Sem total' } },
      }),
    }),
  });
  return { flows: { ...calls, answer: async () => ({ numero: 'ERP-1001' }) } };
}
