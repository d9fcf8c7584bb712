// The shapes the API speaks, as the editor reads them.
import type {
  ConnectionKindDescription,
  ErrorRecord,
  FlowDocument,
  Json,
  Locale,
  NodeDescription,
  RecordedRequest,
  Row,
  Text,
} from '@eclusa/flow';

export interface Me {
  user: { id: string; email: string; name: string; locale: Locale };
  workspace: { id: string; name: string };
  role: string;
}

export interface FunctionDescription {
  name: string;
  signature: string;
  help: Text;
  example: string;
}

export interface CatalogueAnswer {
  nodes: NodeDescription[];
  connectionKinds: ConnectionKindDescription[];
  functions: FunctionDescription[];
}

export interface List<T> {
  items: T[];
  nextCursor?: string | null;
}

/** A connection without its secrets; `secretFields` names those that are set. */
export interface SavedConnection {
  id: string;
  kind: string;
  name: string;
  settings: Record<string, Json>;
  secretFields: string[];
  createdAt: string;
}

/** What is sent to save or test a connection. Secrets left out stay as they are. */
export interface ConnectionBody {
  kind: string;
  name: string;
  settings: Record<string, Json>;
  secrets: Record<string, string>;
}

export interface TestResult {
  ok: boolean;
  message: Text;
  code?: string;
}

export interface Store {
  id: string;
  name: string;
  account: string;
  connectionId: string;
}

export interface RunTotals {
  read: number;
  derived: number;
  written: number;
  skipped: number;
  failed: number;
  collected: number;
}

export type RunState = 'queued' | 'running' | 'cancelling' | 'completed' | 'failed' | 'cancelled';

export interface Run {
  id: string;
  flowId: string;
  flowName: string;
  version: number;
  storeId: string | null;
  storeName: string | null;
  state: RunState;
  trigger: string;
  dryRun: boolean;
  totals: RunTotals;
  expectedRows: number | null;
  error: ErrorRecord | null;
  replayOf: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

/** Rows that entered (`in`) or left (`out`) a node by a port. */
export interface RunCount {
  node: string;
  side: 'in' | 'out';
  port: string;
  rows: number;
}

export interface RunEntry {
  node: string;
  state: 'waiting' | 'reading' | 'read' | 'failed';
  rows: number;
  pages: number;
  totalRows: number | null;
  error?: ErrorRecord | null;
}

export interface RunProgress extends Run {
  counts: RunCount[];
}

export interface RunDetail extends RunProgress {
  entries: RunEntry[];
  document: FlowDocument;
}

/** A row that failed: in a run (with an id) or while testing one box (without). */
export interface FailedRow {
  id?: string;
  node: string;
  port: string;
  row: number;
  input: Json;
  error: ErrorRecord;
  state?: 'open' | 'replayed';
  replayRunId?: string | null;
}

export interface RunSample {
  node: string;
  side: 'in' | 'out';
  port: string;
  rows: Row[];
}

export interface NodeRequest {
  node?: string;
  row?: number;
  rowNumber?: number;
  request: RecordedRequest;
}

export interface FlowSummary {
  id: string;
  name: string;
  revision: number;
  publishedVersion: number | null;
  updatedAt: string;
  updatedBy: string | null;
  nodeCount: number;
  lastRun?: Run | null;
}

export interface FlowBinding {
  storeId: string | null;
  slots: Record<string, string>;
  parameters: Record<string, Json>;
}

export interface FlowDetail {
  id: string;
  name: string;
  revision: number;
  publishedVersion: number | null;
  updatedAt: string;
  updatedBy: string | null;
  draft: FlowDocument;
  bindings: FlowBinding[];
}

export interface FlowProblem {
  severity: 'error' | 'warning';
  code: string;
  node?: string;
  field?: string;
  edge?: string;
  slot?: string;
  values?: Record<string, Json>;
  text: Text;
}

export interface SaveResult {
  revision: number;
  problems: FlowProblem[];
}

/** What a 409 tells about the newer draft. */
export interface FlowConflict {
  revision: number;
  updatedBy: string | null;
  updatedAt: string;
  draft: FlowDocument;
}

export interface NodeTestResult {
  outputs: Record<string, Row[]>;
  failed: FailedRow[];
  requests: NodeRequest[];
}

export interface FlowVersion {
  number: number;
  createdBy: string | null;
  createdAt: string;
}

export interface UploadedFile {
  id: string;
  name: string;
  size: number;
}
