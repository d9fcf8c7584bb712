// Asks the checkout what a shopper would get: price, availability and deliveries of one SKU, in a form short enough for a row.
import { isJsonObject, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { plainPostalCode } from './postal-code';
import { country, quantity } from './terms';

const request = 'POST /api/checkout/pub/orderForms/simulation';

export default vtexAction({
  id: 'vtex.cart-simulate',
  version: 1,
  name: {
    en: 'Check price, stock and delivery',
    es: 'Verificar precio, stock y entrega',
    pt: 'Conferir preço, estoque e entrega',
  },
  help: {
    en: 'Puts a SKU into a cart that nobody sees and answers what a shopper would get now: price after promotions, list price, available or why not, and with a postal code the deliveries. It is the way to check whether a price or stock you sent has taken effect. The checkout counts in cents; this box answers in decimal currency, as all other boxes take it.',
    es: 'Pone un SKU en un carrito que nadie ve y responde lo que obtendría un comprador ahora: precio con promociones, precio de lista, disponible o por qué no, y con un código postal las entregas. Es la forma de comprobar si un precio o stock enviado ya vale. El checkout cuenta en centavos; esta caja responde en moneda decimal, como la usan las demás.',
    pt: 'Põe um SKU num carrinho que ninguém vê e responde o que um comprador teria agora: preço com promoções, preço de lista, disponível ou por que não, e com um CEP as entregas. É o jeito de conferir se um preço ou estoque enviado já vale. O checkout conta em centavos; esta caixa responde em moeda com decimais, como as outras caixas usam.',
  },
  keywords: [
    'simulation',
    'cart',
    'checkout',
    'simulação',
    'carrinho',
    'preço efetivo',
    'sla',
    'frete',
    'simulación',
    'carrito',
  ],
  area: 'logistics',
  request,
  effect: 'read',
  saveAs: 'offer',
  query: {
    sc: target.integer(
      { en: 'Trade policy', es: 'Política comercial', pt: 'Política comercial' },
      {
        min: 1,
        help: {
          en: '1 when nothing is mapped.',
          es: '1 si no se mapea nada.',
          pt: '1 quando nada é mapeado.',
        },
      },
    ),
  },
  body: {
    id: target.text(
      { en: 'SKU id', es: 'Id del SKU', pt: 'Id do SKU' },
      { required: true, maxLength: 20, suggest: '$exists(sku.id) ? sku.id : skuId' },
    ),
    quantity: { ...quantity, required: false },
    seller: target.text(
      { en: 'Seller', es: 'Vendedor', pt: 'Seller' },
      {
        maxLength: 100,
        help: {
          en: '1, the store itself, when nothing is mapped.',
          es: '1, la propia tienda, si no se mapea nada.',
          pt: '1, a própria loja, quando nada é mapeado.',
        },
      },
    ),
    postalCode: target.text({ en: 'Postal code', es: 'Código postal', pt: 'CEP' }, { maxLength: 20 }),
    country,
  },
  prepare: () => ({
    async run(values, { store }) {
      const answer = await store.send(request, {
        query: { sc: Number(values['sc'] ?? 1) },
        body: bodyOf(values),
      });
      return offerOf(asObject(answer) ?? {}, values);
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'id', expression: 'sku' },
        { target: 'quantity', expression: 'quantidade' },
        { target: 'postalCode', expression: 'cep' },
      ],
      saveAs: 'offer',
    },
    input: [
      { sku: 1, quantidade: 1, cep: '01310-100' },
      { sku: 1, quantidade: 500, cep: '01310-100' },
    ],
    output: {
      out: [
        {
          sku: 1,
          quantidade: 1,
          cep: '01310-100',
          offer: {
            skuId: '1',
            available: true,
            availability: 'available',
            price: 1299.9,
            listPrice: 1299.9,
            deliveries: [{ id: 'Normal', channel: 'delivery', price: 10, estimate: '3bd' }],
            messages: [],
          },
        },
        {
          sku: 1,
          quantidade: 500,
          cep: '01310-100',
          offer: {
            skuId: '1',
            available: false,
            availability: 'withoutStock',
            price: 1299.9,
            listPrice: 1299.9,
            deliveries: [],
            messages: [],
          },
        },
      ],
    },
  },
});

function bodyOf(values: Values): JsonObject {
  const { id, quantity: wanted, seller, postalCode } = values;
  return {
    items: [{ id: id ?? null, quantity: wanted ?? 1, seller: seller ?? '1' }],
    country: values['country'] ?? 'BRA',
    ...(postalCode !== undefined && { postalCode: plainPostalCode(postalCode) }),
  };
}

/** What matters of the answer, cents as decimals. An item the checkout threw out is not available. */
function offerOf(answer: JsonObject, values: Values): JsonObject {
  const item = objects(answer['items'])[0];
  const messages = objects(answer['messages']).map((one) => one['text'] ?? null);
  if (!item) return { skuId: values['id'] ?? null, available: false, availability: 'notForSale', messages };
  const deliveries = objects(answer['logisticsInfo']).flatMap((one) => objects(one['slas']));
  return {
    skuId: item['id'] ?? null,
    available: item['availability'] === 'available',
    availability: item['availability'] ?? null,
    price: amount(item['sellingPrice']),
    listPrice: amount(item['listPrice']),
    deliveries: deliveries.map((sla) => ({
      id: sla['id'] ?? null,
      channel: sla['deliveryChannel'] ?? null,
      price: amount(sla['price']),
      estimate: sla['shippingEstimate'] ?? null,
    })),
    messages,
  };
}

const objects = (list: Json | undefined): JsonObject[] =>
  Array.isArray(list) ? list.filter(isJsonObject) : [];

const amount = (cents: Json | undefined): Json =>
  typeof cents === 'number' ? Math.round(cents) / 100 : null;
