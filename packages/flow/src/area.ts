// The parts of a VTEX store that boxes are sorted by in lists, and their names.
import type { Text } from './text';

/** What of a store a VTEX box is about: the parts of its group in lists of boxes, in this order. */
export const nodeAreas = [
  'catalog',
  'prices',
  'promotions',
  'logistics',
  'orders',
  'customers',
  'payments',
  'any',
  'soap',
] as const;
export type NodeArea = (typeof nodeAreas)[number];

/** The names of those parts. */
export const areaNames: Readonly<Record<NodeArea, Text>> = {
  catalog: { en: 'Catalogue', es: 'Catálogo', pt: 'Catálogo' },
  prices: { en: 'Prices', es: 'Precios', pt: 'Preços' },
  promotions: { en: 'Promotions', es: 'Promociones', pt: 'Promoções' },
  logistics: { en: 'Stock and shipping', es: 'Stock y envíos', pt: 'Estoque e entrega' },
  orders: { en: 'Orders', es: 'Pedidos', pt: 'Pedidos' },
  customers: { en: 'Customers and Master Data', es: 'Clientes y Master Data', pt: 'Clientes e Master Data' },
  payments: { en: 'Payments and credit', es: 'Pagos y crédito', pt: 'Pagamentos e crédito' },
  any: { en: 'Anything else', es: 'Todo lo demás', pt: 'Todo o resto' },
  soap: {
    en: 'SOAP Web Service (deprecated)',
    es: 'Web Service SOAP (obsoleto)',
    pt: 'Web Service SOAP (descontinuado)',
  },
};
