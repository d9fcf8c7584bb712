// Activates one SKU, or says in words all that VTEX misses. It leaves everything else of the SKU as it is.
import { RemoteError, UserError, type Json, type JsonObject } from '@eclusa/flow';
import { obstacleRequests } from './activation-obstacles';
import { skuId } from './catalog-targets';
import { readAt, writeOver } from './entity-update';
import { oneSku, skuAt, writeSku } from './sku-write';
import type { Store } from '../vtex/store';
import { vtexAction } from '../vtex/vtex-action';

export default vtexAction({
  id: 'vtex.sku-activate',
  version: 1,
  name: { en: 'Activate SKU', es: 'Activar SKU', pt: 'Ativar SKU' },
  help: {
    en: 'Activates a SKU and leaves the rest of it as it is. VTEX refuses when something is missing: an image, a required specification, an active product, brand or category, and for a kit an active component. The row then says everything that is missing, or VTEX is asked to activate the SKU by itself as soon as it can. To be sold it also needs a price, stock and shipping.',
    es: 'Activa un SKU y deja lo demás como está. VTEX se niega cuando falta algo: una imagen, una especificación obligatoria, un producto, una marca o una categoría activos, y en un kit un componente activo. La fila dice entonces todo lo que falta, o se le pide a VTEX que active el SKU sola en cuanto pueda. Para venderse también necesita precio, stock y envío.',
    pt: 'Ativa um SKU e deixa o resto como está. A VTEX recusa quando falta algo: uma imagem, uma especificação obrigatória, um produto, uma marca ou uma categoria ativos, e em um kit um componente ativo. A linha então diz tudo o que falta, ou se pede à VTEX que ative o SKU sozinha assim que puder. Para ser vendido ele também precisa de preço, estoque e entrega.',
  },
  keywords: ['sku', 'activate', 'activar', 'ativar', 'active', 'ativo', 'publicar', 'ligar', 'enable'],
  area: 'catalog',
  request: `PUT ${oneSku}`,
  also: obstacleRequests,
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'sku',
  path: { skuId },
  options: {
    refused: {
      kind: 'choice',
      default: 'fail',
      name: { en: 'When VTEX refuses', es: 'Cuando VTEX se niega', pt: 'Quando a VTEX recusa' },
      help: {
        en: 'VTEX activates a SKU only when it has an image and its product, brand and category are active.',
        es: 'VTEX activa un SKU solo cuando tiene imagen y su producto, marca y categoría están activos.',
        pt: 'A VTEX só ativa um SKU que tem imagem e cujo produto, marca e categoria estão ativos.',
      },
      choices: [
        { value: 'fail', name: { en: 'The row fails', es: 'La fila falla', pt: 'A linha falha' } },
        {
          value: 'wait',
          name: {
            en: 'VTEX activates it once it can',
            es: 'VTEX lo activa cuando pueda',
            pt: 'A VTEX ativa quando puder',
          },
          help: {
            en: 'VTEX tries when an image or a component of a kit arrives, not when a brand or a category is activated.',
            es: 'VTEX lo intenta cuando llega una imagen o un componente del kit, no cuando se activa una marca o categoría.',
            pt: 'A VTEX tenta quando chega uma imagem ou um componente do kit, não quando se ativa uma marca ou categoria.',
          },
        },
      ],
    },
  },
  prepare: ({ config }) => ({
    run: ({ skuId: id }, { store }) => activate(id, store, config['refused'] === 'wait'),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      refused: 'fail',
      saveAs: 'sku',
    },
    input: [
      { codigo: 'S-2', sku: 2 },
      { codigo: 'S-1', sku: 1 },
    ],
    output: {
      out: [
        { codigo: 'S-2', sku: { id: 2, active: true, change: 'updated' } },
        { codigo: 'S-1', sku: { id: 1, active: true, change: 'unchanged' } },
      ],
    },
  },
});

async function activate(id: Json | undefined, store: Store, waits: boolean): Promise<JsonObject> {
  const place = skuAt(id);
  const before = await readAt(place, store);
  try {
    const change = await writeSku(before, { ...place, wanted: { IsActive: true } }, store);
    return { id: id ?? null, active: true, change };
  } catch (error) {
    const isRefusal = error instanceof RemoteError || error instanceof UserError;
    if (!waits || !isRefusal || error.code !== 'vtex.activation-refused') throw error;
    const wanted = { IsActive: false, ActivateIfPossible: true };
    const { change } = await writeOver(before, { ...place, wanted, without: ['Id'] }, store);
    return { id: id ?? null, active: false, change };
  }
}
