// How a connection to a server with files is tried: its folder is listed.
import { sentences, type ConnectionTestContext, type Text } from '@eclusa/flow';
import { openStore } from '../files/open-store';

/** Says what answered and how many files lie there. Throws what listing throws. */
export async function tryStore({ connection, ...tools }: ConnectionTestContext): Promise<Text> {
  const store = await openStore(connection, tools);
  try {
    const { length: count } = await store.list('');
    const folder = String(connection.values['folder'] || '/');
    return sentences('connections.server-answered', { server: store.name, count, folder });
  } finally {
    await store.close();
  }
}
