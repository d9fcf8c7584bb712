// Takes a complement away from a SKU. One that is not there is no error, so a repeat does no harm.
import type { Json } from '@eclusa/flow';
import { complementAnswer, complementsOfKind, complementTargets, entriesOf } from './complements';
import { newId } from '../vtex/coerce';
import { hasStatus } from '../vtex/remote';
import { vtexAction } from '../vtex/vtex-action';

const remove = 'DELETE /api/catalog/pvt/skucomplement/{skuComplementId}';

export default vtexAction({
  id: 'vtex.sku-complement-remove',
  version: 1,
  name: {
    en: 'Remove complement from SKU',
    es: 'Quitar complemento del SKU',
    pt: 'Retirar complemento do SKU',
  },
  help: {
    en: 'Stops showing one SKU with another in the store, for one kind (accessory, suggestion, similar, together). One that is not there is no error.',
    es: 'Deja de mostrar un SKU junto a otro en la tienda, para un tipo (accesorio, sugerencia, similar, juntos). Si no está no es un error.',
    pt: 'Deixa de mostrar um SKU com outro na loja, para um tipo (acessório, sugestão, similar, junto). Se não existe, não é erro.',
  },
  keywords: [
    'complement',
    'complemento',
    'accessory',
    'acessório',
    'sugestão',
    'remove',
    'quitar',
    'retirar',
  ],
  area: 'catalog',
  request: remove,
  also: [complementsOfKind],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'complement',
  body: complementTargets,
  prepare: () => ({
    async run(values, { store }): Promise<Json> {
      const unknown = values['ParentSkuId'] === newId || values['SkuId'] === newId;
      const entries = unknown ? [] : await entriesOf(values, store);
      for (const entry of entries) {
        try {
          await store.send(remove, { params: { skuComplementId: entry['Id'] as number } });
        } catch (error) {
          if (!hasStatus(error, 404)) throw error;
        }
      }
      return complementAnswer(
        values,
        entries[0]?.['Id'] ?? null,
        entries.length > 0 ? 'removed' : 'unchanged',
      );
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'ParentSkuId', expression: 'sku' },
        { target: 'SkuId', expression: 'acessorio' },
        { target: 'ComplementTypeId', expression: '1' },
      ],
      saveAs: 'complement',
    },
    input: [{ sku: 1, acessorio: 2 }],
    output: {
      out: [
        { sku: 1, acessorio: 2, complement: { id: 1, parentSkuId: 1, skuId: 2, type: 1, change: 'removed' } },
      ],
    },
  },
});
