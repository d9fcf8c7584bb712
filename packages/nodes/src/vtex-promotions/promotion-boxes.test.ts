// What the promotion boxes keep, refuse and make once.
import type { Json, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode } from '../vtex/store.testing';
import couponCreate from './coupon-create.node';
import couponGenerate from './coupon-generate.node';
import { fill } from './example-store.testing';
import promotionUpsert from './promotion-upsert.node';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  await fill(sandbox);
  sandbox.journal.clear();
});

afterEach(() => sandbox.close());

const promotions = () => [...sandbox.state.promotions.all.values()];
const posts = () => sandbox.journal.recent().filter(({ method }) => method === 'POST').length;

const upsert = (rows: Row[], more: Record<string, string> = {}) =>
  runNode(
    sandbox,
    promotionUpsert,
    { mapping: mapping({ name: 'nome', percentualDiscountValue: 'desconto', ...more }) },
    rows,
  );

describe('creating or updating a promotion', () => {
  it('changes what is mapped and keeps the rest of it', async () => {
    await upsert([{ nome: 'Semana do Café', desconto: 12 }]);
    expect(promotions()[0]).toMatchObject({
      percentualDiscountValue: 12,
      beginDateUtc: '2026-11-01T00:00:00Z',
      categories: [{ id: '1', name: 'Casa' }],
      isActive: true,
    });
    expect(promotions()).toHaveLength(2);
  });

  it('sends nothing when all is equal', async () => {
    const { rows } = await upsert([{ nome: 'Semana do Café', desconto: 5 }]);
    expect(rows[0]?.['promotion']).toMatchObject({ change: 'unchanged' });
    expect(posts()).toBe(0);
  });

  it('takes a name that only begins the same for another', async () => {
    await upsert([{ nome: 'Semana', desconto: 3 }]);
    expect(promotions().map(({ name }) => name)).toEqual(['Semana do Café', 'ICMS SP', 'Semana']);
  });

  it('makes one for rows of one name that are under way together', async () => {
    const rows = [1, 2, 3].map((desconto) => ({ nome: 'Natal', desconto }));
    await upsert(rows);
    expect(promotions().filter(({ name }) => name === 'Natal')).toHaveLength(1);
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  it('finds what a call made whose answer was lost', async () => {
    sandbox.faults.add([
      { route: 'POST /api/rnb/pvt/calculatorconfiguration', kind: 'drop-after', count: 1 },
    ]);
    const { failed } = await upsert([{ nome: 'Natal', desconto: 10 }]);
    expect(failed).toEqual([]);
    expect(promotions().filter(({ name }) => name === 'Natal')).toHaveLength(1);
  });

  it('gives each thing the name that VTEX wants beside its id, and dates in UTC', async () => {
    const row: Record<string, Json> = { nome: 'Natal', desconto: 10, skus: [1, { id: 2, name: 'Chaleira' }] };
    await upsert([row], { skus: 'skus', beginDateUtc: '"2026-12-01T00:00:00-03:00"' });
    expect(promotions().at(-1)).toMatchObject({
      skus: [
        { id: '1', name: '1' },
        { id: '2', name: 'Chaleira' },
      ],
      beginDateUtc: '2026-12-01T03:00:00.000Z',
    });
  });

  it('refuses to choose between two of one name', async () => {
    const [first] = promotions();
    sandbox.state.promotions.all.set('copy', {
      ...(first as never as object),
      idCalculatorConfiguration: 'copy',
    } as never);
    const { failed } = await upsert([{ nome: 'Semana do Café', desconto: 9 }]);
    expect(failed.map(({ error }) => error.code)).toEqual(['vtex.promotion-several']);
  });

  it('shows VTEX’s own words where the limit of active ones is reached', async () => {
    for (let n = 0; n < 99; n += 1) {
      const id = `x${n}`;
      const one = { idCalculatorConfiguration: id, name: id, type: 'regular', isActive: true };
      sandbox.state.promotions.all.set(id, { ...one, isArchived: false, lastModified: '' });
    }
    const { failed } = await upsert([{ nome: 'Mais uma', desconto: 1 }]);
    expect(JSON.stringify(failed[0]?.error)).toContain('limit of 100 active');
  });
});

describe('coupons', () => {
  it('are made once, and one that is there keeps what nobody mapped', async () => {
    const config = { mapping: mapping({ couponCode: 'cupom', utmSource: '"natal"' }) };
    await runNode(sandbox, couponCreate, config, [{ cupom: 'BEMVINDO' }, { cupom: 'NOVO' }]);
    expect([...sandbox.state.promotions.coupons.values()]).toMatchObject([
      { couponCode: 'BEMVINDO', utmSource: 'natal', maxItemsPerClient: 10 },
      { couponCode: 'NOVO', utmSource: 'natal' },
    ]);
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  it('in numbers get codes of their own, and a lost answer leaves the row in doubt', async () => {
    const targets = { couponCode: 'cupom', utmSource: '"natal"', quantity: 'n' };
    const { rows } = await runNode(sandbox, couponGenerate, { mapping: mapping(targets), saveAs: 'codes' }, [
      { cupom: 'NATAL', n: 50 },
    ]);
    expect(new Set(rows[0]?.['codes'] as string[]).size).toBe(50);
    sandbox.faults.add([{ route: 'POST /api/rnb/pvt/multiple-coupons', kind: 'drop-after' }]);
    const { failed } = await runNode(sandbox, couponGenerate, { mapping: mapping(targets) }, [
      { cupom: 'NATAL', n: 50 },
    ]);
    expect(failed.map(({ error }) => error.code)).toEqual(['engine.in-doubt']);
    expect(sandbox.state.promotions.coupons.size).toBe(101);
  });
});
