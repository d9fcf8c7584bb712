import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, newSku, type Client } from '../sandbox.testing';

const base = '/availability/v1/inventory/batch';
const header = 'item_id,account_name,container_id,quantity,unlimited,lead_time';

describe('stock by file', () => {
  const clock = handClock();
  let sandbox: Sandbox;
  let call: Client;
  let sku: number;

  beforeAll(async () => {
    sandbox = await startSandbox({ clock: clock.now, stockFileMs: 10_000, limits: 'off' });
    call = clientOf(sandbox);
  });
  beforeEach(async () => {
    sandbox.reset();
    sku = await newSku(call, 'R1');
  });
  afterAll(() => sandbox.close());

  interface Begun {
    batchId: string;
    upload: { url: string; method: string; headers: Record<string, string> };
  }
  const begin = async (): Promise<Begun> => (await call(`POST ${base}`)).json<Begun>();
  const put = async ({ upload }: Begun, lines: string[]): Promise<number> => {
    const body = [header, ...lines, ''].join('\n');
    return (await fetch(upload.url, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body })).status;
  };
  const state = async (id: string) =>
    (await call(`GET ${base}/${id}/status`)).json<Record<string, unknown>>();
  const line = (
    more: Partial<Record<'item' | 'account' | 'container' | 'quantity' | 'unlimited' | 'time', string>>,
  ) =>
    [more.item ?? sku, more.account ?? 'lojademo', more.container ?? '1_1']
      .concat([more.quantity ?? '7', more.unlimited ?? 'false', more.time ?? 'PT36H'])
      .join(',');

  it('goes from an address through the queue to its end, and sets quantity and lead time', async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ status: 'AWAITING_UPLOAD', upload: { method: 'PUT' } });
    expect(await put(begun, [line({})])).toBe(200);
    expect((await call(`POST ${base}/${begun.batchId}/confirm`)).status).toBe(202);
    expect(await state(begun.batchId)).toMatchObject({ status: 'QUEUED' });
    clock.advance(10);
    expect(await state(begun.batchId)).toMatchObject({ status: 'PROCESSING' });
    expect(sandbox.state.stock.get(sku)).toBeUndefined();
    clock.advance(10);
    expect(await state(begun.batchId)).toMatchObject({ status: 'COMPLETED', rowCount: 1, errorCount: 0 });
    expect(sandbox.state.stock.get(sku)?.get('1_1')).toMatchObject({ quantity: 7, leadTime: '1.12:00:00' });
    expect((await call(`GET ${base}/${begun.batchId}/errors`)).status).toBe(204);
  });

  it('answers under the account’s path too, and to the guide’s name of the confirmation', async () => {
    const begun = (await call(`POST /lojademo${base}`)).json<Begun>();
    await put(begun, [line({})]);
    expect((await call(`POST /lojademo${base}/${begun.batchId}/commit`)).status).toBe(202);
    expect((await call(`POST /another${base}`)).status).toBe(404);
  });

  it('lists refused lines with their number, and takes the others', async () => {
    const begun = await begin();
    await put(begun, [
      line({ quantity: '-1' }),
      line({}),
      line({ container: '' }),
      line({ time: '3.00:00:00' }),
      line({ item: '99' }),
      '1,2',
    ]);
    await call(`POST ${base}/${begun.batchId}/confirm`);
    clock.advance(20);
    expect(await state(begun.batchId)).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', errorCount: 5 });
    const { downloadUrl } = (await call(`GET ${base}/${begun.batchId}/errors`)).json<{
      downloadUrl: string;
    }>();
    const [titles, ...lines] = (await (await fetch(downloadUrl)).text()).trim().split('\n');
    expect(titles).toBe('line_number,item_id,container_id,error_code,error_message');
    expect(lines.map((one) => one.split(',').filter((_, at) => at === 0 || at === 3))).toEqual([
      ['2', 'INVALID_QUANTITY'],
      ['4', 'MISSING_REQUIRED_FIELD'],
      ['5', 'INVALID_DATE_FORMAT'],
      ['6', 'UNKNOWN'],
      ['7', 'INVALID_FORMAT'],
    ]);
  });

  it('fails when every line is refused, as with columns in another order', async () => {
    const begun = await begin();
    const body = `sku,warehouse\n${line({})}\n`;
    await fetch(begun.upload.url, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body });
    await call(`POST ${base}/${begun.batchId}/confirm`);
    clock.advance(20);
    expect(await state(begun.batchId)).toMatchObject({ status: 'FAILED', errorCount: 1 });
  });

  it('is confirmed once: a second time is refused, and at the same moment locked', async () => {
    const begun = await begin();
    expect((await call(`POST ${base}/${begun.batchId}/confirm`)).status).toBe(400);
    await put(begun, [line({})]);
    const slow = await startSandbox({ inventoryLockMs: 300, limits: 'off' });
    const slowly = clientOf(slow);
    const own = (await slowly(`POST ${base}`)).json<Begun>();
    await put(own, []);
    const confirm = () => slowly(`POST ${base}/${own.batchId}/confirm`);
    const answers = await Promise.all([confirm(), confirm()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 423]);
    expect((await confirm()).status).toBe(400);
    await slow.close();
  });

  it('has addresses that end: half an hour for the upload, an hour for the errors', async () => {
    const begun = await begin();
    const wrongType = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await fetch(begun.upload.url, wrongType)).status).toBe(403);
    expect((await fetch(`${begun.upload.url}0`, { method: 'PUT' })).status).toBe(403);
    clock.advance(31 * 60);
    expect(await put(begun, [line({})])).toBe(403);
    expect(await state(begun.batchId)).toMatchObject({ status: 'EXPIRED' });
    const other = await begin();
    await put(other, [line({ quantity: 'x' })]);
    await call(`POST ${base}/${other.batchId}/confirm`);
    clock.advance(20);
    const { downloadUrl } = (await call(`GET ${base}/${other.batchId}/errors`)).json<{
      downloadUrl: string;
    }>();
    clock.advance(61 * 60);
    expect((await fetch(downloadUrl)).status).toBe(403);
  });
});
