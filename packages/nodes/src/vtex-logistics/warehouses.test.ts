// Who may write stock but not see the configuration still writes; and VTEX's two names for one confirmation.
import { RemoteError, type Json } from '@eclusa/flow';
import type { Store } from '../vtex/store';
import { stockFileService } from './stock-file';
import { Warehouses } from './warehouses';

const refused = (status: number) =>
  new RemoteError('vtex.refused', {
    values: { status },
    retryable: false,
    response: { status, headers: {}, body: '' },
  });

/** A store that answers by request. */
function storeOf(answers: Record<string, Json | RemoteError>): Store & { asked: string[] } {
  const asked: string[] = [];
  const send = async (request: string): Promise<Json> => {
    asked.push(request.split('/').at(-1) ?? '');
    const answer = answers[request.split('/').at(-1) ?? ''] ?? null;
    if (answer instanceof RemoteError) throw answer;
    return answer;
  };
  return { asked, send } as unknown as Store & { asked: string[] };
}

test('a key that may not see warehouses can write to them; another fault is told', async () => {
  await expect(new Warehouses().check('X', storeOf({ warehouses: refused(403) }))).resolves.toBeUndefined();
  await expect(new Warehouses().check('X', storeOf({ warehouses: refused(500) }))).rejects.toThrow();
});

test('an id that is there as it is written is taken, whatever others look like', async () => {
  const store = storeOf({ warehouses: [{ id: 'x' }, { id: 'X' }] });
  await expect(new Warehouses().check('X', store)).resolves.toBeUndefined();
});

test('a file is confirmed under the guide’s name where the reference’s is not there', async () => {
  const store = storeOf({ confirm: refused(404), commit: null });
  await stockFileService.confirm?.(store, 'f');
  expect(store.asked).toEqual(['confirm', 'commit']);
});

test('a refusal of the confirmation is a refusal while the file waits for it', async () => {
  const find = async () => ({ status: 'AWAITING_UPLOAD' });
  const store = { ...storeOf({ confirm: refused(400) }), find } as unknown as Store;
  await expect(stockFileService.confirm?.(store, 'f')).rejects.toMatchObject({ code: 'vtex.refused' });
});
