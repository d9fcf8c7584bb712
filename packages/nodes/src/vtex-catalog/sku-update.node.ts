// Changes one SKU by its id: read, merge, write only what differs. EANs have boxes of their own.
import { optional, skuId } from './catalog-targets';
import { obstacleRequests } from './activation-obstacles';
import { readAt } from './entity-update';
import { skuFields } from './sku-fields';
import { lasting, oneSku, skuAt, writeSku } from './sku-write';
import { vtexAction } from '../vtex/vtex-action';

const { Ean: _ean, ...fields } = skuFields;

export default vtexAction({
  id: 'vtex.sku-update',
  version: 1,
  name: { en: 'Update SKU', es: 'Actualizar SKU', pt: 'Atualizar SKU' },
  help: {
    en: 'Changes what you map of a SKU, found by the id VTEX gave it, and keeps the rest: VTEX replaces the whole SKU and would deactivate it when the update does not say "active", so it is read first. Nothing is written when nothing differs. When VTEX refuses to activate it the row says what is missing. Weights in grams, sizes in centimetres. The store’s search and pages show a change seconds to minutes later.',
    es: 'Cambia lo que usted mapea de un SKU, ubicado por el id que le dio VTEX, y conserva lo demás: VTEX reemplaza el SKU entero y lo desactivaría si la actualización no dice «activo», por eso primero se lee. No se escribe nada si no hay diferencias. Si VTEX se niega a activarlo, la fila dice qué falta. Pesos en gramos, medidas en centímetros. La búsqueda y las páginas de la tienda muestran un cambio segundos o minutos después.',
    pt: 'Muda o que você mapeia de um SKU, localizado pelo id que a VTEX deu a ele, e mantém o resto: a VTEX substitui o SKU inteiro e o desativaria se a atualização não dissesse "ativo", por isso ele é lido antes. Nada é gravado quando nada difere. Quando a VTEX se recusa a ativá-lo, a linha diz o que falta. Pesos em gramas, medidas em centímetros. A busca e as páginas da loja mostram uma mudança segundos ou minutos depois.',
  },
  keywords: ['sku', 'item', 'update', 'actualizar', 'atualizar', 'peso', 'weight', 'medidas', 'dimensões'],
  area: 'catalog',
  request: `PUT ${oneSku}`,
  also: obstacleRequests,
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'sku',
  path: { skuId },
  body: optional(fields),
  prepare: () => ({
    async run({ skuId: id, ...wanted }, { store }) {
      const place = skuAt(id);
      const before = await readAt(place, store);
      const change = await writeSku(before, { ...place, wanted: lasting(wanted) }, store);
      const { IsActive = null, RefId = null } = { ...before, ...wanted };
      return { id: id ?? null, refId: RefId, active: IsActive, change };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'PackagedWeightKg', expression: 'peso_g' },
      ],
      saveAs: 'sku',
    },
    input: [{ codigo: 'S-1', sku: 1, peso_g: 1300 }],
    output: {
      out: [{ codigo: 'S-1', sku: { id: 1, refId: 'S-1', active: true, change: 'updated' }, peso_g: 1300 }],
    },
  },
});
