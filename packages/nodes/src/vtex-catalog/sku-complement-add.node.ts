// Adds a complement to a SKU. VTEX would add the same one again, so it is looked up first.
import type { Json } from '@eclusa/flow';
import {
  complementAnswer,
  complementIds,
  complementsOfKind,
  complementTargets,
  entriesOf,
  isComplement,
} from './complements';
import { tellUnknown } from './entity-update';
import { createdId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { vtexAction } from '../vtex/vtex-action';

const add = 'POST /api/catalog/pvt/skucomplement';

export default vtexAction({
  id: 'vtex.sku-complement-add',
  version: 1,
  name: {
    en: 'Add complement to SKU',
    es: 'Agregar complemento al SKU',
    pt: 'Incluir complemento no SKU',
  },
  help: {
    en: 'Shows one SKU with another in the store: as accessory, suggestion, similar product, or shown together. It holds one way only: for both ways send a second row with the two SKUs changed round. One that is there already is left alone.',
    es: 'Muestra un SKU junto a otro en la tienda: como accesorio, sugerencia, producto similar o mostrar juntos. Vale en un solo sentido: para ambos envíe otra fila con los dos SKU intercambiados. Si ya está no se toca.',
    pt: 'Mostra um SKU com outro na loja: como acessório, sugestão, produto similar ou mostrar junto. Vale em um sentido só: para os dois, envie outra linha com os SKUs trocados. Se já existe, não é mexido.',
  },
  keywords: [
    'complement',
    'complemento',
    'accessory',
    'accesorio',
    'acessório',
    'sugestão',
    'cross-selling',
    'similar',
  ],
  area: 'catalog',
  request: add,
  also: [complementIds, complementsOfKind],
  effect: 'create',
  concurrency: 4,
  saveAs: 'complement',
  body: complementTargets,
  prepare: () => ({
    run: (values, { store, existing }) =>
      existing
        ? Promise.resolve(complementAnswer(values, existing['Id'] ?? null, 'added'))
        : addComplement(values, store),
    async findExisting(values, { store }) {
      if (!(await isComplement(values, store))) return null;
      return (await entriesOf(values, store))[0] ?? { Id: null };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'ParentSkuId', expression: 'sku' },
        { target: 'SkuId', expression: 'sugestao' },
        { target: 'ComplementTypeId', expression: '2' },
      ],
      saveAs: 'complement',
    },
    input: [{ sku: 2, sugestao: 1 }],
    output: {
      out: [
        { sku: 2, sugestao: 1, complement: { id: 2, parentSkuId: 2, skuId: 1, type: 2, change: 'added' } },
      ],
    },
  },
});

function addComplement(values: Values, store: Store): Promise<Json> {
  const { ParentSkuId: parent, SkuId: sku } = values;
  // One worker at a time for each SKU: two must not both find that it is missing.
  return store.lock(`complement:${String(parent)}`, async () => {
    if (await isComplement(values, store)) {
      const [entry] = await entriesOf(values, store);
      return complementAnswer(values, entry?.['Id'] ?? null, 'unchanged');
    }
    const body = { ...values, ComplementTypeId: Number(values['ComplementTypeId']) };
    const made = await tellUnknown('vtex.sku-unknown', { skuId: sku as number }, () =>
      store.send(add, { body }),
    );
    const first = Array.isArray(made) ? (made[0] ?? null) : made;
    return complementAnswer(values, createdId(first, store, add), 'added');
  });
}
