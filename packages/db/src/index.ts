// The database of Eclusa: entities, migrations, encryption, workspace isolation, files. No business rules.
export * from './away';
export * from './data-source';
export * from './entities/workspace.entity';
export * from './entities/connection.entity';
export * from './entities/flow.entity';
export * from './entities/file.entity';
export * from './entities/run.entity';
export * from './entities/work.entity';
export * from './grouped';
export * from './keyring';
export * from './turns';
export * from './workspace-scope';
export { assertMigrated, migrate } from './migrate';
export * from './files';
export * from './temporary-database';
