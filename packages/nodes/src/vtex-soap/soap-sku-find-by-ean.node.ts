// Reads the SKU that has this EAN.
import { ean } from './soap-places';
import { soapRead } from './soap-read';

export default soapRead({
  id: 'vtex.soap-sku-find-by-ean',
  name: { en: 'Find SKU by EAN', es: 'Buscar SKU por EAN', pt: 'Localizar SKU pelo EAN' },
  help: {
    en: 'Reads the SKU that has this EAN.',
    es: 'Lee el SKU que tiene este EAN.',
    pt: 'Lê o SKU que tem este EAN.',
  },
  keywords: ['sku', 'EAN', 'gtin', 'StockKeepingUnitGetByEan'],
  method: 'StockKeepingUnitGetByEan',
  targets: { EAN13: ean },
  saveAs: 'sku',
  successor: { type: 'vtex.sku-find-by-ean', targets: { EAN13: 'ean' } },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'EAN13', expression: '"7891000315507"' }],
      saveAs: 'sku',
    },
    input: [{ linha: 1 }],
    output: {
      out: [
        {
          linha: 1,
          sku: {
            CommercialConditionId: 1,
            CostPrice: 1299.9,
            CubicWeight: null,
            DateUpdated: '2026-11-23T12:00:00.000Z',
            EstimatedDateArrival: null,
            Height: 0.3,
            Id: 1,
            InternalNote: null,
            IsActive: false,
            IsAvaiable: false,
            IsKit: false,
            Length: 0.2,
            ListPrice: null,
            ManufacturerCode: null,
            MeasurementUnit: 'un',
            ModalId: null,
            ModalType: null,
            Name: '110V',
            Price: 1299.9,
            ProductId: 1,
            ProductName: 'Cafeteira 15 xícaras',
            RealHeight: null,
            RealLength: null,
            RealWeightKg: null,
            RealWidth: null,
            RefId: 'S-1',
            RewardValue: null,
            StockKeepingUnitEans: [{ Ean: '7891000315507' }],
            UnitMultiplier: 1,
            VenderSeparadamente: false,
            WeightKg: 1.25,
            Width: 0.2,
          },
        },
      ],
    },
  },
});
