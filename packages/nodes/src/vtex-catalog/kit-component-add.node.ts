// Adds a component to a kit. VTEX would add the same one again, so the kit's lines are read first.
import { UserError, type Json } from '@eclusa/flow';
import { kitAndComponent, kitAnswer, kitItems, linesOf } from './kit-items';
import { tellUnknown } from './entity-update';
import { createdId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { maxId, target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const add = 'POST /api/catalog/pvt/stockkeepingunitkit';

export default vtexAction({
  id: 'vtex.kit-component-add',
  version: 1,
  name: { en: 'Add component to kit', es: 'Agregar componente al kit', pt: 'Incluir componente no kit' },
  help: {
    en: 'Adds a SKU to a kit, with how many of it and its unit price within the kit, in decimal currency. The kit must have been created as one ("Create SKU", "It is a kit"): a simple SKU can never become a kit. A component that is there already is left alone; VTEX cannot change one, so to change quantity or price remove it first. With its first active component a kit may become active.',
    es: 'Agrega un SKU a un kit, con cuántas unidades y su precio unitario dentro del kit, en moneda decimal. El kit debe haberse creado como tal («Crear SKU», «Es un kit»): un SKU simple nunca puede volverse kit. Un componente que ya está no se toca; VTEX no puede cambiarlo, así que para cambiar cantidad o precio quítelo antes. Con su primer componente activo un kit puede activarse.',
    pt: 'Inclui um SKU em um kit, com quantas unidades e o preço unitário dentro do kit, em moeda com decimais. O kit precisa ter sido criado como kit ("Criar SKU", "É um kit"): um SKU simples nunca vira kit. Um componente que já existe não é mexido; a VTEX não o altera, então para mudar quantidade ou preço retire-o antes. Com o primeiro componente ativo um kit pode ficar ativo.',
  },
  keywords: ['kit', 'bundle', 'componente', 'component', 'combo', 'conjunto', 'add', 'agregar', 'incluir'],
  area: 'catalog',
  request: add,
  also: [kitItems],
  effect: 'create',
  concurrency: 4,
  saveAs: 'component',
  body: {
    ...kitAndComponent,
    Quantity: target.integer(
      { en: 'Quantity in the kit', es: 'Cantidad en el kit', pt: 'Quantidade no kit' },
      {
        required: true,
        min: 1,
        max: maxId,
        unit: units.pieces,
        suggest: '$exists(quantidade) ? $parseNumber(quantidade, ",") : 1',
      },
    ),
    UnitPrice: target.number(
      { en: 'Unit price in the kit', es: 'Precio unitario en el kit', pt: 'Preço unitário no kit' },
      { required: true, min: 0, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
    ),
  },
  prepare: () => ({
    run: (values, { store, existing }) =>
      existing
        ? Promise.resolve(kitAnswer(values, existing['Id'] ?? null, 'added'))
        : addComponent(values, store),
    findExisting: async (values, { store }) => (await linesOf(values, store))[0] ?? null,
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'StockKeepingUnitParent', expression: 'kit' },
        { target: 'StockKeepingUnitId', expression: 'sku' },
        { target: 'Quantity', expression: '2' },
        { target: 'UnitPrice', expression: 'preco' },
      ],
      saveAs: 'component',
    },
    input: [{ kit: 3, sku: 2, preco: 499.9 }],
    output: {
      out: [{ kit: 3, sku: 2, preco: 499.9, component: { id: 2, kitId: 3, skuId: 2, change: 'added' } }],
    },
  },
});

function addComponent(values: Values, store: Store): Promise<Json> {
  const { StockKeepingUnitParent: kit, StockKeepingUnitId: sku } = values;
  if (kit === sku) throw new UserError('vtex.kit-of-itself', { values: { skuId: kit ?? null } });
  // One worker at a time for each kit: two must not both find that the component is missing.
  return store.lock(`kit:${String(kit)}`, async () => {
    const [held] = await linesOf(values, store);
    if (held) return kitAnswer(values, held['Id'] ?? null, 'unchanged');
    const body = { ...values };
    const made = await tellUnknown('vtex.sku-unknown', { skuId: sku as number }, () =>
      store.send(add, { body }),
    );
    return kitAnswer(values, createdId(made, store, add), 'added');
  });
}
