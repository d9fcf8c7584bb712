import { ConfigFault, exampleConfig, readConfig } from './config';

const good = {
  DATABASE_URL: 'postgres://localhost/eclusa',
  REDIS_URL: 'redis://localhost',
  ECLUSA_SECRET_KEY: Buffer.alloc(32).toString('base64'),
};

test('the usual values are there when nothing is said', () => {
  const config = readConfig(good);
  expect(config).toMatchObject({ port: 4300, queuePrefix: 'eclusa', maxFileBytes: 2 ** 30, allowHosts: [] });
  expect(config.publicUrl.href).toBe('http://localhost:4300/');
  expect(exampleConfig().port).toBe(4300);
});

test('every fault is told at once, each in a sentence', () => {
  const read = () =>
    readConfig({
      DATABASE_URL: 'mysql://localhost',
      ECLUSA_SECRET_KEY: 'short',
      ECLUSA_PORT: '70000',
      ECLUSA_PUBLIC_URL: 'eclusa.example',
      ECLUSA_CORS_ORIGINS: 'https://erp.example/path',
    });
  expect(read).toThrow(ConfigFault);
  try {
    read();
  } catch (error) {
    const { faults } = error as ConfigFault;
    for (const name of [
      'DATABASE_URL',
      'REDIS_URL',
      'ECLUSA_SECRET_KEY',
      'ECLUSA_PORT',
      'ECLUSA_PUBLIC_URL',
      'ECLUSA_CORS_ORIGINS',
    ]) {
      expect(faults.filter((fault) => fault.includes(name))).toHaveLength(1);
    }
    expect(faults.join(' ')).not.toContain('short');
  }
});

test('a list of hosts may have spaces', () => {
  const config = readConfig({ ...good, ECLUSA_ALLOW_PRIVATE_HOSTS: ' 127.0.0.1:1 ,, b:2' });
  expect(config.allowHosts).toEqual(['127.0.0.1:1', 'b:2']);
});
