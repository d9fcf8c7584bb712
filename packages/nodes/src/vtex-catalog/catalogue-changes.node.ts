// Starts a flow with the SKUs that VTEX tells have changed, at an address of the flow.
import { defineNode, isJsonObject, type Field, type Json, type Text, type TriggerEvent } from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import { exampleField, readExamples } from '../source/example-rows';

interface Config {
  data?: boolean;
  price?: boolean;
  stock?: boolean;
  example?: string;
}

const example = `{
  "skuId": "1",
  "productId": "1",
  "account": "lojademo",
  "dateModified": "2026-11-23T12:00:00.000Z",
  "isActive": true,
  "dataChanged": true,
  "priceChanged": false,
  "stockChanged": false,
  "removed": false
}`;

const tellOf = (name: Text, help: Text): Field => ({ kind: 'toggle', default: true, name, help });

/**
 * Products tell their names in more than one spelling, and yes and no also as texts. A SKU that left the trade policy,
 * or of which VTEX does not say what changed, is always told.
 */
function receive(body: Json, { data = true, price = true, stock = true }: Config): TriggerEvent[] | null {
  if (!isJsonObject(body)) return null;
  const members = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
  const text = (name: string): string | null => {
    const value = members.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const flag = (name: string): boolean => String(members.get(name)).toLowerCase() === 'true';
  const skuId = text('idsku');
  if (skuId === null || skuId === '') return null;
  const dateModified = text('datemodified');
  const row = {
    ...{ skuId, productId: text('productid'), account: text('an'), dateModified },
    isActive: !members.has('isactive') || flag('isactive'),
    dataChanged: flag('hasstockkeepingunitmodified'),
    priceChanged: flag('pricemodified'),
    stockChanged: flag('stockmodified'),
    removed: flag('hasstockkeepingunitremovedfromaffiliate'),
  };
  const said = row.dataChanged || row.priceChanged || row.stockChanged;
  const wanted = (data && row.dataChanged) || (price && row.priceChanged) || (stock && row.stockChanged);
  if (said && !wanted && !row.removed) return [];
  // Without a date no call can be known to be another one's repeat.
  return [{ key: `sku ${skuId} ${dateModified ?? randomUUID()}`, row }];
}

export default defineNode<Config>({
  id: 'vtex.catalogue-changes',
  version: 1,
  group: 'vtex',
  area: 'catalog',
  name: { en: 'Catalogue changes', es: 'Cambios del catálogo', pt: 'Mudanças do catálogo' },
  help: {
    en: 'Starts the flow when SKUs of the store change, in their data, price or stock. VTEX calls an address of this flow: publish the flow, copy the address from its triggers, and enter it in the VTEX Admin as the notification address of an affiliate, with the trade policy whose SKUs you want. It tells which SKU changed, not how: read it next.',
    es: 'Inicia el flujo cuando cambian SKUs de la tienda, en sus datos, precio o stock. VTEX llama a una dirección de este flujo: publique el flujo, copie la dirección desde sus disparadores y cárguela en el Admin de VTEX como dirección de notificación de un afiliado, con la política comercial cuyos SKUs quiere. Avisa qué SKU cambió, no cómo: léalo después.',
    pt: 'Inicia o fluxo quando SKUs da loja mudam, nos dados, no preço ou no estoque. A VTEX chama um endereço deste fluxo: publique o fluxo, copie o endereço em seus gatilhos e informe-o no Admin da VTEX como endereço de notificação de um afiliado, com a política comercial dos SKUs que quer. Ele avisa qual SKU mudou, não como: leia-o em seguida.',
  },
  keywords: [
    ...[
      'vtex',
      'trigger',
      'webhook',
      'notification',
      'affiliate',
      'sku changed',
      'price change',
      'stock change',
    ],
    ...['disparador', 'notificación', 'afiliado', 'producto cambiado', 'cambio de precio'],
    ...['gatilho', 'notificação', 'afiliado', 'produto alterado', 'mudança de preço', 'broadcaster'],
  ],
  fields: {
    data: tellOf(
      { en: 'Changes of data', es: 'Cambios de datos', pt: 'Mudanças de dados' },
      {
        en: 'Names, texts, images, specifications, categories.',
        es: 'Nombres, textos, imágenes, especificaciones, categorías.',
        pt: 'Nomes, textos, imagens, especificações, categorias.',
      },
    ),
    price: tellOf(
      { en: 'Changes of price', es: 'Cambios de precio', pt: 'Mudanças de preço' },
      {
        en: 'A new price or price table value.',
        es: 'Un precio nuevo o un valor nuevo de una tabla de precios.',
        pt: 'Um preço novo ou um valor novo de uma tabela de preços.',
      },
    ),
    stock: tellOf(
      { en: 'Changes of stock', es: 'Cambios de stock', pt: 'Mudanças de estoque' },
      {
        en: 'What is left in a warehouse. In a busy store these are by far the most.',
        es: 'Lo que queda en un almacén. En una tienda con movimiento son, por lejos, los más.',
        pt: 'O que resta em um estoque. Em loja movimentada são, de longe, as mais numerosas.',
      },
    ),
    example: exampleField(example),
  },
  behaviour: {
    kind: 'source',
    called: true,
    trigger: { address: true, receive },
    read: readExamples(example),
  },
  example: {
    config: { data: true, price: true, stock: true },
    input: [],
    output: { out: [JSON.parse(example)] },
  },
});
