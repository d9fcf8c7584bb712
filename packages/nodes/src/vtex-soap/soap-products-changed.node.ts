// Lists the products that changed since a date over SOAP, as the old integrations polled for them.
import { defineNode, UserError, type Json, type NodeContext, type SourcePage } from '@eclusa/flow';
import { connectionField } from '../vtex/vtex-action';
import { deprecated, soapKeywords } from './soap-box';
import { openSoap } from './soap-store';

interface Config extends Record<string, Json> {
  since: string;
  pageSize: number;
}

/** The last product that was stored. */
type Cursor = { after: number } | { done: true };

const method = 'ProductGetAllFromUpdatedDateAndId';

export default defineNode<Config>({
  id: 'vtex.soap-products-changed',
  version: 1,
  ...deprecated(
    { en: 'List changed products', es: 'Listar productos modificados', pt: 'Listar produtos alterados' },
    {
      en: 'Lists all products that changed since a date, in the order of their ids.',
      es: 'Lista todos los productos modificados desde una fecha, en el orden de sus ids.',
      pt: 'Lista todos os produtos alterados desde uma data, na ordem dos ids.',
    },
  ),
  group: 'vtex',
  area: 'soap',
  keywords: [...soapKeywords, 'product', 'producto', 'produto', method],
  requests: [`SOAP ${method}`],
  fields: {
    connection: connectionField,
    since: {
      kind: 'date',
      required: true,
      name: { en: 'Changed since', es: 'Modificados desde', pt: 'Alterados desde' },
      help: {
        en: 'Only products changed after this moment, for example the start of last night.',
        es: 'Solo productos cambiados después de este momento, por ejemplo desde anoche.',
        pt: 'Só produtos alterados depois deste momento, por exemplo desde ontem à noite.',
      },
    },
    pageSize: {
      kind: 'number',
      default: 100,
      min: 1,
      max: 1000,
      integer: true,
      advanced: true,
      name: { en: 'Products per call', es: 'Productos por llamada', pt: 'Produtos por chamada' },
      help: {
        en: 'More are fewer calls with longer answers.',
        es: 'Más significan menos llamadas con respuestas más largas.',
        pt: 'Mais significam menos chamadas com respostas mais longas.',
      },
    },
  },
  behaviour: {
    kind: 'source',
    async *read(context): AsyncIterable<SourcePage> {
      const { config, signal, pageSize } = context;
      const start = context.cursor as Cursor | null;
      if (start && 'done' in start) return;
      const soap = (await openSoap(context as unknown as NodeContext, true))(signal);
      const topRows = Math.min(config.pageSize ?? 100, pageSize);
      const since = new Date(config.since).toISOString();
      for (let after = start?.after ?? 0; ;) {
        const found = await soap.call(method, { dateUpdated: since, productid: after, topRows });
        const products = Array.isArray(found) ? (found as Record<string, Json>[]) : [];
        const last = products.at(-1)?.['Id'];
        if (products.length === 0) return;
        if (typeof last !== 'number' || last <= after) {
          throw new UserError('vtex.list-stuck', { values: { request: method } });
        }
        after = last;
        const cursor: Cursor = products.length < topRows ? { done: true } : { after };
        yield { records: products.map((value) => ({ value })), cursor };
        if (products.length < topRows) return;
      }
    },
  },
  example: {
    config: { connection: 'store', since: '2026-11-01' },
    input: [],
    output: {
      out: [
        {
          AdWordsRemarketingCode: null,
          BrandId: 2000000,
          CategoryId: 1,
          DepartmentId: 1,
          Description: null,
          DescriptionShort: null,
          Id: 1,
          IsActive: true,
          IsVisible: true,
          KeyWords: null,
          LinkId: 'cafeteira-15-xicaras',
          ListStoreId: [1],
          LomadeeCampaignCode: null,
          MetaTagDescription: null,
          Name: 'Cafeteira 15 xícaras',
          RefId: 'P-1',
          ReleaseDate: null,
          Score: null,
          ShowWithoutStock: false,
          SupplierId: null,
          TaxCode: null,
          Title: null,
        },
      ],
    },
  },
});
