// Adds a component to a kit over SOAP, unless it is in it already.
import type { Json, JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import { maxId, skuId, target, units } from '../vtex/targets';
import { soapBox } from './soap-box';
import type { SoapStore } from './soap-store';

export default soapBox({
  id: 'vtex.soap-kit-component-add',
  name: { en: 'Add component to kit', es: 'Agregar componente al kit', pt: 'Incluir componente no kit' },
  help: {
    en: 'Adds a SKU to a kit, with how many of it and its unit price within the kit, in decimal currency. A component that is in the kit already is left alone.',
    es: 'Agrega un SKU a un kit, con cuántas unidades y su precio unitario dentro del kit, en moneda decimal. Un componente que ya está en el kit no se toca.',
    pt: 'Inclui um SKU em um kit, com quantas unidades e o preço unitário dentro do kit, em moeda com decimais. Um componente que já está no kit não é mexido.',
  },
  keywords: ['kit', 'bundle', 'componente', 'combo', 'StockKeepingUnitKitInsertUpdate'],
  methods: ['StockKeepingUnitKitInsertUpdate', 'StockKeepingUnitKitListByParent'],
  effect: 'create',
  saveAs: 'component',
  targets: {
    StockKeepingUnitParent: target.integer(
      { en: 'SKU id of the kit', es: 'Id del SKU del kit', pt: 'Id do SKU do kit' },
      { required: true, min: 1, max: maxId, suggest: '$exists(kit.id) ? kit.id : kitId' },
    ),
    StockKeepingUnitId: skuId,
    Amount: target.integer(
      { en: 'Quantity in the kit', es: 'Cantidad en el kit', pt: 'Quantidade no kit' },
      {
        required: true,
        min: 1,
        unit: units.pieces,
        suggest: '$exists(quantidade) ? $parseNumber(quantidade, ",") : 1',
      },
    ),
    UnitPrice: target.number(
      { en: 'Unit price in the kit', es: 'Precio unitario en el kit', pt: 'Preço unitário no kit' },
      { required: true, min: 0, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
    ),
  },
  successor: {
    type: 'vtex.kit-component-add',
    targets: {
      StockKeepingUnitParent: 'StockKeepingUnitParent',
      StockKeepingUnitId: 'StockKeepingUnitId',
      Amount: 'Quantity',
      UnitPrice: 'UnitPrice',
    },
  },
  work: () => ({
    async run(values, { soap, existing }): Promise<Json> {
      const held = existing ?? (await find(values, soap));
      if (!held) await soap.call('StockKeepingUnitKitInsertUpdate', { stockKeepingUnitKit: values });
      const { StockKeepingUnitParent: kitId = null, StockKeepingUnitId: sku = null } = values;
      return { kitId, skuId: sku, change: held ? 'unchanged' : 'added' };
    },
    findExisting: (values, { soap }) => find(values, soap),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'StockKeepingUnitParent', expression: 'kit' },
        { target: 'StockKeepingUnitId', expression: '1' },
        { target: 'Amount', expression: '2' },
        { target: 'UnitPrice', expression: '10' },
      ],
      saveAs: 'component',
    },
    input: [{ kit: 2 }],
    output: { out: [{ kit: 2, component: { kitId: 2, skuId: 1, change: 'added' } }] },
  },
});

async function find(values: Values, soap: SoapStore): Promise<JsonObject | null> {
  const { StockKeepingUnitParent: kit, StockKeepingUnitId: sku } = values;
  if (kit === newId) return null;
  const list = await soap.call('StockKeepingUnitKitListByParent', { idSkuParent: kit });
  const found = (Array.isArray(list) ? list : []).find(
    (one) => (one as JsonObject | null)?.['StockKeepingUnitId'] === sku,
  );
  return (found as JsonObject | undefined) ?? null;
}
