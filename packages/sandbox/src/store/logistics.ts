// What a store knows of delivery beside stock: docks, shipping policies with their freight tables, pickup points, lots.
import type { JsonObject } from '../http/fields';

export interface Dock {
  id: string;
  name: string;
  priority: number;
  dockTimeFake: string;
  timeFakeOverhead: string;
  salesChannels: string[];
  salesChannel: string | null;
  freightTableIds: string[];
  wmsEndPoint: string | null;
  address: JsonObject | null;
  isActive: boolean;
}

/** One line of a freight table. Weights in grams, volume in cubic centimetres, cost in decimal currency. */
export interface Freight {
  country: string;
  zipCodeStart: string;
  zipCodeEnd: string;
  weightStart: number;
  weightEnd: number;
  absoluteMoneyCost: number;
  pricePercent: number;
  pricePercentByWeight: number;
  maxVolume: number;
  timeCost: string;
  polygon: string;
  minimumValueInsurance: number;
}

/** Units that will arrive: sold before, counted as stock once they are transferred. */
export interface SupplyLot {
  supplyLotId: string;
  skuId: number;
  warehouseId: string;
  quantity: number;
  dateOfSupplyUtc: string;
  keepSellingAfterExpiration: boolean;
}

export interface Polygon {
  name: string;
  isActive: boolean;
  geoShape: { coordinates: unknown; type: string };
}

/** A place that prepares orders, with how many it can take on each day of the week. */
export interface Location {
  id: string;
  name: string;
  status: 'ACTIVE' | 'MANUALLY_PAUSED' | 'PAUSED';
  capacityType: string;
  capacityUnit: string;
  fullCapacityAction: string;
  dayCapacity: Record<string, number>;
}

export const weekDays = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'HOLIDAYS_AND_EXCEPTIONS',
] as const;

export class Logistics {
  readonly docks = new Map<string, Dock>();
  /** As the list of shipping policies shows them. */
  readonly policies = new Map<string, JsonObject>();
  /** Lines by shipping policy. */
  readonly freights = new Map<string, Freight[]>();
  readonly holidays = new Map<string, JsonObject>();
  readonly pickupPoints = new Map<string, JsonObject>();
  readonly polygons = new Map<string, Polygon>();
  readonly locations = new Map<string, Location>();
  /** Days without delivery, by shipping policy. */
  readonly blockedDays = new Map<string, Set<string>>();
  /** By SKU and warehouse, see `lotPlace`; then by lot. */
  readonly lots = new Map<string, Map<string, SupplyLot>>();

  constructor() {
    this.reset();
  }

  /** Back to one dock, through which the policy `normal` delivers anywhere in Brazil in three days. */
  reset(): void {
    for (const part of Object.values(this)) if (part instanceof Map) part.clear();
    this.docks.set('1_1_1', {
      id: '1_1_1',
      name: 'Doca principal',
      priority: 0,
      dockTimeFake: '00:00:00',
      timeFakeOverhead: '00:00:00',
      salesChannels: ['1'],
      salesChannel: null,
      freightTableIds: ['normal'],
      wmsEndPoint: null,
      address: null,
      isActive: true,
    });
    this.locations.set('loc_1', {
      id: 'loc_1',
      name: 'Loja demo',
      status: 'ACTIVE',
      capacityType: 'UNLIMITED',
      capacityUnit: 'ORDERS',
      fullCapacityAction: 'MOVE_TO_NEXT_SHIFT',
      dayCapacity: Object.fromEntries(weekDays.map((day) => [day, 0])),
    });
    this.policies.set('normal', newPolicy('normal', { name: 'Normal', shippingMethod: 'Normal' }));
    this.freights.set('normal', [
      {
        country: 'BRA',
        zipCodeStart: '00000000',
        zipCodeEnd: '99999999',
        weightStart: 0,
        weightEnd: 30_000,
        absoluteMoneyCost: 10,
        pricePercent: 0,
        pricePercentByWeight: 0,
        maxVolume: 1_000_000_000,
        timeCost: '3.00:00:00',
        polygon: '',
        minimumValueInsurance: 0,
      },
    ]);
  }
}

/** Where lots are kept. */
export const lotPlace = (skuId: number, warehouseId: string): string => `${skuId}/${warehouseId}`;

/** A shipping policy with what was given, everything else as if it had been left out. */
export function newPolicy(id: string, given: JsonObject): JsonObject {
  return {
    id,
    name: '',
    shippingMethod: '',
    weekendAndHolidays: { saturday: false, sunday: false, holiday: false },
    maxDimension: { largestMeasure: 0, maxMeasureSum: 0 },
    numberOfItemsPerShipment: 0,
    minimumValueAceptable: 0,
    maximumValueAceptable: 0,
    additionalTime: null,
    additionalPrice: null,
    deliveryScheduleSettings: { useDeliverySchedule: false, maxRangeDelivery: 0, dayOfWeekForDelivery: [] },
    carrierSchedule: [],
    cubicWeightSettings: { volumetricFactor: 0, minimunAcceptableVolumetricWeight: 0 },
    modalSettings: { modals: [], useOnlyItemsWithDefinedModal: false },
    businessHourSettings: { carrierBusinessHours: [], isOpenOutsideBusinessHours: true },
    pickupPointsSettings: { pickupPointIds: [], pickupPointTags: [], sellers: [] },
    isActive: true,
    ...given,
    processingStatus: { status: 1, errorMessage: null, errorsMetadata: null },
    deliveryChannel: 'delivery',
    calculationType: 0,
    lastIndexedAt: null,
  };
}
