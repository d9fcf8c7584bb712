// Lists the names of the polygons of a store.
import { vtexList } from '../vtex/vtex-list';
import { toldPages } from './paging';

const request = 'GET /api/logistics/pvt/configuration/geoshape';

export default vtexList({
  id: 'vtex.polygon-list',
  version: 1,
  name: { en: 'List polygons', es: 'Listar polígonos', pt: 'Listar polígonos' },
  help: {
    en: 'Reads the names of all polygons (delivery areas drawn on a map), one row each, in the field "value".',
    es: 'Lee los nombres de todos los polígonos (zonas de entrega dibujadas en un mapa), una fila cada uno, en el campo «value».',
    pt: 'Lê os nomes de todos os polígonos (áreas de entrega desenhadas num mapa), uma linha cada, no campo "value".',
  },
  keywords: ['polygons', 'polígonos', 'delivery area', 'área de entrega', 'zona de entrega', 'geoshape'],
  area: 'logistics',
  request,
  read: toldPages(request, 'perPage'),
  example: { config: { connection: 'store' }, input: [], output: { out: [{ value: 'centro' }] } },
});
