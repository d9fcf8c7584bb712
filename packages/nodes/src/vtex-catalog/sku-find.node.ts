// Finds one SKU by the reference code for each row.
import { target } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.sku-find',
  version: 1,
  name: {
    en: 'Find SKU by reference code',
    es: 'Buscar SKU por código de referencia',
    pt: 'Localizar SKU por código de referência',
  },
  help: {
    en: 'Finds a SKU by your ERP’s code (RefId) and reads it: this is how a flow gets the id that prices, stock and images need. Choose what happens to a row whose code the store does not have.',
    es: 'Busca un SKU por el código de su ERP (RefId) y lo lee: así obtiene un flujo el id que piden precios, stock e imágenes. Elija qué pasa con una fila cuyo código no está en la tienda.',
    pt: 'Localiza um SKU pelo código do seu ERP (RefId) e o lê: é assim que um fluxo consegue o id que preços, estoque e imagens pedem. Escolha o que acontece com uma linha cujo código não existe na loja.',
  },
  keywords: ['sku', 'RefId', 'referencia', 'referência', 'código', 'buscar', 'localizar', 'find', 'item'],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/stockkeepingunit',
  saveAs: 'sku',
  query: {
    RefId: target.text(
      { en: 'Reference code', es: 'Código de referencia', pt: 'Código de referência' },
      { required: true, maxLength: 50, suggest: 'codigo' },
    ),
  },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'RefId', expression: 'codigo' }],
      saveAs: 'sku',
    },
    input: [{ codigo: 'S-1' }],
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
