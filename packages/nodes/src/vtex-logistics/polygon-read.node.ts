// Reads one polygon.
import { vtexRead } from '../vtex/vtex-read';
import { polygonName } from './terms';

export default vtexRead({
  id: 'vtex.polygon-read',
  version: 1,
  name: { en: 'Read polygon', es: 'Leer polígono', pt: 'Ler polígono' },
  help: {
    en: 'Reads, for each row, one polygon by its name: its rings of [longitude, latitude].',
    es: 'Lee, por cada fila, un polígono por su nombre: sus anillos de [longitud, latitud].',
    pt: 'Lê, para cada linha, um polígono pelo nome: os anéis de [longitude, latitude].',
  },
  keywords: ['polygon', 'polígono', 'delivery area', 'área de entrega', 'zona'],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/configuration/geoshape/{polygonName}',
  path: { polygonName },
  saveAs: 'polygon',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'polygonName', expression: 'area' }],
      saveAs: 'polygon',
    },
    input: [{ area: 'centro' }],
    output: {
      out: [
        {
          area: 'centro',
          polygon: {
            name: 'centro',
            isActive: true,
            geoShape: {
              coordinates: [
                [
                  [-46.64, -23.54],
                  [-46.62, -23.54],
                  [-46.62, -23.56],
                  [-46.64, -23.54],
                ],
              ],
              type: 'polygon',
            },
          },
        },
      ],
    },
  },
});
