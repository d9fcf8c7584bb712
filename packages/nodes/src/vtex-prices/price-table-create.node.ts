// Makes a price table. Making one that is there changes nothing.
import { vtexAction } from '../vtex/vtex-action';
import { priceTableId } from './price-targets';

export default vtexAction({
  id: 'vtex.price-table-create',
  version: 1,
  name: { en: 'Create price table', es: 'Crear tabla de precios', pt: 'Criar tabela de preços' },
  help: {
    en: 'Makes an empty price table with this name; one that is there stays as it is. Think before you name it: VTEX cannot delete or rename a table.',
    es: 'Crea una tabla de precios vacía con este nombre; si ya existe, no cambia. Piense el nombre: VTEX no permite eliminarla ni renombrarla.',
    pt: 'Cria uma tabela de preços vazia com este nome; se já existe, fica como está. Pense no nome: a VTEX não permite excluir nem renomear uma tabela.',
  },
  keywords: ['price table', 'tabla de precios', 'tabela de preços', 'criar', 'lista de preço'],
  area: 'prices',
  request: 'PUT /pricing/tables/{priceTableId}',
  effect: 'idempotent',
  path: { priceTableId },
  saveAs: '',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'priceTableId', expression: 'tabela' }],
      saveAs: '',
    },
    input: [{ tabela: 'atacado' }],
    output: { out: [{ tabela: 'atacado' }] },
  },
});
