// How every process opens the database: entities, migrations, names. Never synchronizes a schema.
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ApiKey } from './entities/api-key.entity';
import { CallbackDelivery, CallbackEndpoint } from './entities/callback.entity';
import { CallKey } from './entities/call-key.entity';
import { ConnectionSignIn, ConnectionSignInAttempt } from './entities/connection-sign-in.entity';
import { ConnectionEntity, Store } from './entities/connection.entity';
import { FileChunk, FileEntity } from './entities/file.entity';
import { FlowCallee, RunCall } from './entities/flow-call.entity';
import { FlowEnd } from './entities/flow-end.entity';
import { FlowSample } from './entities/flow-sample.entity';
import { Flow, FlowBinding, FlowVersion } from './entities/flow.entity';
import { CrossReference } from './entities/reference.entity';
import { Retention } from './entities/retention.entity';
import { RowLog, RowLogKey } from './entities/row-log.entity';
import { Run, RunAnswer, RunCount, RunFailedRow, RunRequest, RunSample } from './entities/run.entity';
import { Schedule } from './entities/schedule.entity';
import { FlowTrigger, StoreEvent, TriggerGap, TriggerSetup } from './entities/trigger.entity';
import { ChangeMemory, RunEffect, RunEntry, RunPage, RunScratch, RunSpool } from './entities/work.entity';
import { Audit, Membership, Session, SignInToken, User, Workspace } from './entities/workspace.entity';
import { Initial1700000000000 } from './migrations/1700000000000-initial';
import { ChangeMemory1700000001000 } from './migrations/1700000001000-change-memory';
import { RunWaiting1700000002000 } from './migrations/1700000002000-run-waiting';
import { RunTurns1700000003000 } from './migrations/1700000003000-run-turns';
import { ShortRuns1700000004000 } from './migrations/1700000004000-short-runs';
import { CrossReferences1700000005000 } from './migrations/1700000005000-cross-references';
import { RunControl1700000006000 } from './migrations/1700000006000-run-control';
import { FairShares1700000007000 } from './migrations/1700000007000-fair-shares';
import { PageOrder1700000008000 } from './migrations/1700000008000-page-order';
import { RunOverlap1700000008100 } from './migrations/1700000008100-run-overlap';
import { Schedules1700000008200 } from './migrations/1700000008200-schedules';
import { StoreEvents1700000008300 } from './migrations/1700000008300-store-events';
import { DryRunDifferences1700000008400 } from './migrations/1700000008400-dry-run-differences';
import { TriggerSetups1700000008500 } from './migrations/1700000008500-trigger-setups';
import { VersionNotes1700000008800 } from './migrations/1700000008800-version-notes';
import { FlowSamples1700000008900 } from './migrations/1700000008900-flow-samples';
import { RowLog1700000009100 } from './migrations/1700000009100-row-log';
import { ApiKeys1700000010000 } from './migrations/1700000010000-api-keys';
import { Callbacks1700000010200 } from './migrations/1700000010200-callbacks';
import { RunAnswers1700000010300 } from './migrations/1700000010300-run-answers';
import { FlowEnds1700000010310 } from './migrations/1700000010310-flow-ends';
import { RunRequest1700000010320 } from './migrations/1700000010320-run-request';
import { FlowCalls1700000010340 } from './migrations/1700000010340-flow-calls';
import { ConnectionSignIns1700000010350 } from './migrations/1700000010350-connection-sign-ins';
import { TriggerKept1700000010360 } from './migrations/1700000010360-trigger-kept';
import { SnakeNaming } from './naming';

/** Every table, for TypeOrmModule and DataSource alike. */
export const entities = [
  ...[Workspace, User, Membership, Session, SignInToken, Audit],
  ...[ConnectionSignIn, ConnectionSignInAttempt],
  ...[ConnectionEntity, Store, Flow, FlowVersion, FlowBinding, Schedule, FileEntity, FileChunk],
  ...[Run, RunAnswer, RunCount, RunSample, RunFailedRow, RunRequest],
  ...[RunEntry, RunPage, RunEffect, RunSpool, RunScratch, ChangeMemory],
  ...[CrossReference, FlowSample],
  ...[FlowTrigger, TriggerSetup, TriggerGap, StoreEvent, FlowEnd],
  ...[FlowCallee, RunCall],
  ...[ApiKey, CallKey, CallbackEndpoint, CallbackDelivery],
  ...[RowLog, RowLogKey, Retention],
];

const migrations = [
  Initial1700000000000,
  ChangeMemory1700000001000,
  RunWaiting1700000002000,
  RunTurns1700000003000,
  ShortRuns1700000004000,
  CrossReferences1700000005000,
  RunControl1700000006000,
  FairShares1700000007000,
  PageOrder1700000008000,
  RunOverlap1700000008100,
  Schedules1700000008200,
  StoreEvents1700000008300,
  DryRunDifferences1700000008400,
  TriggerSetups1700000008500,
  VersionNotes1700000008800,
  FlowSamples1700000008900,
  RowLog1700000009100,
  ApiKeys1700000010000,
  Callbacks1700000010200,
  RunAnswers1700000010300,
  FlowEnds1700000010310,
  RunRequest1700000010320,
  FlowCalls1700000010340,
  ConnectionSignIns1700000010350,
  TriggerKept1700000010360,
];

/** Options for one process. `poolSize` is how many connections it may hold. */
export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    /** Counts and row ids stay far below 2^53. */
    parseInt8: true,
    poolSize,
    connectTimeoutMS: 10_000,
    applicationName: 'eclusa',
    /** pg reports a lost idle connection here; the pool replaces it, so it is no reason to end the process. */
    poolErrorHandler: () => undefined,
  };
}

/** Opens the database. The caller closes it with `destroy()`. */
export function openDatabase(url: string, poolSize?: number): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, poolSize)).initialize();
}
