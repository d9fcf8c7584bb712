// Reads whether a store was moved to today’s pricing: one row.
import { vtexList, wholeList } from '../vtex/vtex-list';

export default vtexList({
  id: 'vtex.pricing-migration-read',
  version: 1,
  name: { en: 'Read pricing migration', es: 'Leer migración de precios', pt: 'Ler migração de preços' },
  help: {
    en: 'Reads, as one row, whether the store was moved from VTEX’s old pricing to the one in use today. While it was not, prices set here have no effect.',
    es: 'Lee, en una fila, si la tienda pasó del sistema de precios antiguo de VTEX al actual. Mientras no pase, los precios definidos aquí no tienen efecto.',
    pt: 'Lê, em uma linha, se a loja passou do sistema de preços antigo da VTEX para o atual. Enquanto não passar, os preços definidos aqui não têm efeito.',
  },
  keywords: ['pricing migration', 'migração de preços', 'migración de precios', 'price sheet', 'pricing v1'],
  area: 'prices',
  request: 'GET /pricing/migration',
  read: wholeList('GET /pricing/migration', (migration) => [migration]),

  example: {
    config: { connection: 'store' },
    input: [],
    output: { out: [{ isActive: true, hasMigrated: true }] },
  },
});
