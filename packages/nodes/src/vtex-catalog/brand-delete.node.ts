// Deletes one brand for good. One that is gone already counts as deleted, so a repeat does no harm.
import { newId } from '../vtex/coerce';
import { hasStatus, retold } from '../vtex/remote';
import { vtexAction } from '../vtex/vtex-action';
import { brandId } from './catalog-targets';

const path = '/api/catalog/pvt/brand/{brandId}';

export default vtexAction({
  id: 'vtex.brand-delete',
  version: 1,
  name: { en: 'Delete brand', es: 'Eliminar marca', pt: 'Excluir marca' },
  help: {
    en: 'Deletes a brand for good: it cannot be brought back. A brand that products still use is refused; move its products first, or switch it off with "Update brand". A brand that is not there any more is no error.',
    es: 'Elimina una marca definitivamente: no se puede recuperar. Una marca que todavía usan productos se rechaza; mueva antes los productos o desactívela con «Actualizar marca». Una marca que ya no existe no es un error.',
    pt: 'Exclui uma marca definitivamente: não dá para recuperar. Uma marca que produtos ainda usam é recusada; mova os produtos antes, ou desative-a com "Atualizar marca". Uma marca que já não existe não é erro.',
  },
  keywords: ['brand', 'marca', 'fabricante', 'delete', 'remove', 'eliminar', 'borrar', 'excluir', 'apagar'],
  area: 'catalog',
  request: `DELETE ${path}`,
  also: [`GET ${path}`],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'brand',
  path: { brandId },
  prepare: () => ({
    async run({ brandId: id }, { store }) {
      const params = { brandId: id as number };
      const found = id === newId ? {} : await store.find(`GET ${path}`, { params });
      if (!found) return { id: id ?? null, change: 'unchanged' };
      try {
        await store.send(`DELETE ${path}`, { params });
      } catch (error) {
        if (hasStatus(error, 409)) throw retold('vtex.brand-in-use', error, params);
        if (!hasStatus(error, 404)) throw error;
      }
      return { id: id ?? null, change: 'deleted' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'brandId', expression: 'marca' }],
      saveAs: 'brand',
    },
    input: [{ marca: 2000001 }, { marca: 999 }],
    output: {
      out: [
        { marca: 2000001, brand: { id: 2000001, change: 'deleted' } },
        { marca: 999, brand: { id: 999, change: 'unchanged' } },
      ],
    },
  },
});
