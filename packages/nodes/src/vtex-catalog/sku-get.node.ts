// Reads one SKU by its id for each row, as it is kept for editing.
import { skuId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.sku-get',
  version: 1,
  name: { en: 'Read SKU', es: 'Leer SKU', pt: 'Ler SKU' },
  help: {
    en: 'Reads a SKU by the id VTEX gave it: sizes, weights, unit of sale, kit or not, active or not. Images, EANs, specifications and sellers come with "Read SKU with all around it".',
    es: 'Lee un SKU por el id que le dio VTEX: medidas, pesos, unidad de venta, si es kit y si está activo. Imágenes, EAN, especificaciones y sellers vienen con «Leer SKU con todo su contexto».',
    pt: 'Lê um SKU pelo id que a VTEX deu a ele: medidas, pesos, unidade de venda, se é kit e se está ativo. Imagens, EANs, especificações e sellers vêm com "Ler SKU com todo o contexto".',
  },
  keywords: ['sku', 'item', 'variation', 'variación', 'variação', 'get', 'consultar'],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/stockkeepingunit/{skuId}',
  saveAs: 'sku',
  path: { skuId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'sku',
    },
    input: [{ codigo: 'S-1', sku: 1 }],
    output: {
      out: [
        {
          codigo: 'S-1',
          sku: {
            Id: 1,
            ProductId: 1,
            ActivateIfPossible: true,
            Name: '110V',
            RefId: 'S-1',
            PackagedHeight: 30,
            PackagedLength: 20,
            PackagedWidth: 20,
            PackagedWeightKg: 1250,
            Height: null,
            Length: null,
            Width: null,
            WeightKg: null,
            CubicWeight: null,
            IsKit: false,
            RewardValue: null,
            EstimatedDateArrival: null,
            ManufacturerCode: null,
            CommercialConditionId: 1,
            MeasurementUnit: 'un',
            UnitMultiplier: 1,
            ModalType: null,
            KitItensSellApart: false,
            Videos: null,
            IsActive: true,
            CreationDate: '2026-11-23T12:00:00.000Z',
          },
        },
      ],
    },
  },
});
