// A store outlives its process: same products, same next ids, same uniqueness.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { keepStore, recallStore } from './kept';
import { Store } from './store';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eclusa-kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a kept store comes back with its entities, indexes and the last ids it gave', async () => {
  const file = path.join(folder, 'store');
  const before = new Store();
  const id = before.takeId('brand', null);
  before.putBrand({ Id: id, Name: 'Atlântica', Active: true } as Parameters<Store['putBrand']>[0]);
  await keepStore(before, file);

  const after = new Store();
  expect(await recallStore(after, file)).toBe(true);
  expect(after.brands.get(id)?.Name).toBe('Atlântica');
  expect(after.brandByName.get('atlântica')).toBe(id);
  expect(after.takeId('brand', null)).toBe(id + 1);
  expect(after.warehouses.has('1_1')).toBe(true);
});

test('no file, or one that cannot be read, leaves an empty store that works', async () => {
  const store = new Store();
  expect(await recallStore(store, path.join(folder, 'missing'))).toBe(false);
  await writeFile(path.join(folder, 'broken'), 'not a store');
  expect(await recallStore(store, path.join(folder, 'broken'))).toBe(false);
  expect(store.warehouses.has('1_1')).toBe(true);
});
