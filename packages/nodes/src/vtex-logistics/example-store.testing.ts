// What the examples of stock and shipping stand on, beside SKU 1 with a price and 120 units in the warehouse 1_1.
import type { Sandbox } from '@eclusa/sandbox';

const logistics = '/api/logistics/pvt';

/** A second warehouse, dock and policy, a pickup point, a holiday, a polygon, a lot and a reservation. */
export async function fill(sandbox: Sandbox): Promise<void> {
  const sku = sandbox.state.skus.get(1);
  if (sku) sku.IsActive = true;
  const call = callerOf(sandbox);
  await call(`POST ${logistics}/configuration/docks`, {
    id: 'filial_1',
    name: 'Doca da filial',
    salesChannels: ['1'],
    freightTableIds: ['normal'],
  });
  await call(`POST ${logistics}/configuration/warehouses`, {
    id: 'filial',
    name: 'Filial',
    warehouseDocks: [{ dockId: 'filial_1', time: '00:00:00', cost: '0' }],
  });
  await call(`POST ${logistics}/shipping-policies`, {
    id: 'expresso',
    name: 'Expresso',
    shippingMethod: 'Expressa',
    maxDimension: { largestMeasure: 0, maxMeasureSum: 0 },
  });
  await call(`PUT ${logistics}/configuration/pickuppoints/loja-centro`, {
    id: 'loja-centro',
    name: 'Loja Centro',
    address: { postalCode: '01001000', city: 'São Paulo', country: { acronym: 'BRA', name: 'Brazil' } },
    isActive: true,
  });
  await call(`PUT ${logistics}/configuration/holidays/natal-2026`, {
    name: 'Natal',
    startDate: '2026-12-25',
  });
  await call(`PUT ${logistics}/configuration/geoshape`, {
    name: 'centro',
    geoShape: {
      coordinates: [
        [
          [-46.64, -23.54],
          [-46.62, -23.54],
          [-46.62, -23.56],
          [-46.64, -23.54],
        ],
      ],
    },
  });
  await call(`POST ${logistics}/configuration/carriers/normal/adddayofweekblocked`, '2026-12-25T00:00:00');
  await call(`PUT ${logistics}/inventory/items/1/warehouses/1_1/supplyLots/OC-50`, {
    quantity: 30,
    dateOfSupplyUtc: '2026-12-01T00:00:00Z',
  });
  await call(`POST ${logistics}/inventory/reservations`, {
    lockId: 'PED-1',
    salesChannel: '1',
    autorizationExpirationTTL: '10.00:00:00',
    deliveryItemOptions: [{ item: { id: '1', quantity: 2 }, wareHouseId: '1_1' }],
  });
}

function callerOf(sandbox: Sandbox) {
  return async (request: string, body: object | string): Promise<void> => {
    const [method = '', path = ''] = request.split(' ');
    const response = await fetch(sandbox.url + path, {
      method,
      body: JSON.stringify(body),
      headers: { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken },
    });
    if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
  };
}
