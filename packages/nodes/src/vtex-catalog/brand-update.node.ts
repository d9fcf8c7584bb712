// Changes one brand by its id.
import { brandId } from './catalog-targets';
import { updateAt } from './entity-update';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const path = '/api/catalog/pvt/brand/{brandId}';

export default vtexAction({
  id: 'vtex.brand-update',
  version: 1,
  name: { en: 'Update brand', es: 'Actualizar marca', pt: 'Atualizar marca' },
  help: {
    en: 'Changes what you map of a brand and keeps the rest: VTEX replaces the whole brand, so it is read first. Nothing is written when nothing differs. While a brand is inactive its products are not shown in the store.',
    es: 'Cambia lo que usted mapea de una marca y conserva lo demás: VTEX reemplaza la marca entera, por eso primero se lee. No se escribe nada si no hay diferencias. Mientras una marca está inactiva sus productos no se muestran en la tienda.',
    pt: 'Muda o que você mapeia de uma marca e mantém o resto: a VTEX substitui a marca inteira, por isso ela é lida antes. Nada é gravado quando nada difere. Enquanto uma marca está inativa seus produtos não aparecem na loja.',
  },
  keywords: ['brand', 'marca', 'fabricante', 'manufacturer', 'update', 'atualizar', 'renomear', 'ativar'],
  area: 'catalog',
  request: `PUT ${path}`,
  also: [`GET ${path}`],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'brand',
  path: { brandId },
  body: {
    Name: target.text({ en: 'Name', es: 'Nombre', pt: 'Nome' }, { maxLength: 150 }),
    Active: target.boolean({ en: 'Active', es: 'Activa', pt: 'Ativa' }),
    Text: target.text({ en: 'Description', es: 'Descripción', pt: 'Descrição' }),
    Keywords: target.text({ en: 'Search words', es: 'Palabras de búsqueda', pt: 'Palavras de busca' }),
    SiteTitle: target.text(
      { en: 'Page title', es: 'Título de la página', pt: 'Título da página' },
      { maxLength: 150 },
    ),
    MenuHome: target.boolean({
      en: 'Shown in the home menu',
      es: 'Visible en el menú de inicio',
      pt: 'Visível no menu inicial',
    }),
    Score: target.integer({ en: 'Sort score', es: 'Puntaje de orden', pt: 'Pontuação de ordem' }),
    LinkId: target.text({
      en: 'Address in the store',
      es: 'Dirección en la tienda',
      pt: 'Endereço na loja',
    }),
  },
  prepare: () => ({
    async run({ brandId: id, ...wanted }, { store }) {
      const params = { brandId: id as number };
      const update = { path, params, unknown: 'vtex.brand-unknown', wanted, without: [] };
      const { now, change } = await updateAt(update, store);
      return { id: id ?? null, name: now['Name'] ?? null, change };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'brandId', expression: 'marca' },
        { target: 'Text', expression: 'texto' },
      ],
      saveAs: 'brand',
    },
    input: [{ marca: 2000000, texto: 'Eletroportáteis desde 1962' }],
    output: {
      out: [
        {
          marca: 2000000,
          texto: 'Eletroportáteis desde 1962',
          brand: { id: 2000000, name: 'Aurora', change: 'updated' },
        },
      ],
    },
  },
});
