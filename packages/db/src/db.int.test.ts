import { randomBytes, randomUUID } from 'node:crypto';
import { emptyFlow } from '@eclusa/flow';
import { DataSource } from 'typeorm';
import { dataSourceOptions, openDatabase } from './data-source';
import { ConnectionEntity } from './entities/connection.entity';
import { FileChunk, FileEntity } from './entities/file.entity';
import { Flow, FlowBinding, FlowVersion } from './entities/flow.entity';
import { Workspace } from './entities/workspace.entity';
import { CHUNK_BYTES, createFile, openFile } from './files';
import { keyring } from './keyring';
import { assertMigrated, migrate } from './migrate';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database';
import { inWorkspace } from './workspace-scope';

const adminUrl = process.env.ECLUSA_TEST_DATABASE_URL ?? '';
let database: TemporaryDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await temporaryDatabase(adminUrl);
  source = await openDatabase(database.url);
});

afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

async function workspace(name: string): Promise<string> {
  const made = await source.getRepository(Workspace).save({ name });
  return made.id;
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

describe('the schema', () => {
  test('migrations make exactly the tables the entities describe', async () => {
    const log = await source.driver.createSchemaBuilder().log();
    expect(log.upQueries.map((one) => one.query)).toEqual([]);
  });

  test('migrating again, and twice at once, changes nothing', async () => {
    const done = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(done).toEqual([[], []]);
    await expect(assertMigrated(source)).resolves.toBeUndefined();
  });

  test('a database without the migration is refused with its name', async () => {
    const admin = await new DataSource({ ...dataSourceOptions(adminUrl), entities: [] }).initialize();
    await expect(assertMigrated(admin)).rejects.toThrow('db.not-migrated');
    await admin.destroy();
  });

  test('a database that does not answer is reported without its password', async () => {
    const away = migrate('postgres://me:s3cret@127.0.0.1:1/none', { waitMs: 0 });
    await expect(away).rejects.toMatchObject({ code: 'db.unreachable', values: { address: '127.0.0.1:1' } });
  });

  test('a published document never changes', async () => {
    const workspaceId = await workspace('versions');
    const flow = await source.getRepository(Flow).save({ workspaceId, name: 'f', draft: emptyFlow('f') });
    const versions = source.getRepository(FlowVersion);
    const version = await versions.save({
      workspaceId,
      flowId: flow.id,
      number: 1,
      document: emptyFlow('one'),
    });
    const change = inWorkspace(versions, workspaceId).update(
      { id: version.id },
      { document: emptyFlow('two') },
    );
    await expect(change).rejects.toThrow('never changes');
    expect((await versions.findOneByOrFail({ id: version.id })).document.name).toBe('one');
  });

  test('a flow has one binding without a store', async () => {
    const workspaceId = await workspace('bindings');
    const flow = await source.getRepository(Flow).save({ workspaceId, name: 'f', draft: emptyFlow('f') });
    const bindings = source.getRepository(FlowBinding);
    await bindings.insert({ workspaceId, flowId: flow.id, storeId: null });
    await expect(bindings.insert({ workspaceId, flowId: flow.id, storeId: null })).rejects.toThrow('unique');
  });

  test('a document keeps the order of its keys, and odd characters', async () => {
    const workspaceId = await workspace('order');
    const draft = { ...emptyFlow('f'), description: 'nul \u0000, lone \ud800' };
    draft.nodes = { zeta: { type: 't', version: 1, config: { long: 1, b: 2 } } };
    const { id } = await source.getRepository(Flow).save({ workspaceId, name: 'f', draft });
    const read = await source.getRepository(Flow).findOneByOrFail({ id });
    expect(JSON.stringify(read.draft)).toBe(JSON.stringify(draft));
  });
});

describe('a workspace', () => {
  test('sees, changes and deletes only its own rows', async () => {
    const [mine, other] = [await workspace('mine'), await workspace('other')];
    const repository = source.getRepository(ConnectionEntity);
    const own = await inWorkspace(repository, mine).insert({ kind: 'http', name: 'own' });
    const foreign = await inWorkspace(repository, other).insert({ kind: 'http', name: 'foreign' });
    const scoped = inWorkspace(repository, mine);

    expect((await scoped.find()).map((one) => one.id)).toEqual([own.id]);
    expect(await scoped.findOneBy({ id: foreign.id })).toBeNull();
    expect(await scoped.findOneBy([{ id: foreign.id }, { workspaceId: other }])).toMatchObject({
      id: own.id,
    });
    expect(await scoped.findOne({ where: { id: foreign.id, workspaceId: other } })).toBeNull();
    expect(await scoped.count({ where: { id: foreign.id } })).toBe(0);
    expect(await scoped.update({ id: foreign.id }, { name: 'taken' })).toBe(0);
    expect(await scoped.update({ id: own.id }, { name: 'mine', workspaceId: other } as never)).toBe(1);
    expect(await scoped.delete({ id: foreign.id })).toBe(0);
    expect(await scoped.query('c').andWhere('c.id = :id', { id: foreign.id }).getOne()).toBeNull();
    await expect(scoped.insert({ id: foreign.id, kind: 'http', name: 'again' })).rejects.toThrow(
      'pk_connection',
    );
    expect(await repository.findOneByOrFail({ id: foreign.id })).toMatchObject({ name: 'foreign' });
    expect(await repository.findOneByOrFail({ id: own.id })).toMatchObject({ workspaceId: mine });
  });

  test('a secret is not in the table in any readable form', async () => {
    const workspaceId = await workspace('secrets');
    const ring = keyring(randomBytes(32).toString('base64'));
    const secret = 'vtexapptoken-VERY-SECRET';
    const connections = inWorkspace(source.getRepository(ConnectionEntity), workspaceId);
    const secrets = ring.seal({ appToken: secret }, workspaceId);
    const { id } = await connections.insert({
      kind: 'vtex',
      name: 'loja',
      settings: { account: 'x' },
      secrets,
    });
    const [dump] = await source.query<{ text: string }[]>(
      `SELECT string_agg(c::text, ' ') AS text FROM connection c`,
    );
    expect(dump?.text).toContain('loja');
    for (const form of [secret, Buffer.from(secret).toString('base64').slice(0, 20), 'appToken']) {
      expect(dump?.text).not.toContain(form);
    }
    const read = await connections.findOneBy({ id });
    expect(ring.open(read?.secrets ?? '', workspaceId)).toEqual({ appToken: secret });
  });
});

describe('a file', () => {
  const content = randomBytes(2 * CHUNK_BYTES + 12_345);
  async function* pieces(size = 70_001): AsyncIterable<Uint8Array> {
    for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
  }

  test('comes back whole, and from any place', async () => {
    const workspaceId = await workspace('files');
    const made = await createFile(source, workspaceId, 'a.csv', pieces());
    expect(made).toMatchObject({ name: 'a.csv', size: content.length });
    const file = await openFile(source, workspaceId, made.id);
    expect((await collect(file.read())).equals(content)).toBe(true);
    for (const start of [1, CHUNK_BYTES - 1, CHUNK_BYTES, 2 * CHUNK_BYTES + 5, content.length]) {
      expect((await collect(file.read(start))).equals(content.subarray(start))).toBe(true);
    }
    const [longest] = await source.query<{ size: number }[]>(
      'SELECT max(length(bytes)) AS size FROM file_chunk WHERE file_id = $1',
      [made.id],
    );
    expect(longest?.size).toBe(CHUNK_BYTES);
  });

  test('of another workspace, unfinished or unknown cannot be opened', async () => {
    const [mine, other] = [await workspace('a'), await workspace('b')];
    const made = await createFile(source, other, 'a.csv', pieces());
    await expect(openFile(source, mine, made.id)).rejects.toThrow('db.file-missing');
    await expect(openFile(source, mine, randomUUID())).rejects.toThrow('db.file-missing');
    await expect(openFile(source, mine, '../etc/passwd')).rejects.toThrow('db.file-missing');
    const half = await source
      .getRepository(FileEntity)
      .save({ workspaceId: mine, name: 'half', sha256: null });
    await expect(openFile(source, mine, half.id)).rejects.toThrow('db.file-missing');
  });

  test('whose bytes break off leaves nothing behind', async () => {
    const workspaceId = await workspace('broken');
    async function* broken(): AsyncIterable<Uint8Array> {
      yield content;
      throw new Error('connection lost');
    }
    await expect(createFile(source, workspaceId, 'a.csv', broken())).rejects.toThrow('connection lost');
    expect(await source.getRepository(FileEntity).countBy({ workspaceId })).toBe(0);
    expect(await source.getRepository(FileChunk).countBy({ workspaceId })).toBe(0);
  });

  test('of no bytes is a file too', async () => {
    const workspaceId = await workspace('empty');
    const made = await createFile(source, workspaceId, 'empty', none());
    expect((await collect((await openFile(source, workspaceId, made.id)).read())).length).toBe(0);
  });
});

async function* none(): AsyncIterable<Uint8Array> {}
