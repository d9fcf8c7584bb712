// Reads the specification groups of one category for each row.
import { categoryId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.specification-groups-get',
  version: 1,
  name: {
    en: 'Read specification groups of a category',
    es: 'Leer los grupos de especificaciones de una categoría',
    pt: 'Ler os grupos de especificações de uma categoria',
  },
  help: {
    en: 'Reads the groups that hold the specifications of a category, such as "Features" or "Sizes". Groups of the categories above are not in the list, although products inherit their specifications.',
    es: 'Lee los grupos que contienen las especificaciones de una categoría, como «Características» o «Medidas». Los grupos de las categorías superiores no vienen en la lista, aunque los productos heredan sus especificaciones.',
    pt: 'Lê os grupos que guardam as especificações de uma categoria, como "Características" ou "Medidas". Os grupos das categorias acima não vêm na lista, embora os produtos herdem as especificações deles.',
  },
  keywords: ['specification', 'especificación', 'especificação', 'group', 'grupo', 'category', 'categoria'],
  area: 'catalog',
  request: 'GET /api/catalog_system/pvt/specification/groupbycategory/{categoryId}',
  saveAs: 'groups',
  path: { categoryId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'categoryId', expression: 'categoria' }],
      saveAs: 'groups',
    },
    input: [{ codigo: 'A-1', categoria: 1 }],
    output: {
      out: [
        {
          codigo: 'A-1',
          categoria: 1,
          groups: [{ Id: 1, CategoryId: 1, Name: 'Características', Position: 1 }],
        },
      ],
    },
  },
});
