// Lets VTEX evaluate the condition of a feed or hook over an order, before events depend on it.
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const request = 'POST /api/orders/expressions/jsonata';

export default vtexAction({
  id: 'vtex.feed-expression-test',
  version: 1,
  name: {
    en: 'Test condition of order events',
    es: 'Probar condición de eventos de pedidos',
    pt: 'Testar condição de eventos de pedidos',
  },
  help: {
    en: 'Asks VTEX whether an order meets the condition of a feed or hook: true or false. Nothing is changed. A condition with a slip in it is false too, so test it with an order that should meet it.',
    es: 'Pregunta a VTEX si un pedido cumple la condición de un feed o hook: true o false. No cambia nada. Una condición con un error también da false; pruébela con un pedido que deba cumplirla.',
    pt: 'Pergunta à VTEX se um pedido atende à condição de um feed ou hook: true ou false. Nada muda. Uma condição com erro também dá false; teste com um pedido que deveria atender.',
  },
  keywords: [
    'jsonata',
    'feed',
    'hook',
    'expression',
    'expressão',
    'expresión',
    'testar',
    'probar',
    'pedidos',
  ],
  area: 'orders',
  request,
  effect: 'read',
  saveAs: 'matches',
  body: {
    Expression: target.text(
      { en: 'Condition (JSONata)', es: 'Condición (JSONata)', pt: 'Condição (JSONata)' },
      { required: true, suggest: '$exists(expression) ? expression : "status = \'ready-for-handling\'"' },
    ),
    Document: {
      type: 'any',
      required: true,
      suggest: '$exists(order) ? order : "{}"',
      name: { en: 'Order', es: 'Pedido', pt: 'Pedido' },
      help: {
        en: 'An order as "Get order" gives it, or its JSON as a text.',
        es: 'Un pedido como lo da «Obtener pedido», o su JSON como texto.',
        pt: 'Um pedido como "Obter pedido" dá, ou o JSON dele como texto.',
      },
    },
  },
  prepare: () => ({
    async run({ Expression, Document }, { store }) {
      const text = typeof Document === 'string' ? Document : JSON.stringify(Document);
      return store.send(request, { body: { Expression: String(Expression), Document: text } });
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'Expression', expression: '"value > 5000"' },
        { target: 'Document', expression: 'order' },
      ],
      saveAs: 'matches',
    },
    input: [{ order: { orderId: '1268540500001-01', value: 6500 } }],
    output: { out: [{ order: { orderId: '1268540500001-01', value: 6500 }, matches: true }] },
  },
});
