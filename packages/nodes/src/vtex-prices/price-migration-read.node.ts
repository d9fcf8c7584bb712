// Reads whether a store was moved to the pricing of today.
import { vtexList } from '../vtex/vtex-list';

const request = 'GET /pricing/migration';

export default vtexList({
  id: 'vtex.price-migration-read',
  version: 1,
  name: { en: 'Read pricing migration', es: 'Leer migración de precios', pt: 'Ler migração de preços' },
  help: {
    en: 'Reads, as one row, whether the store was moved from VTEX’s old pricing to the one of today. Until it is, prices that are set here change nothing in the store.',
    es: 'Lee, en una fila, si la tienda pasó del sistema de precios antiguo de VTEX al actual. Hasta entonces, los precios que se definen aquí no cambian nada en la tienda.',
    pt: 'Lê, em uma linha, se a loja passou do sistema de preços antigo da VTEX para o atual. Até lá, os preços definidos aqui não mudam nada na loja.',
  },
  keywords: ['pricing migration', 'price sheet', 'migración de precios', 'migração de preços', 'pricing v1'],
  area: 'prices',
  request,
  read: async (_at, { send }) => ({ items: [await send(request)], next: null }),
  example: {
    config: { connection: 'store' },
    input: [],
    output: { out: [{ isActive: true, hasMigrated: true }] },
  },
});
