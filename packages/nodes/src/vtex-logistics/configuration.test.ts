// Warehouses, docks, shipping policies, pickup points: what is not mapped stays, what is equal is not written.
import type { Json, NodeType, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode } from '../vtex/store.testing';
import dockUpsert from './dock-upsert.node';
import holidayUpsert from './holiday-upsert.node';
import locationCapacitySet from './location-capacity-set.node';
import locationList from './location-list.node';
import pickupPointUpsert from './pickup-point-upsert.node';
import polygonUpsert from './polygon-upsert.node';
import policyDelete from './shipping-policy-delete.node';
import policyList from './shipping-policy-list.node';
import policyUpsert from './shipping-policy-upsert.node';
import reserve from './reservation-create.node';
import stockSet from './stock-set.node';
import supplyLotSave from './supply-lot-save.node';
import warehouseActivate from './warehouse-activate.node';
import warehouseUpsert from './warehouse-upsert.node';
import { readAll } from '../harness.testing';
import { fill } from './example-store.testing';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1, IsActive: true } as never);
  sandbox.state.stock.set(
    1,
    new Map([
      ['1_1', { warehouseId: '1_1', quantity: 50, unlimited: false, leadTime: '00:00:00', balanceAt: '' }],
    ]),
  );
  await fill(sandbox);
  sandbox.journal.clear();
});

const run = (node: NodeType, lines: Record<string, string>, rows: Row[]) =>
  runNode(sandbox, node, { mapping: mapping(lines) }, rows);
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET');
const codes = (failed: readonly { error: { code: string } }[]) => failed.map(({ error }) => error.code);

describe('a warehouse', () => {
  const lines = { id: 'id', name: 'name', dockId: 'dock', cost: 'cost', time: 'time' };

  test('keeps the docks it has when one is added, and their times and costs when only the name changes', async () => {
    await run(warehouseUpsert, lines, [{ id: '1_1', dock: 'filial_1', cost: 5.5, time: 2 }]);
    await run(warehouseUpsert, lines, [{ id: '1_1', name: 'Outro nome' }]);
    expect(sandbox.state.warehouses.get('1_1')).toMatchObject({
      name: 'Outro nome',
      warehouseDocks: [
        { dockId: '1_1_1', time: '00:00:00', cost: 0 },
        { dockId: 'filial_1', time: '2.00:00:00', cost: 5.5 },
      ],
    });
  });

  test('gets every dock when each comes in a row of its own at the same time', async () => {
    await run(
      warehouseUpsert,
      lines,
      [1, 2, 3].map((at) => ({ id: '1_1', dock: `doca_${at}`, cost: at })),
    );
    const docks = sandbox.state.warehouses.get('1_1')?.warehouseDocks.map(({ dockId }) => dockId);
    expect([...(docks ?? [])].sort()).toEqual(['1_1_1', 'doca_1', 'doca_2', 'doca_3']);
  });

  test('is not written when nothing differs', async () => {
    const { rows } = await run(warehouseUpsert, lines, [{ id: 'filial', name: 'Filial', dock: 'filial_1' }]);
    expect(rows).toMatchObject([{ warehouse: { change: 'unchanged' } }]);
    expect(writes()).toEqual([]);
  });

  test('whose id is there in other capitals is refused, for its stock too, and no second one is made', async () => {
    const made = await run(warehouseUpsert, lines, [{ id: 'FILIAL', name: 'Filial' }]);
    expect(made.failed[0]?.error).toMatchObject({
      code: 'vtex.warehouse-other-case',
      values: { id: 'FILIAL', other: 'filial' },
    });
    const stock = await run(stockSet, { skuId: '1', warehouseId: 'id', quantity: '3' }, [{ id: 'Filial' }]);
    expect(codes(stock.failed)).toEqual(['vtex.warehouse-other-case']);
    const lot = {
      skuId: '1',
      warehouseId: 'id',
      supplyLotId: '"L"',
      quantity: '3',
      dateOfSupplyUtc: '"2026-12-10"',
    };
    const later = await run(supplyLotSave, lot, [{ id: 'Filial' }]);
    expect(codes(later.failed)).toEqual(['vtex.warehouse-other-case']);
    const hold = { lockId: '"A"', id: '1', quantity: '1', wareHouseId: 'id', dockId: '"1_1_1"' };
    const held = await run(reserve, { ...hold, autorizationExpirationTTL: '"10"' }, [{ id: 'Filial' }]);
    expect(codes(held.failed)).toEqual(['vtex.warehouse-other-case']);
    expect([...sandbox.state.warehouses.keys()]).toEqual(['1_1', 'filial']);
    expect([...(sandbox.state.stock.get(1)?.keys() ?? [])]).toEqual(['1_1']);
  });

  test('that is new needs a name, and a cost needs a dock', async () => {
    const { failed } = await run(warehouseUpsert, lines, [
      { id: 'novo' },
      { id: 'novo', name: 'N', cost: 1 },
    ]);
    expect(codes(failed)).toEqual(['vtex.new-needs', 'vtex.dock-missing']);
    expect(writes()).toEqual([]);
  });

  test('that is not there cannot be switched on', async () => {
    const { failed } = await run(warehouseActivate, { warehouseId: 'id' }, [{ id: 'nunca' }]);
    expect(codes(failed)).toEqual(['vtex.nothing-found']);
  });
});

test('the list of warehouses is read once for a page, and again when reading it failed', async () => {
  const rows = [{ q: 1 }, { q: 2 }];
  sandbox.faults.add([{ route: 'GET *warehouses', kind: '503', count: 1 }]);
  await run(stockSet, { skuId: '1', warehouseId: '"1_1"', quantity: 'q' }, rows);
  const lists = sandbox.journal
    .recent()
    .filter(({ method, url }) => method === 'GET' && url.endsWith('/warehouses'));
  expect(lists.map(({ status }) => status).sort()).toEqual([200, 503]);
});

describe('a dock', () => {
  test('keeps its policies, its address and its being switched off when only the name changes', async () => {
    const dock = sandbox.state.logistics.docks.get('filial_1');
    if (dock)
      Object.assign(dock, { isActive: false, address: { city: 'Recife', street: 'Rua A' }, priority: 4 });
    await run(dockUpsert, { id: 'id', name: 'name' }, [{ id: 'filial_1', name: 'Nova' }]);
    expect(sandbox.state.logistics.docks.get('filial_1')).toMatchObject({
      name: 'Nova',
      isActive: false,
      priority: 4,
      freightTableIds: ['normal'],
      address: { city: 'Recife', street: 'Rua A' },
    });
  });

  test('gets the part of an address that is mapped, the rest stays', async () => {
    const dock = sandbox.state.logistics.docks.get('filial_1');
    if (dock) dock.address = { city: 'Recife', street: 'Rua A', country: { acronym: 'BRA', name: 'Brazil' } };
    await run(dockUpsert, { id: 'id', street: 'rua', postalCode: 'cep' }, [
      { id: 'filial_1', rua: 'Rua B', cep: '50030-230' },
    ]);
    expect(sandbox.state.logistics.docks.get('filial_1')?.address).toEqual({
      city: 'Recife',
      street: 'Rua B',
      postalCode: '50030230',
      country: { acronym: 'BRA', name: 'Brazil' },
    });
  });
});

describe('a shipping policy', () => {
  test('keeps its limits, weekend and schedule when one value changes: PUT would reset them', async () => {
    const limits = {
      numberOfItemsPerShipment: 4,
      weekendAndHolidays: { saturday: true, sunday: true, holiday: true },
      cubicWeightSettings: { volumetricFactor: 0.2, minimunAcceptableVolumetricWeight: 5 },
    };
    Object.assign(sandbox.state.logistics.policies.get('expresso') ?? {}, limits);
    await run(policyUpsert, { id: 'id', volumetricFactor: 'f' }, [{ id: 'expresso', f: 0.3 }]);
    expect(sandbox.state.logistics.policies.get('expresso')).toMatchObject({
      ...limits,
      cubicWeightSettings: { volumetricFactor: 0.3, minimunAcceptableVolumetricWeight: 5 },
      isActive: true,
    });
    const sent = writes().map(({ request }) => request as Record<string, Json>);
    expect(sent).toMatchObject([{ deliveryOnWeekends: true }]);
    expect(Object.keys(sent[0] ?? {})).not.toContain('processingStatus');
  });

  test('is made once, whatever is repeated, and what is equal is not written', async () => {
    const lines = { id: 'id', name: 'name', shippingMethod: '"Normal"' };
    for (let time = 0; time < 2; time += 1) await run(policyUpsert, lines, [{ id: 'p', name: 'P' }]);
    expect(writes().map(({ method }) => method)).toEqual(['POST']);
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  test('is deleted once, and gone is as good as deleted', async () => {
    const { rows } = await run(policyDelete, { id: 'id' }, [{ id: 'expresso' }, { id: 'expresso' }]);
    expect(rows.map(({ policy }) => (policy as Row)['change']).sort()).toEqual(['deleted', 'unchanged']);
  });

  test('is listed to the end though VTEX’s pages are shorter than was asked for, and reading goes on after any page', async () => {
    for (let at = 0; at < 150; at += 1) sandbox.state.logistics.policies.set(`p${at}`, { id: `p${at}` });
    const connection = {
      account: sandbox.account,
      appKey: sandbox.appKey,
      appToken: sandbox.appToken,
      mainBaseUrl: sandbox.url,
    };
    const options = {
      config: { connection: 'store' },
      connection,
      allow: [new URL(sandbox.url).host],
      pageSize: 60,
    };
    const pages = await readAll(policyList, options);
    expect(pages.map(({ records }) => records.length)).toEqual([50, 50, 50, 2]);
    const rest = await readAll(policyList, { ...options, cursor: pages[0]?.cursor ?? null });
    expect(rest.map(({ records }) => records)).toEqual(pages.slice(1).map(({ records }) => records));
  });
});

describe('a fulfilment location', () => {
  test('is listed to the last page, and only those in the state asked for', async () => {
    const { locations } = sandbox.state.logistics;
    const first = locations.get('loc_1') as NonNullable<ReturnType<typeof locations.get>>;
    for (let at = 2; at <= 65; at += 1) locations.set(`l${at}`, { ...first, id: `l${at}` });
    locations.set('closed', { ...first, id: 'closed', status: 'PAUSED' });
    const { account, appKey, appToken, url: mainBaseUrl } = sandbox;
    const connection = { account, appKey, appToken, mainBaseUrl };
    const allow = [new URL(sandbox.url).host];
    const countOf = async (status: string) => {
      const pages = await readAll(locationList, {
        config: { connection: 'store', status },
        connection,
        allow,
      });
      return pages.flatMap(({ records }) => records).length;
    };
    expect([await countOf('ACTIVE'), await countOf('all'), await countOf('PAUSED')]).toEqual([65, 66, 1]);
  });

  test('gets only what is mapped of its capacity, and a row without any of it is refused', async () => {
    const rows: Row[] = [{ id: 'loc_1', mon: 9 }, { id: 'loc_1' }];
    const { failed } = await run(locationCapacitySet, { locationId: 'id', MONDAY: 'mon' }, rows);
    expect(codes(failed)).toEqual(['vtex.capacity-without-value']);
    expect(writes().map(({ request }) => request)).toEqual([{ dayCapacity: { MONDAY: 9 } }]);
  });
});

describe('a pickup point', () => {
  test('keeps its address and hours when it is closed', async () => {
    await run(pickupPointUpsert, { pickupPointId: 'id', isActive: '"não"' }, [{ id: 'loja-centro' }]);
    expect(sandbox.state.logistics.pickupPoints.get('loja-centro')).toMatchObject({
      name: 'Loja Centro',
      isActive: false,
      address: { postalCode: '01001000', city: 'São Paulo' },
    });
  });

  test('with spaces in its id is refused before anything is asked', async () => {
    const { failed } = await run(pickupPointUpsert, { pickupPointId: 'id', name: 'id' }, [
      { id: 'loja sul' },
    ]);
    expect(codes(failed)).toEqual(['vtex.id-with-spaces']);
    expect(sandbox.journal.recent()).toEqual([]);
  });
});

test('a holiday is a day without a time, and not written again', async () => {
  const lines = { holidayId: 'id', name: '"Natal"', startDate: 'day' };
  await run(holidayUpsert, lines, [{ id: 'n', day: '2026-12-25T00:00:00' }]);
  await run(holidayUpsert, lines, [{ id: 'n', day: '2026-12-25' }]);
  expect(writes().map(({ request }) => request)).toEqual([{ name: 'Natal', startDate: '2026-12-25' }]);
});

test('a polygon is closed, and one with latitude first where that cannot be is refused', async () => {
  const lines = { name: 'name', coordinates: 'points' };
  const open = [
    [
      [-46.6, -23.5],
      [-46.6, -23.6],
      [-46.7, -23.6],
    ],
  ];
  const { failed } = await run(polygonUpsert, lines, [
    { name: 'a', points: open },
    {
      name: 'b',
      points: [
        [
          [0, 100],
          [0, 101],
          [1, 101],
        ],
      ],
    },
  ]);
  expect(codes(failed)).toEqual(['vtex.polygon-invalid']);
  expect(sandbox.state.logistics.polygons.get('a')?.geoShape.coordinates).toEqual([
    [...(open[0] ?? []), open[0]?.[0]],
  ]);
});
