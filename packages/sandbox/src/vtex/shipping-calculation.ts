// Logistics: `shipping/calculate`, the ways to deliver each item of each request. Money in decimal currency.
import { listBody, objectBody, optionalText, requiredNumber, requiredText } from '../http/fields';
import { json, type Call, type Reply, type Route } from '../http/wire';
import type { Store } from '../store/store';
import { deliveries } from './delivery';

export function shippingCalculationRoutes(store: Store): Route[] {
  return [
    {
      request: 'POST /api/logistics/pvt/shipping/calculate',
      handler: (call) => calculate(store, call),
    },
  ];
}

/** One list of answers for each request. */
function calculate(store: Store, call: Call): Reply {
  return json(listBody(call.body).map((one) => answersTo(store, one)));
}

function answersTo(store: Store, request: unknown): object[] {
  const body = objectBody(request);
  const location = objectBody(body.location);
  const [zipCode, country] = [requiredText(location, 'zipCode'), requiredText(location, 'country')];
  const salesChannel = optionalText(body, 'salesChannel') ?? '1';
  return listBody(body.items).flatMap((entry) => {
    const item = objectBody(entry);
    const quantity = requiredNumber(item, 'quantity');
    const wish = {
      skuId: Number(requiredText(item, 'id')),
      quantity,
      postalCode: zipCode,
      country,
      salesChannel,
      value: (typeof item.price === 'number' ? item.price : 0) * quantity,
    };
    return deliveries(store, wish).map((way) => ({
      itemId: String(wish.skuId),
      quantity,
      kitItem: [],
      availabilityQuantity: way.available,
      salesChannel,
      slaType: way.shippingMethod,
      slaTypeName: way.shippingMethod,
      freightTableName: way.policyName,
      freightTableId: way.policyId,
      listPrice: way.price,
      transitTime: way.transitTime,
      dockTime: way.dockTime,
      timeToDockPlusDockTime: way.dockTime,
      aditionalTimeBlockedDays: '00:00:00',
      leadTime: way.leadTime,
      totalTime: `${way.days}.00:00:00`,
      deliveryWindows: [],
      wareHouseId: way.warehouseId,
      dockId: way.dockId,
      location: { zipCode, country, point: [], inStore: { isCheckedIn: false, storeId: null } },
      deliveryChannel: 'delivery',
    }));
  });
}
