// Reads one category for each row.
import { categoryId } from './catalog-targets';
import { target } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.category-get',
  version: 1,
  name: { en: 'Read category', es: 'Leer categoría', pt: 'Ler categoria' },
  help: {
    en: 'Reads a category by its id: names, state, search words and how it is shown. Map "With the path" to yes to get the names and ids from the department down.',
    es: 'Lee una categoría por su id: nombres, estado, palabras de búsqueda y cómo se muestra. Mapee «Con la ruta» con sí para recibir los nombres e ids desde el departamento.',
    pt: 'Lê uma categoria pelo id: nomes, situação, palavras de busca e como é exibida. Mapeie "Com o caminho" com sim para receber os nomes e ids desde o departamento.',
  },
  keywords: [
    'category',
    'categoría',
    'categoria',
    'departamento',
    'department',
    'get',
    'consultar',
    'buscar',
  ],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/category/{categoryId}',
  saveAs: 'category',
  path: { categoryId },
  query: { includeTreePath: target.boolean({ en: 'With the path', es: 'Con la ruta', pt: 'Com o caminho' }) },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'categoryId', expression: 'categoria' },
        { target: 'includeTreePath', expression: 'true' },
      ],
      saveAs: 'category',
    },
    input: [{ codigo: 'A-1', categoria: 2 }],
    output: {
      out: [
        {
          codigo: 'A-1',
          categoria: 2,
          category: {
            Id: 2,
            Name: 'Cafeteiras',
            FatherCategoryId: 1,
            Title: 'Cafeteiras',
            Description: '',
            Keywords: '',
            IsActive: true,
            LomadeeCampaignCode: null,
            AdWordsRemarketingCode: null,
            ShowInStoreFront: true,
            ShowBrandFilter: true,
            ActiveStoreFrontLink: true,
            GlobalCategoryId: null,
            StockKeepingUnitSelectionMode: 'SPECIFICATION',
            Score: null,
            LinkId: 'Cafeteiras',
            HasChildren: false,
            TreePath: ['Eletroportáteis', 'Cafeteiras'],
            TreePathIds: [1, 2],
            TreePathLinkIds: ['Eletroportateis', 'Cafeteiras'],
          },
        },
      ],
    },
  },
});
