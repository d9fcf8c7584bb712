// Creates or updates a product by its RefId over SOAP.
import type { Json, JsonObject } from '@eclusa/flow';
import { RemoteError } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { existingField } from '../vtex/entity';
import { target, type Targets } from '../vtex/targets';
import { productFields } from '../vtex-catalog/product-fields';
import { change, existing, found, write, type Entity, type Written } from './entity-write';
import { soapBox, type SoapJob } from './soap-box';
import type { SoapStore } from './soap-store';

const entity: Entity = { method: 'ProductInsertUpdate', parameter: 'productVO' };

const targets: Targets = {
  ...productFields,
  ListStoreId: target.list(
    { en: 'Trade policies', es: 'Políticas comerciales', pt: 'Políticas comerciais' },
    {
      help: {
        en: 'The ids of all trade policies that sell it, such as [1, 2].',
        es: 'Los ids de todas las políticas comerciales que lo venden, como [1, 2].',
        pt: 'Os ids de todas as políticas comerciais que o vendem, como [1, 2].',
      },
    },
  ),
};

export default soapBox({
  id: 'vtex.soap-product-upsert',
  name: {
    en: 'Create or update product',
    es: 'Crear o actualizar producto',
    pt: 'Criar ou atualizar produto',
  },
  help: {
    en: 'Finds the product by its reference code; creates it when there is none, else changes only what differs. The service empties whatever an update leaves out, so the product is read first and sent back whole. A product that cannot be active yet comes back inactive without an error.',
    es: 'Busca el producto por su código de referencia; lo crea si no existe y, si existe, cambia solo lo que difiere. El servicio vacía todo lo que una actualización no trae, por eso el producto se lee antes y se envía entero. Un producto que aún no puede estar activo vuelve inactivo sin error.',
    pt: 'Localiza o produto pelo código de referência; cria quando não existe e, quando existe, muda só o que difere. O serviço esvazia tudo o que uma atualização não traz, por isso o produto é lido antes e enviado inteiro. Um produto que ainda não pode ficar ativo volta inativo sem erro.',
  },
  keywords: ['product', 'producto', 'produto', 'RefId', 'ProductInsertUpdate', 'ProductGetByRefId'],
  methods: ['ProductInsertUpdate', 'ProductGetByRefId'],
  effect: 'create',
  saveAs: 'product',
  targets,
  options: { existing: existingField },
  successor: {
    type: 'vtex.product-upsert',
    targets: Object.fromEntries(Object.keys(productFields).map((name) => [name, name])),
  },
  work: (config) => ({
    run: (values, job) => upsert(values, job, existing(config)),
    findExisting: (values, { soap }) => find(values, soap),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'RefId', expression: 'codigo' },
        { target: 'Name', expression: 'descricao' },
        { target: 'CategoryId', expression: '1' },
        { target: 'BrandId', expression: '2000000' },
      ],
      saveAs: 'product',
    },
    input: [{ codigo: 'P-9', descricao: 'Bule' }],
    output: {
      out: [
        {
          codigo: 'P-9',
          descricao: 'Bule',
          product: { id: 2, refId: 'P-9', active: true, change: 'created' },
        },
      ],
    },
  },
});

const find = (values: Values, soap: SoapStore) =>
  found(soap, 'ProductGetByRefId', { refId: values['RefId'] ?? null });

async function upsert(
  values: Values,
  { soap, existing: earlier }: SoapJob,
  keep: boolean,
): Promise<JsonObject> {
  const held = earlier ?? (await find(values, soap));
  const {
    id,
    entity: made,
    change: what,
  } = held ? await change(soap, entity, held, moved(values, held), keep) : await insert(values, soap);
  const active: Json = made['IsActive'] ?? null;
  return { id, refId: values['RefId'] ?? null, active, change: what };
}

/** The department of another category is another: VTEX works it out when it is not sent. */
function moved(values: Values, held: JsonObject): Values {
  const goes = values['CategoryId'] !== undefined && values['CategoryId'] !== held['CategoryId'];
  return goes ? { ...values, DepartmentId: null } : values;
}

async function insert(values: Values, soap: SoapStore): Promise<Written> {
  const sent = { IsActive: true, IsVisible: true, ...values };
  try {
    return await write(soap, entity, sent, true);
  } catch (error) {
    const text = error instanceof RemoteError ? String(error.values['message']) : '';
    if (!/link\s?id/i.test(text) || values['LinkId'] !== undefined) throw error;
    // Two products may well have one name; only the address made of it must differ.
    const LinkId = linkOf(`${String(values['Name'])} ${String(values['RefId'])}`);
    return write(soap, entity, { ...sent, LinkId }, true);
  }
}

function linkOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
