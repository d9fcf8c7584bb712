// The fields of the boxes that send an invoice.
import type { Field } from '@eclusa/flow';
import { target, type Targets } from '../vtex/targets';
import { cents } from './order';

/** What an invoice may carry besides its amounts. */
export const transportTargets: Targets = {
  invoiceUrl: target.text({
    en: 'Address of the invoice',
    es: 'Dirección de la factura',
    pt: 'Endereço da nota',
  }),
  courier: target.text(
    { en: 'Carrier', es: 'Transportista', pt: 'Transportadora' },
    { suggest: 'transportadora' },
  ),
  trackingNumber: target.text(
    { en: 'Tracking number', es: 'Número de seguimiento', pt: 'Código de rastreio' },
    { suggest: 'rastreio' },
  ),
  trackingUrl: target.text({
    en: 'Tracking address',
    es: 'Dirección de seguimiento',
    pt: 'Endereço de rastreio',
  }),
  dispatchedDate: target.date({ en: 'Sent on', es: 'Despachado el', pt: 'Despachado em' }),
};

export const invoiceTargets: Targets = {
  invoiceValue: target.number(
    { en: 'Value of the invoice', es: 'Valor de la factura', pt: 'Valor da nota' },
    {
      min: 0,
      unit: cents,
      help: {
        en: 'With freight, less discounts. Not mapped: all that is left of the order.',
        es: 'Con envío, menos descuentos. Sin mapear: todo lo que queda del pedido.',
        pt: 'Com frete, menos descontos. Sem mapear: tudo o que resta do pedido.',
      },
    },
  ),
  issuanceDate: target.date(
    { en: 'Issued on', es: 'Emitida el', pt: 'Emitida em' },
    {
      suggest: 'emissao',
      help: { en: 'Now when not mapped.', es: 'Ahora si no se mapea.', pt: 'Agora, se não mapeada.' },
    },
  ),
  items: target.list(
    { en: 'Items', es: 'Ítems', pt: 'Itens' },
    {
      help: {
        en: 'A list of {id, price, quantity}: the SKU id and the price of one unit, because VTEX multiplies it. Not mapped: all items of the order.',
        es: 'Una lista de {id, price, quantity}: el id del SKU y el precio de una unidad, porque VTEX lo multiplica. Sin mapear: todos los ítems del pedido.',
        pt: 'Uma lista de {id, price, quantity}: o id do SKU e o preço de uma unidade, porque a VTEX multiplica. Sem mapear: todos os itens do pedido.',
      },
    },
  ),
  invoiceKey: target.text(
    { en: 'NF-e key', es: 'Clave de la NF-e', pt: 'Chave da NF-e' },
    { maxLength: 60, suggest: 'chave' },
  ),
  ...transportTargets,
};

export const amountsField: Field = {
  kind: 'choice',
  default: 'cents',
  name: {
    en: 'Amounts in the row are',
    es: 'Los importes de la fila están en',
    pt: 'Os valores da linha estão em',
  },
  help: {
    en: 'Orders count in cents: 24.99 is 2499 there. A number with a decimal point is refused unless you choose decimal currency.',
    es: 'Los pedidos cuentan en centavos: 24.99 es 2499. Un número con punto decimal se rechaza, salvo que elija moneda decimal.',
    pt: 'Pedidos são em centavos: 24.99 é 2499. Um número com ponto decimal é recusado, a não ser que você escolha moeda com decimais.',
  },
  choices: [
    { value: 'cents', name: { en: 'cents (2499)', es: 'centavos (2499)', pt: 'centavos (2499)' } },
    {
      value: 'currency',
      name: {
        en: 'decimal currency (24.99)',
        es: 'moneda decimal (24.99)',
        pt: 'moeda com decimais (24.99)',
      },
    },
  ],
};
