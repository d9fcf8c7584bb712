import { ConfigFault, readConfig } from './config';

const good = {
  DATABASE_URL: 'postgres://localhost/eclusa',
  REDIS_URL: 'redis://localhost',
  ECLUSA_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
};

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigFault
      ? error.faults.map((fault) => `${fault.code} ${String(fault.values.name)}`)
      : [];
  }
}

test('a good environment is read, with usual values for the rest', () => {
  expect(readConfig({ ...good, ECLUSA_ALLOW_PRIVATE_HOSTS: '127.0.0.1:4310, 127.0.0.1:4320' })).toMatchObject(
    {
      queuePrefix: 'eclusa',
      leaseMs: 15_000,
      pageConcurrency: 4,
      retryAgeMs: 900_000,
      port: undefined,
      allowHosts: ['127.0.0.1:4310', '127.0.0.1:4320'],
    },
  );
});

test('every fault is reported at once', () => {
  const bad = { DATABASE_URL: 'mysql://x', ECLUSA_LEASE_MS: 'soon', ECLUSA_PAGE_CONCURRENCY: '0' };
  expect(faultsOf(bad)).toEqual([
    'worker.setting-not-an-address DATABASE_URL',
    'worker.setting-missing REDIS_URL',
    'db.secret-key-missing undefined',
    'worker.setting-not-whole ECLUSA_LEASE_MS',
    'worker.setting-not-whole ECLUSA_PAGE_CONCURRENCY',
  ]);
});
