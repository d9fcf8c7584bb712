// The API's shapes as the editor reads them: the client's, with the flow language's own types put back in.
import type * as Wire from '@eclusa/client';
import type { ConnectionKindDescription, FlowDocument, NodeDescription } from '@eclusa/flow';

export type {
  Binding,
  ChainTested,
  CodePair,
  CodeTable,
  Connection,
  ConnectionTest,
  ErrorRecord,
  ExpressionFunction,
  FailedCause,
  FailedFileResult,
  FailedRow,
  FlowSample,
  FlowSummary,
  FlowVersionSummary,
  Presence,
  Present,
  Home,
  Me,
  MissingCode,
  NodeTested,
  Pause,
  Problem,
  Replay,
  Rerun,
  Retention,
  Run,
  RunCount,
  RunDifference,
  RunEntry,
  RunHistoryPiece,
  RunPage,
  RunProgress,
  RunRequest,
  RunSample,
  RunState,
  RunTotals,
  RunWait,
  SaveConnection,
  SaveSchedule,
  Schedule,
  SettleDoubt,
  StartRun,
  Store,
  StoreCheck,
  StoreRight,
  StoredFile,
  Story,
  StoryEntry,
  StoryStep,
  Trigger,
} from '@eclusa/client';

export type Flow = Omit<Wire.Flow, 'draft'> & { draft: FlowDocument };
export type FlowTemplate = Omit<Wire.FlowTemplate, 'document'> & { document: FlowDocument };
export type RunDetail = Omit<Wire.RunDetail, 'document'> & { document: FlowDocument };

export type ApiKey = Wire.components['schemas']['Key'];
export type NewApiKey = Wire.components['schemas']['NewKey'];
export type SaveApiKey = Wire.components['schemas']['SaveKey'];

export type Callback = Wire.components['schemas']['Callback'];
export type SaveCallback = Wire.components['schemas']['SaveCallback'];
export type Delivery = Wire.components['schemas']['CallbackDelivery'];

/** What a 409 `api.flow-changed` tells about the newer draft. */
export type FlowConflict = Omit<Wire.FlowChangedProblem, 'draft'> & { draft: FlowDocument };

/** A row that failed while one box was tried. */
export type TestFailedRow = Wire.NodeTested['failed'][number];

/** The catalogue with fields and behaviours typed as the nodes declared them. */
export interface CatalogueAnswer {
  nodes: NodeDescription[];
  connectionKinds: ConnectionKindDescription[];
  functions: Wire.ExpressionFunction[];
}
