// Values of promotions and taxes, under VTEX's own names. Amounts are decimal currency, percentages are percent.
import { target, units, type Targets } from '../vtex/targets';

const things = (name: { en: string; es: string; pt: string }) =>
  target.list(name, {
    help: {
      en: 'Ids, or objects with id and name. None: all. VTEX wants a name beside each id; where you give none the id stands there.',
      es: 'Ids, u objetos con id y nombre. Ninguno: todos. VTEX pide un nombre junto a cada id; si no lo da, se repite el id.',
      pt: 'Ids, ou objetos com id e nome. Nenhum: todos. A VTEX pede um nome ao lado de cada id; se você não der, o id fica no lugar.',
    },
  });

/** The name, by which a promotion is found again. */
export const promotionName = target.text(
  { en: 'Name', es: 'Nombre', pt: 'Nome' },
  {
    required: true,
    maxLength: 200,
    suggest: '$exists(promocao) ? promocao : descricao',
    help: {
      en: 'Known again by its name: another name makes another promotion.',
      es: 'Se reconoce por su nombre: otro nombre crea otra promoción.',
      pt: 'É reconhecida pelo nome: outro nome cria outra promoção.',
    },
  },
);

/** When, where and for what: the same for promotions and taxes. */
export const scopeTargets: Targets = {
  description: target.text({ en: 'Description', es: 'Descripción', pt: 'Descrição' }),
  beginDateUtc: target.date(
    { en: 'Begins', es: 'Comienza', pt: 'Começa' },
    {
      help: {
        en: 'With its time zone, as in 2026-11-27T00:00:00-03:00; without one it is UTC. When it is created: now, unless mapped.',
        es: 'Con su zona horaria, como 2026-11-27T00:00:00-03:00; sin ella es UTC. Al crear: ahora, si no se mapea.',
        pt: 'Com o fuso horário, como 2026-11-27T00:00:00-03:00; sem ele é UTC. Ao criar: agora, se não for mapeado.',
      },
    },
  ),
  endDateUtc: target.date({ en: 'Ends', es: 'Termina', pt: 'Termina' }),
  isActive: target.boolean(
    { en: 'Active', es: 'Activa', pt: 'Ativa' },
    {
      help: {
        en: 'When it is created: yes, unless mapped. VTEX lets a store have some hundred active ones.',
        es: 'Al crear: sí, si no se mapea. VTEX permite unas cien activas por tienda.',
        pt: 'Ao criar: sim, se não for mapeado. A VTEX permite umas cem ativas por loja.',
      },
    },
  ),
  skus: things({ en: 'SKUs', es: 'SKU', pt: 'SKUs' }),
  products: things({ en: 'Products', es: 'Productos', pt: 'Produtos' }),
  categories: things({ en: 'Categories', es: 'Categorías', pt: 'Categorias' }),
  brands: things({ en: 'Brands', es: 'Marcas', pt: 'Marcas' }),
  collections: things({ en: 'Collections', es: 'Colecciones', pt: 'Coleções' }),
  idsSalesChannel: target.list(
    { en: 'Trade policies', es: 'Políticas comerciales', pt: 'Políticas comerciais' },
    {
      help: {
        en: 'Their numbers. None: all.',
        es: 'Sus números. Ninguna: todas.',
        pt: 'Os números. Nenhuma: todas.',
      },
    },
  ),
};

export const discountTargets: Targets = {
  percentualDiscountValue: target.number(
    { en: 'Discount in percent', es: 'Descuento en porcentaje', pt: 'Desconto em porcentagem' },
    { min: 0, max: 100, unit: units.percent },
  ),
  nominalDiscountValue: target.number(
    { en: 'Discount in money', es: 'Descuento en dinero', pt: 'Desconto em dinheiro' },
    { min: 0, unit: units.currency },
  ),
  percentualShippingDiscountValue: target.number(
    { en: 'Discount on shipping', es: 'Descuento en el envío', pt: 'Desconto no frete' },
    {
      min: 0,
      max: 100,
      unit: units.percent,
      help: { en: '100 is free shipping.', es: '100 es envío gratis.', pt: '100 é frete grátis.' },
    },
  ),
  utmSource: target.text({ en: 'utm source', es: 'utm source', pt: 'utm source' }),
  utmCampaign: target.text(
    { en: 'utm campaign', es: 'utm campaign', pt: 'utm campaign' },
    {
      help: {
        en: 'A coupon with the same source and campaign switches the promotion on.',
        es: 'Un cupón con el mismo source y campaign activa la promoción.',
        pt: 'Um cupom com o mesmo source e campaign ativa a promoção.',
      },
    },
  ),
  cumulative: target.boolean({
    en: 'Adds to other promotions',
    es: 'Se acumula con otras promociones',
    pt: 'Acumula com outras promoções',
  }),
  totalValueFloor: target.number(
    { en: 'From a cart of', es: 'Desde un carrito de', pt: 'A partir de um carrinho de' },
    { min: 0, unit: units.currency },
  ),
  maxUsage: target.integer(
    { en: 'Uses in all', es: 'Usos en total', pt: 'Usos no total' },
    { min: 0, unit: units.pieces },
  ),
  maxUsagePerClient: target.integer(
    { en: 'Uses per customer', es: 'Usos por cliente', pt: 'Usos por cliente' },
    { min: 0, unit: units.pieces },
  ),
};

export const taxTargets: Targets = {
  percentualTax: target.number(
    { en: 'Tax in percent', es: 'Impuesto en porcentaje', pt: 'Taxa em porcentagem' },
    { min: 0, unit: units.percent },
  ),
  nominalTax: target.number(
    { en: 'Tax in money', es: 'Impuesto en dinero', pt: 'Taxa em dinheiro' },
    { min: 0, unit: units.currency },
  ),
  shippingPercentualTax: target.number(
    { en: 'Tax on shipping', es: 'Impuesto sobre el envío', pt: 'Taxa sobre o frete' },
    { min: 0, unit: units.percent },
  ),
};
