// Tries one node on sample rows.
import { Bug } from '@eclusa/flow';
import type { Row } from '@eclusa/flow';
import type { Plan } from './plan';
import type { FailedRow, Host, PageOutcome } from './ports';

export interface NodeTest {
  outputs: Record<string, Row[]>;
  failed: FailedRow[];
  requests: PageOutcome['requests'];
}

export interface NodeTestOptions {
  host: Host;
  signal: AbortSignal;
  /** True when not given: actions send nothing. */
  dryRun?: boolean;
  /** Largest page a source is asked for; 20 when not given. */
  pageSize?: number;
}

export async function testNode(
  _plan: Plan,
  _node: string,
  _rows: readonly Row[],
  _options: NodeTestOptions,
): Promise<NodeTest> {
  throw new Bug('engine.not-built');
}
