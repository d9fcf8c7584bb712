// Finds a customer by e-mail or document and reads it, up to date once it is found.
import { UserError, type Json } from '@eclusa/flow';
import { vtexAction } from '../vtex/vtex-action';
import { whenMissingField } from '../vtex/vtex-read';
import { clientOf } from './customer';
import { clientFields } from './customer-fields';
import { findByKey, oneDocument, searchDocuments } from './documents';
import { fieldsField } from './document-fields';

const usual =
  'email,firstName,lastName,document,documentType,phone,isCorporate,corporateName,corporateDocument';

export default vtexAction({
  id: 'vtex.customer-find',
  version: 1,
  name: { en: 'Find customer', es: 'Buscar cliente', pt: 'Buscar cliente' },
  help: {
    en: 'Finds a customer of the store (CL) by e-mail or document for each row, and reads the fields you name. Map one of the two; with both, both must fit. A customer made seconds ago may not be found yet. Two customers with the same value fail the row.',
    es: 'Busca un cliente de la tienda (CL) por correo o documento para cada fila y lee los campos que usted nombra. Mapee uno de los dos; con ambos, deben coincidir los dos. Un cliente creado hace segundos puede no encontrarse todavía. Dos clientes con el mismo valor hacen fallar la fila.',
    pt: 'Localiza um cliente da loja (CL) por e-mail ou documento para cada linha e lê os campos que você informar. Mapeie um dos dois; com ambos, os dois precisam bater. Um cliente criado há segundos pode ainda não ser achado. Dois clientes com o mesmo valor fazem a linha falhar.',
  },
  keywords: ['customer', 'client', 'cliente', 'comprador', 'consumidor', 'CPF', 'email', 'consultar', 'CL'],
  area: 'customers',
  request: searchDocuments,
  also: [`GET ${oneDocument}`],
  effect: 'read',
  saveAs: 'customer',
  query: { email: clientFields.email, document: clientFields.document },
  options: {
    fields: { ...fieldsField, default: usual },
    whenMissing: whenMissingField,
  },
  prepare: ({ config }) => ({
    async run(values, { store }): Promise<Json> {
      const keys = clientOf(values) as Record<string, string>;
      if (Object.keys(keys).length === 0)
        throw new UserError('vtex.document-without-key', { values: { field: 'email, document' } });
      const id = await findByKey({ store, entity: 'CL' }, keys);
      const fields = String(config['fields'] || usual).replace(/\s*,\s*/g, ',');
      const params = { dataEntityName: 'CL', id: id ?? '' };
      const found = id && (await store.find(`GET ${oneDocument}`, { params, query: { _fields: fields } }));
      if (found) return found;
      if (config['whenMissing'] === 'empty') return null;
      throw new UserError('vtex.nothing-found', { values: { request: searchDocuments, values: keys } });
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'document', expression: 'cpf' }],
      fields: 'email,firstName',
      saveAs: 'customer',
    },
    input: [{ cpf: '111.444.777-35' }],
    output: {
      out: [
        {
          cpf: '111.444.777-35',
          customer: {
            id: '00000000-0000-4000-8000-000000000001',
            accountId: '00000000-0000-4000-8000-000000000000',
            accountName: 'lojademo',
            dataEntityId: 'CL',
            email: 'ana@exemplo.com.br',
            firstName: 'Ana',
          },
        },
      ],
    },
  },
});
