// Takes one image away from a SKU, by its number or its name. Never all at once.
import { UserError, type Json } from '@eclusa/flow';
import { skuId } from './catalog-targets';
import { imagesOf, imagesOfSku, sameImage } from './sku-images';
import { hasStatus } from '../vtex/remote';
import { maxId, target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const remove = 'DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/file/{skuFileId}';

export default vtexAction({
  id: 'vtex.sku-image-remove',
  version: 1,
  name: { en: 'Remove image from SKU', es: 'Quitar imagen del SKU', pt: 'Retirar imagem do SKU' },
  help: {
    en: 'Takes one image away from a SKU, by its number or its name. An active SKU needs an image, so add the new one before you remove the last. An image that is not there is no error.',
    es: 'Quita una imagen de un SKU, por su número o su nombre. Un SKU activo necesita una imagen: agregue la nueva antes de quitar la última. Una imagen que no está no es un error.',
    pt: 'Retira uma imagem de um SKU, pelo número ou pelo nome. Um SKU ativo precisa de imagem: inclua a nova antes de retirar a última. Uma imagem que não existe não é erro.',
  },
  keywords: [
    'image',
    'imagen',
    'imagem',
    'foto',
    'photo',
    'delete',
    'remove',
    'quitar',
    'retirar',
    'excluir',
  ],
  area: 'catalog',
  request: remove,
  also: [imagesOfSku],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'image',
  path: {
    skuId,
    skuFileId: target.integer(
      { en: 'Number of the image', es: 'Número de la imagen', pt: 'Número da imagem' },
      {
        min: 1,
        max: maxId,
        help: {
          en: 'Its Id as "Read images of a SKU" shows it. Or map the name.',
          es: 'Su Id como lo muestra «Leer las imágenes de un SKU». O mapee el nombre.',
          pt: 'O Id como mostra "Ler as imagens de um SKU". Ou mapeie o nome.',
        },
      },
    ),
  },
  body: {
    Name: target.text({ en: 'Name', es: 'Nombre', pt: 'Nome' }, { maxLength: 200 }),
  },
  prepare: () => ({
    async run({ skuId: id, skuFileId: file, Name: name }, { store }): Promise<Json> {
      if (file === undefined && name === undefined) throw new UserError('vtex.image-not-named');
      const images = await imagesOf(id, store);
      const held =
        file === undefined
          ? sameImage(images, String(name), undefined)
          : images.find((image) => image['Id'] === file);
      const answer = { id: held?.['Id'] ?? file ?? null, skuId: id ?? null };
      if (!held) return { ...answer, change: 'unchanged' };
      try {
        await store.send(remove, { params: { skuId: id as number, skuFileId: held['Id'] as number } });
      } catch (error) {
        if (!hasStatus(error, 404)) throw error;
      }
      return { ...answer, change: 'removed' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'Name', expression: 'nome' },
      ],
      saveAs: 'image',
    },
    input: [{ sku: 1, nome: 'frente' }],
    output: { out: [{ sku: 1, nome: 'frente', image: { id: 1, skuId: 1, change: 'removed' } }] },
  },
});
