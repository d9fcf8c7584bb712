// Adds an image to a SKU over SOAP. The service adds the same image again, so the SKU's images are read first.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import { skuId, target } from '../vtex/targets';
import { soapBox } from './soap-box';
import type { SoapStore } from './soap-store';

export default soapBox({
  id: 'vtex.soap-sku-image-add',
  name: { en: 'Add image to SKU', es: 'Agregar imagen al SKU', pt: 'Incluir imagem no SKU' },
  help: {
    en: 'Adds an image to a SKU from a public address that ends in .jpg, .png or .gif. An image of this name that is there already is left alone. The service answers nothing, not even the image’s id.',
    es: 'Agrega una imagen a un SKU desde una dirección pública que termina en .jpg, .png o .gif. Si ya hay una con este nombre, no se toca. El servicio no responde nada, ni siquiera el id de la imagen.',
    pt: 'Inclui uma imagem em um SKU a partir de um endereço público que termina em .jpg, .png ou .gif. Se já existe uma com este nome, ela não é mexida. O serviço não responde nada, nem o id da imagem.',
  },
  keywords: ['image', 'imagen', 'imagem', 'foto', 'ImageServiceInsertUpdate'],
  methods: ['ImageServiceInsertUpdate', 'ImageListByStockKeepingUnitId'],
  effect: 'create',
  saveAs: 'image',
  targets: {
    urlImage: target.text(
      { en: 'Address of the image', es: 'Dirección de la imagen', pt: 'Endereço da imagem' },
      {
        required: true,
        maxLength: 2000,
        suggest: '$exists(imagem) ? imagem : "https://imagens.exemplo.com.br/" & codigo & ".jpg"',
      },
    ),
    imageName: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      { required: true, maxLength: 200, suggest: 'codigo' },
    ),
    stockKeepingUnitId: skuId,
  },
  successor: {
    type: 'vtex.sku-image-add',
    targets: { urlImage: 'Url', imageName: 'Name', stockKeepingUnitId: 'skuId' },
  },
  work: () => ({
    async run(values, { soap, existing }): Promise<Json> {
      const { stockKeepingUnitId: sku = null, imageName: name = null } = values;
      const held = existing ?? (await find(values, soap));
      if (!held) await soap.call('ImageServiceInsertUpdate', values);
      return { skuId: sku, name, change: held ? 'unchanged' : 'added' };
    },
    findExisting: (values, { soap }) => find(values, soap),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'urlImage', expression: 'foto' },
        { target: 'imageName', expression: '"lado"' },
        { target: 'stockKeepingUnitId', expression: '1' },
      ],
      saveAs: 'image',
    },
    input: [{ foto: 'https://imagens.exemplo.com.br/s1.jpg' }],
    output: {
      out: [
        {
          foto: 'https://imagens.exemplo.com.br/s1.jpg',
          image: { skuId: 1, name: 'lado', change: 'added' },
        },
      ],
    },
  },
});

async function find(values: Values, soap: SoapStore): Promise<JsonObject | null> {
  const id = values['stockKeepingUnitId'];
  if (id === newId) return null;
  const list = await soap.call('ImageListByStockKeepingUnitId', { StockKeepingUnitId: id });
  if (list !== null && !Array.isArray(list)) throw new UserError('vtex.answer-without-list', { values: {} });
  const found = (list ?? []).find((one) => (one as JsonObject | null)?.['Name'] === values['imageName']);
  return (found as JsonObject | undefined) ?? null;
}
