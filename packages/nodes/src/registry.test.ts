import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bug } from '@eclusa/flow';
import { byId, connectionIdOf, discover, nodeIdOf } from './registry';

describe('the registry', () => {
  it('finds modules by the end of their name, in folders too, and nothing else', () => {
    const root = mkdtempSync(join(tmpdir(), 'registry-'));
    mkdirSync(join(root, 'vtex'));
    writeFileSync(join(root, 'vtex/price-set.node.js'), 'exports.default = { id: "vtex.price-set" }');
    writeFileSync(join(root, 'vtex/price-set.js'), 'throw new Error("not a node")');
    writeFileSync(join(root, 'vtex/price-set.node.d.ts'), 'throw new Error("not a node")');
    writeFileSync(join(root, 'http.connection.js'), 'exports.default = { id: "http" }');

    expect(discover(root, 'node')).toEqual([
      { path: 'vtex/price-set.node.js', value: { id: 'vtex.price-set' } },
    ]);
    expect(discover(root, 'connection')).toEqual([{ path: 'http.connection.js', value: { id: 'http' } }]);
  });

  it('reads the id from the path', () => {
    expect(nodeIdOf('source/http.node.ts')).toBe('source.http');
    expect(nodeIdOf('vtex-prices/price-set.node.ts')).toBe('vtex.price-set');
    expect(connectionIdOf('connections/http.connection.js')).toBe('http');
  });

  it('refuses an id that is not the one of its path', () => {
    const found = [{ path: 'source/http.node.ts', value: { id: 'source.https' } }];
    expect(() => byId(found, nodeIdOf)).toThrow(Bug);
    expect(() => byId(found, nodeIdOf)).toThrow('nodes.id-not-path');
  });

  it('refuses two of one id', () => {
    const found = ['source/http.node.ts', 'source/http.node.js'].map((path) => ({
      path,
      value: { id: 'source.http' },
    }));
    expect(() => byId(found, nodeIdOf)).toThrow('nodes.duplicate-id');
  });

  it('refuses a file without a default export', () => {
    expect(() => byId([{ path: 'source/http.node.ts', value: undefined }], nodeIdOf)).toThrow(
      'nodes.no-default-export',
    );
  });
});
