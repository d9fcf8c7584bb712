// Draws a delivery area, or draws it anew, by its name.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { keep } from './keep';
import { polygonName } from './terms';

const read = 'GET /api/logistics/pvt/configuration/geoshape/{polygonName}';
const write = 'PUT /api/logistics/pvt/configuration/geoshape';

export default vtexAction({
  id: 'vtex.polygon-upsert',
  version: 1,
  name: {
    en: 'Create or update polygon',
    es: 'Crear o actualizar polígono',
    pt: 'Criar ou atualizar polígono',
  },
  help: {
    en: 'Draws a delivery area that freight values can name instead of postal codes. Coordinates are a list of rings, each a list of [longitude, latitude], longitude first; a ring that does not end where it starts is closed for you.',
    es: 'Dibuja una zona de entrega que los valores de flete pueden nombrar en lugar de códigos postales. Las coordenadas son una lista de anillos, cada uno una lista de [longitud, latitud], primero la longitud; un anillo que no termina donde empieza se cierra solo.',
    pt: 'Desenha uma área de entrega que os valores de frete podem citar em vez de CEPs. As coordenadas são uma lista de anéis, cada um uma lista de [longitude, latitude], primeiro a longitude; um anel que não termina onde começa é fechado para você.',
  },
  keywords: [
    'polygon',
    'polígono',
    'delivery area',
    'área de entrega',
    'zona de entrega',
    'geoshape',
    'mapa',
  ],
  area: 'logistics',
  request: write,
  also: [read],
  effect: 'idempotent',
  saveAs: 'polygon',
  body: {
    name: polygonName,
    coordinates: target.list(
      { en: 'Coordinates', es: 'Coordenadas', pt: 'Coordenadas' },
      { required: true, suggest: '$exists(coordenadas) ? coordenadas : [[[0, 0], [0, 1], [1, 1], [0, 0]]]' },
    ),
  },
  prepare: () => ({ run: (values, { store }) => savePolygon(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'name', expression: 'area' },
        { target: 'coordinates', expression: 'pontos' },
      ],
      saveAs: 'polygon',
    },
    input: [
      {
        area: 'zona-sul',
        pontos: [
          [
            [-46.66, -23.6],
            [-46.6, -23.6],
            [-46.6, -23.7],
          ],
        ],
      },
    ],
    output: {
      out: [
        {
          area: 'zona-sul',
          pontos: [
            [
              [-46.66, -23.6],
              [-46.6, -23.6],
              [-46.6, -23.7],
            ],
          ],
          polygon: { id: 'zona-sul', change: 'created' },
        },
      ],
    },
  },
});

async function savePolygon(values: Values, store: Store): Promise<JsonObject> {
  const name = String(values['name']);
  const geoShape = { coordinates: ringsOf(values['coordinates']) };
  return keep(store, {
    read,
    place: 'polygonName',
    id: name,
    needed: [],
    wanted: (held) => ({ geoShape: { ...asObject(held?.['geoShape']), ...geoShape } }),
    write: () => store.send(write, { body: { name, geoShape } }),
  });
}

/** Throws UserError for what is no list of rings of at least three points. */
function ringsOf(coordinates: Json | undefined): Json[][] {
  const rings = Array.isArray(coordinates) ? coordinates : [];
  return rings.map((ring) => {
    if (!Array.isArray(ring) || ring.length < 3 || !ring.every(isPoint))
      throw new UserError('vtex.polygon-invalid');
    const isClosed = JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1));
    return isClosed ? ring : [...ring, ring[0] as Json];
  });
}

function isPoint(point: Json): boolean {
  if (!Array.isArray(point) || point.length !== 2) return false;
  const [longitude, latitude] = point;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return false;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}
