// Takes the order hook of the connection's application key away. One that is not there counts as taken away.
import { vtexAction } from '../vtex/vtex-action';
import { hasStatus } from '../vtex/remote';

const request = 'DELETE /api/orders/hook/config';

export default vtexAction({
  id: 'vtex.hook-config-delete',
  version: 1,
  name: { en: 'Delete order hook', es: 'Eliminar hook de pedidos', pt: 'Excluir hook de pedidos' },
  help: {
    en: 'Ends the order hook of this connection’s application key: VTEX keeps and sends no more events for it, and what waited is gone. A box that keeps it for a flow will set it up again; stop that flow first. Nothing needs to be mapped.',
    es: 'Termina el hook de pedidos de la clave de aplicación de esta conexión: VTEX ya no guarda ni envía eventos y lo que esperaba se pierde. Una caja que lo mantiene para un flujo lo configurará otra vez; detenga antes ese flujo. No hace falta mapear nada.',
    pt: 'Encerra o hook de pedidos da chave de aplicação desta conexão: a VTEX não guarda nem envia mais eventos, e o que esperava se perde. Uma caixa que o mantém para um fluxo vai configurá-lo de novo; pare antes esse fluxo. Não é preciso mapear nada.',
  },
  keywords: ['hook', 'eventos', 'events', 'delete', 'excluir', 'eliminar', 'pedidos', 'orders'],
  area: 'orders',
  request,
  effect: 'idempotent',
  saveAs: 'hook',
  prepare: () => ({
    async run(_values, { store }) {
      try {
        await store.send(request);
        return { change: 'deleted' };
      } catch (error) {
        if (hasStatus(error, 404)) return { change: 'unchanged' };
        throw error;
      }
    },
  }),
  example: {
    config: { connection: 'store', saveAs: 'hook' },
    input: [{ motivo: 'troca de sistema' }],
    output: { out: [{ motivo: 'troca de sistema', hook: { change: 'deleted' } }] },
  },
});
