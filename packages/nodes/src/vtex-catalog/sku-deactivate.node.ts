// Switches one SKU off and keeps VTEX from switching it on again by itself.
import { skuId } from './catalog-targets';
import { updateAt } from './entity-update';
import { lasting, oneSku, skuAt } from './sku-write';
import { vtexAction } from '../vtex/vtex-action';

export default vtexAction({
  id: 'vtex.sku-deactivate',
  version: 1,
  name: { en: 'Deactivate SKU', es: 'Desactivar SKU', pt: 'Desativar SKU' },
  help: {
    en: 'Switches a SKU off: it is not sold any more. A SKU can never be deleted in VTEX, this is the way to take one out. VTEX’s own activation is switched off too, or the next image would bring it back. The rest of the SKU stays as it is.',
    es: 'Desactiva un SKU: deja de venderse. En VTEX un SKU no se puede eliminar, esta es la forma de retirarlo. También se apaga la activación propia de VTEX, o la próxima imagen lo haría volver. Lo demás del SKU queda como está.',
    pt: 'Desativa um SKU: ele deixa de ser vendido. Na VTEX um SKU nunca é excluído, este é o jeito de tirá-lo. A ativação automática da VTEX também é desligada, ou a próxima imagem o traria de volta. O resto do SKU fica como está.',
  },
  keywords: [
    'sku',
    'deactivate',
    'desactivar',
    'desativar',
    'inactive',
    'inativo',
    'delete',
    'excluir',
    'desligar',
  ],
  area: 'catalog',
  request: `PUT ${oneSku}`,
  also: [`GET ${oneSku}`],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'sku',
  path: { skuId },
  prepare: () => ({
    async run({ skuId: id }, { store }) {
      const wanted = lasting({ IsActive: false });
      const { change } = await updateAt({ ...skuAt(id), wanted, without: ['Id'] }, store);
      return { id: id ?? null, active: false, change };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'sku',
    },
    input: [{ codigo: 'S-1', sku: 1 }],
    output: { out: [{ codigo: 'S-1', sku: { id: 1, active: false, change: 'updated' } }] },
  },
});
