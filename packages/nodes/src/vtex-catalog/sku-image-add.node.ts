// Adds an image to a SKU from an address. VTEX would add the same image again, and may have stored one whose answer
// was lost, so the SKU's images are listed before each insert.
import type { JsonObject } from '@eclusa/flow';
import { skuId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { imageName, imagesOf, imagesOfSku, sameImage } from './sku-images';
import { newId } from '../vtex/coerce';
import { asObject } from '../vtex/remote';
import { pick } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { target } from '../vtex/targets';
import { vtexAction, type Job } from '../vtex/vtex-action';

const add = 'POST /api/catalog/pvt/stockkeepingunit/{skuId}/file';
const replace = 'PUT /api/catalog/pvt/stockkeepingunit/{skuId}/file/{skuFileId}';

export default vtexAction({
  id: 'vtex.sku-image-add',
  version: 1,
  name: { en: 'Add image to SKU', es: 'Agregar imagen al SKU', pt: 'Incluir imagem no SKU' },
  help: {
    en: 'Adds an image to a SKU from a public address that ends in .jpg, .png or .gif; VTEX fetches it at once, so it must be reachable without a password and at most 3200 × 3200 pixels. An image is known by its name within the SKU: one that is there already is left alone, so that a lost answer or a second run never doubles it. The first image may activate the SKU.',
    es: 'Agrega una imagen a un SKU desde una dirección pública que termina en .jpg, .png o .gif; VTEX la descarga en el momento, así que debe ser accesible sin contraseña y medir como máximo 3200 × 3200 píxeles. Una imagen se reconoce por su nombre dentro del SKU: si ya está no se toca, y así una respuesta perdida o una segunda ejecución nunca la duplica. La primera imagen puede activar el SKU.',
    pt: 'Inclui uma imagem em um SKU a partir de um endereço público que termina em .jpg, .png ou .gif; a VTEX a baixa na hora, então ele precisa abrir sem senha e a imagem ter no máximo 3200 × 3200 pixels. Uma imagem é reconhecida pelo nome dentro do SKU: se já existe, não é mexida, e assim uma resposta perdida ou uma segunda execução nunca a duplica. A primeira imagem pode ativar o SKU.',
  },
  keywords: ['image', 'imagen', 'imagem', 'foto', 'photo', 'picture', 'file', 'sku', 'upload'],
  area: 'catalog',
  request: add,
  also: [imagesOfSku, replace],
  effect: 'create',
  concurrency: 4,
  saveAs: 'image',
  path: { skuId },
  body: {
    Url: target.text(
      { en: 'Address of the image', es: 'Dirección de la imagen', pt: 'Endereço da imagem' },
      {
        required: true,
        maxLength: 2000,
        suggest: '$exists(imagem) ? imagem : "https://imagens.exemplo.com.br/" & codigo & ".jpg"',
      },
    ),
    Name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      {
        maxLength: 200,
        help: {
          en: 'The image is known by it. Not mapped: the last part of the address.',
          es: 'Con él se reconoce la imagen. Sin mapear: la última parte de la dirección.',
          pt: 'É por ele que a imagem é reconhecida. Sem mapear: a última parte do endereço.',
        },
      },
    ),
    IsMain: target.boolean(
      { en: 'Main image', es: 'Imagen principal', pt: 'Imagem principal' },
      {
        help: {
          en: 'Yes: it comes first, in the place of the one before. The first image of a SKU is always the main one.',
          es: 'Sí: va primero, en lugar de la anterior. La primera imagen de un SKU siempre es la principal.',
          pt: 'Sim: vem primeiro, no lugar da anterior. A primeira imagem de um SKU é sempre a principal.',
        },
      },
    ),
    Label: target.text({ en: 'Label', es: 'Etiqueta', pt: 'Etiqueta (label)' }, { maxLength: 200 }),
    Text: target.text({
      en: 'Alternative text',
      es: 'Texto alternativo',
      pt: 'Texto alternativo',
    }),
    Position: target.integer(
      { en: 'Place in the order', es: 'Posición en el orden', pt: 'Posição na ordem' },
      { min: 0 },
    ),
  },
  options: {
    existing: {
      kind: 'choice',
      default: 'keep',
      name: {
        en: 'When the SKU has an image of this name',
        es: 'Cuando el SKU ya tiene una imagen con este nombre',
        pt: 'Quando o SKU já tem uma imagem com este nome',
      },
      help: {
        en: 'Images are compared by name only: VTEX keeps no address of where one came from.',
        es: 'Las imágenes se comparan solo por nombre: VTEX no guarda la dirección de origen.',
        pt: 'As imagens são comparadas só pelo nome: a VTEX não guarda o endereço de origem.',
      },
      choices: [
        { value: 'keep', name: { en: 'Leave it as it is', es: 'Dejarla como está', pt: 'Deixar como está' } },
        {
          value: 'replace',
          name: { en: 'Put the new one in its place', es: 'Reemplazarla', pt: 'Substituir pela nova' },
          help: {
            en: 'VTEX fetches it again on every run.',
            es: 'VTEX la descarga de nuevo en cada ejecución.',
            pt: 'A VTEX a baixa de novo a cada execução.',
          },
        },
      ],
    },
  },
  prepare({ config }) {
    const replaces = config['existing'] === 'replace';
    return {
      run: (values, job) => addImage(values, job, replaces),
      async findExisting(values, { store }) {
        return sameImage(await imagesOf(values['skuId'], store), imageName(values), values['Url']) ?? null;
      },
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'Url', expression: 'imagem' },
        { target: 'Label', expression: '"Lado"' },
      ],
      existing: 'keep',
      saveAs: 'image',
    },
    input: [
      { sku: 1, imagem: 'https://imagens.exemplo.com.br/lado.jpg' },
      { sku: 1, imagem: 'https://imagens.exemplo.com.br/frente.jpg' },
    ],
    output: {
      out: [
        {
          sku: 1,
          imagem: 'https://imagens.exemplo.com.br/lado.jpg',
          image: { id: 3, skuId: 1, name: 'lado', change: 'added' },
        },
        {
          sku: 1,
          imagem: 'https://imagens.exemplo.com.br/frente.jpg',
          image: { id: 1, skuId: 1, name: 'frente', change: 'unchanged' },
        },
      ],
    },
  },
});

function addImage(values: Values, { store, existing }: Job, replaces: boolean): Promise<JsonObject> {
  const { skuId: id } = values;
  const params = { skuId: id as number };
  const Name = imageName(values);
  const body = { ...pick(values, ['Url', 'IsMain', 'Label', 'Text', 'Position']), Name };
  const shown = (image: JsonObject | undefined, change: string) => ({
    ...{ id: image?.['Id'] ?? null, skuId: id ?? null, name: Name, change },
  });
  if (existing && !replaces) return Promise.resolve(shown(existing, 'added'));
  // One at a time for each SKU: two rows with one image must not both find it missing.
  const work = () =>
    store.lock(`image:${String(id)}`, async () => {
      const images = id === newId ? [] : await imagesOf(id, store);
      const held = sameImage(images, Name, values['Url']);
      if (held && !replaces) return shown(held, 'unchanged');
      if (!held) return shown(firstOf(await store.send(add, { params, body })), 'added');
      // PUT replaces: a main image that is not said to be one would stop being it.
      const kept = { IsMain: held['IsMain'] === true, Position: held['Position'] ?? null, ...body };
      await store.send(replace, { params: { ...params, skuFileId: held['Id'] as number }, body: kept });
      return shown(held, 'replaced');
    });
  return tellUnknown('vtex.sku-unknown', params, work);
}

/** VTEX answers a list of the one image. In a dry run nobody knows its number. */
function firstOf(answer: unknown): JsonObject | undefined {
  return asObject(Array.isArray(answer) ? answer[0] : answer) ?? undefined;
}
