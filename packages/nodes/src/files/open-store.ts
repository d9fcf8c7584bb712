// From a connection to the store it leads to, by the kind of the connection.
import { Bug, type Connection, type NodeContext } from '@eclusa/flow';
import { ftpStore } from './places/ftp';
import { s3Store } from './places/s3';
import { sftpStore } from './places/sftp';
import type { FileStore } from './store';

/** What stores need of a run or of whoever tries a connection. */
export type StoreTools = Pick<NodeContext, 'reach' | 'fetch' | 'signal'>;

/** Opens nothing yet: a store connects when it is first asked. The caller closes it. */
export async function openStore(connection: Connection, tools: StoreTools): Promise<FileStore> {
  switch (connection.kind) {
    case 'sftp':
      return sftpStore(connection, tools);
    case 'ftp':
      return ftpStore(connection, tools);
    case 's3':
      return s3Store(connection, tools);
    default:
      throw new Bug('nodes.store-unknown', { values: { kind: connection.kind } });
  }
}
