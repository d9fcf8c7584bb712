// Adds a line to the log that people see in the timeline of an order. VTEX has no way to read these lines back.
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { oneOrder, orderId } from './order';

export default vtexAction({
  id: 'vtex.order-interaction',
  version: 1,
  name: {
    en: 'Log line on an order',
    es: 'Línea en el historial de un pedido',
    pt: 'Linha no histórico do pedido',
  },
  help: {
    en: 'Adds a line to the timeline of an order in the VTEX Admin, such as "sent to the ERP". VTEX does not give these lines back, so a line whose answer was lost is sent again and may stand there twice. What must stand once is a note: use "Note on an order".',
    es: 'Agrega una línea a la cronología de un pedido en el Admin de VTEX, como «enviado al ERP». VTEX no devuelve estas líneas, así que una línea cuya respuesta se perdió se envía otra vez y puede quedar dos veces. Lo que debe estar una sola vez es una nota: use «Nota en un pedido».',
    pt: 'Acrescenta uma linha à linha do tempo de um pedido no Admin da VTEX, como "enviado ao ERP". A VTEX não devolve essas linhas, então uma linha cuja resposta se perdeu é enviada de novo e pode aparecer duas vezes. O que deve aparecer uma vez só é uma observação: use "Observação em um pedido".',
  },
  keywords: ['log', 'interaction', 'timeline', 'histórico', 'historial', 'linha do tempo', 'pedido', 'order'],
  area: 'orders',
  request: `POST ${oneOrder}/interactions`,
  effect: 'idempotent',
  saveAs: '',
  path: { orderId },
  body: {
    source: target.text(
      { en: 'Who says it', es: 'Quién lo dice', pt: 'Quem diz' },
      { required: true, maxLength: 100, suggest: '"ERP"' },
    ),
    message: target.text(
      { en: 'Text', es: 'Texto', pt: 'Texto' },
      { required: true, maxLength: 2000, suggest: '$exists(mensagem) ? mensagem : descricao' },
    ),
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'source', expression: '"ERP"' },
        { target: 'message', expression: '"Pedido no ERP: " & erp' },
      ],
      saveAs: '',
    },
    input: [{ pedido: '1268540500001-01', erp: 'PV-77' }],
    output: { out: [{ pedido: '1268540500001-01', erp: 'PV-77' }] },
  },
});
