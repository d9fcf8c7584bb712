// Creates or updates a customer with an address: client first, then the address with the client's id.
import type { Field, JsonObject } from '@eclusa/flow';
import { pick } from '../vtex/entity';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { vtexAction } from '../vtex/vtex-action';
import { clientOf, keyOf } from './customer';
import { addressFields, clientFields } from './customer-fields';
import {
  ensureDocument,
  findByKey,
  JustMade,
  oneDocument,
  patiently,
  searchDocuments,
  type EnsureTools,
} from './documents';

const createClient = 'POST /api/dataentities/CL/documents';
const updateClient = 'PATCH /api/dataentities/CL/documents/{id}';
const createAddress = 'POST /api/dataentities/AD/documents';
const updateAddress = 'PATCH /api/dataentities/AD/documents/{addressId}';

const byField: Field = {
  kind: 'choice',
  default: 'email',
  name: {
    en: 'Customers are known by',
    es: 'Los clientes se reconocen por',
    pt: 'Clientes são reconhecidos por',
  },
  help: {
    en: 'What tells two customers apart. Companies often share an e-mail; a document is theirs alone.',
    es: 'Lo que distingue a dos clientes. Las empresas suelen compartir un correo; el documento es solo suyo.',
    pt: 'O que distingue dois clientes. Empresas costumam dividir um e-mail; o documento é só delas.',
  },
  choices: [
    { value: 'email', name: { en: 'E-mail', es: 'Correo electrónico', pt: 'E-mail' } },
    { value: 'document', name: { en: 'Document', es: 'Documento', pt: 'Documento' } },
  ],
};

export default vtexAction({
  id: 'vtex.customer-import',
  version: 1,
  name: { en: 'Import customer', es: 'Importar cliente', pt: 'Importar cliente' },
  help: {
    en: 'Creates or updates a customer of the store (CL) and, when you map one, an address (AD), tied together as the checkout expects. The customer is found by e-mail or document and the address by its name; only what differs is written, and what you did not map stays. A row that brings no address touches none. VTEX’s search shows a new customer some seconds later; the box remembers those it just made, and after a lost answer it looks several times before it creates again.',
    es: 'Crea o actualiza un cliente de la tienda (CL) y, si usted la mapea, una dirección (AD), unidos como lo espera el checkout. El cliente se busca por correo o documento y la dirección por su nombre; solo se escribe lo que difiere y lo que usted no mapeó se conserva. Una fila sin dirección no toca ninguna. La búsqueda de VTEX muestra un cliente nuevo algunos segundos después; la caja recuerda los que acaba de crear y, tras una respuesta perdida, busca varias veces antes de crear de nuevo.',
    pt: 'Cria ou atualiza um cliente da loja (CL) e, se você mapear, um endereço (AD), ligados como o checkout espera. O cliente é localizado por e-mail ou documento e o endereço pelo nome; só o que difere é gravado, e o que você não mapeou fica. Uma linha sem endereço não mexe em nenhum. A busca da VTEX mostra um cliente novo alguns segundos depois; a caixa lembra os que acabou de criar e, após uma resposta perdida, procura várias vezes antes de criar de novo.',
  },
  keywords: [
    ...['customer', 'client', 'shopper', 'import', 'address', 'CL', 'AD', 'master data'],
    ...['cliente', 'comprador', 'dirección', 'importar'],
    ...['cadastro', 'endereço', 'consumidor', 'CPF', 'CNPJ'],
  ],
  area: 'customers',
  request: createClient,
  also: [searchDocuments, `GET ${oneDocument}`, updateClient, createAddress, updateAddress],
  effect: 'create',
  concurrency: 4,
  saveAs: 'customer',
  body: { ...clientFields, ...addressFields },
  options: { by: byField },
  prepare(context) {
    const by = context.config['by'] === 'document' ? 'document' : 'email';
    const made = new JustMade();
    return {
      async run(values, { store, existing }) {
        const client = clientOf(values);
        const known = typeof existing?.['id'] === 'string' ? existing['id'] : null;
        const place = { store, entity: 'CL' };
        const keys = keyOf(by, client);
        const saved = await ensureDocument(
          place,
          { keys, values: client, existing: 'update', create: createClient, update: updateClient },
          { made, find: async () => known ?? (await findByKey(place, keys)) },
        );
        const address = pick(values, Object.keys(addressFields));
        if (Object.keys(address).length === 0) return saved;
        // After a lost answer the address, too, may be there and not be seen yet.
        const find = (keys: Record<string, string>) => findByKey({ store, entity: 'AD' }, keys);
        const look: Look = known === null ? find : (keys) => patiently(context, () => find(keys));
        const isNew = saved.change === 'created' && known === null;
        const tools = { made, look: isNew ? async () => null : look };
        return { ...saved, address: await saveAddress(store, saved.id, address, tools) };
      },
      async findExisting(values, { store }) {
        const keys = keyOf(by, clientOf(values));
        const id = await patiently(context, () => findByKey({ store, entity: 'CL' }, keys));
        return id === null ? null : { id };
      },
    };
  },
  example: {
    config: {
      connection: 'store',
      by: 'email',
      mapping: [
        { target: 'email', expression: 'email' },
        { target: 'firstName', expression: 'nome' },
        { target: 'document', expression: 'cpf' },
        { target: 'postalCode', expression: 'cep' },
        { target: 'country', expression: '"BRA"' },
      ],
      saveAs: 'customer',
    },
    input: [{ email: 'Ana@exemplo.com.br', nome: 'Ana', cpf: '111.444.777-35', cep: '50030-230' }],
    output: {
      out: [
        {
          email: 'Ana@exemplo.com.br',
          nome: 'Ana',
          cpf: '111.444.777-35',
          cep: '50030-230',
          customer: {
            id: '00000000-0000-4000-8000-000000000001',
            change: 'created',
            address: { id: '00000000-0000-4000-8000-000000000002', change: 'created' },
          },
        },
      ],
    },
  },
});

type Look = (keys: Record<string, string>) => ReturnType<EnsureTools['find']>;

async function saveAddress(
  store: Store,
  userId: string,
  address: Values,
  { made, look }: { made: JustMade; look: Look },
): Promise<JsonObject> {
  const addressName = String(address['addressName'] ?? 'principal');
  const keys = { userId, addressName };
  const values = { ...address, ...keys };
  return ensureDocument(
    { store, entity: 'AD' },
    { keys, values, existing: 'update', create: createAddress, update: updateAddress },
    { made, find: async () => (userId === newId ? null : look(keys)) },
  );
}
