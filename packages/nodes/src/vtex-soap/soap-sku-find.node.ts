// Reads the SKU with this reference code (RefId), with its EANs. Its weights are in kilograms and its sizes in metres.
import { reference } from './soap-places';
import { soapRead } from './soap-read';

export default soapRead({
  id: 'vtex.soap-sku-find',
  name: {
    en: 'Find SKU by reference code',
    es: 'Buscar SKU por código de referencia',
    pt: 'Localizar SKU pelo código de referência',
  },
  help: {
    en: 'Reads the SKU with this reference code (RefId), with its EANs. Its weights are in kilograms and its sizes in metres.',
    es: 'Lee el SKU con este código de referencia (RefId), con sus EAN. Sus pesos van en kilogramos y sus medidas en metros.',
    pt: 'Lê o SKU com este código de referência (RefId), com os EANs. Os pesos são em quilogramas e as medidas em metros.',
  },
  keywords: ['sku', 'RefId', 'StockKeepingUnitGetByRefId'],
  method: 'StockKeepingUnitGetByRefId',
  targets: { refId: reference },
  saveAs: 'sku',
  successor: { type: 'vtex.sku-find', targets: { refId: 'RefId' } },
  example: {
    config: { connection: 'store', mapping: [{ target: 'refId', expression: '"S-1"' }], saveAs: 'sku' },
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
