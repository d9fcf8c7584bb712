// Rows of an entity set of an OData service, version 2, 3 or 4. Reads only.
import { defineNode } from '@eclusa/flow';
import { odataSourceFields } from '../odata/fields';
import { readOdata, type OdataSourceConfig } from '../odata/read';

export default defineNode<OdataSourceConfig>({
  id: 'source.odata',
  version: 1,
  group: 'source',
  name: { en: 'Read from OData', es: 'Leer de OData', pt: 'Ler de OData' },
  help: {
    en: 'Reads an entity set of an OData service such as SAP Business One, SAP S/4HANA or Dynamics, everything or only what changed. Dates come as 2026-11-23T10:00:00 and decimals as numbers, whatever the version.',
    es: 'Lee un conjunto de entidades de un servicio OData como SAP Business One, SAP S/4HANA o Dynamics, todo o solo lo que cambió. Las fechas llegan como 2026-11-23T10:00:00 y los decimales como números, sea cual sea la versión.',
    pt: 'Lê um conjunto de entidades de um serviço OData como SAP Business One, SAP S/4HANA ou Dynamics, tudo ou só o que mudou. Datas chegam como 2026-11-23T10:00:00 e decimais como números, seja qual for a versão.',
  },
  keywords: [
    'odata',
    'sap',
    'b1',
    'business one',
    's/4hana',
    'dynamics',
    'service layer',
    'erp',
    'leer',
    'ler',
  ],
  gives: {
    fields: [],
    told: { list: 'odata.rows', needs: ['connection', 'entity'], by: ['select', 'expand'] },
  },
  fields: odataSourceFields,
  behaviour: { kind: 'source', read: readOdata },
  example: {
    config: {
      connection: 'erp',
      entity: 'Products',
      select: 'ID,Name,Price',
      filter: 'Price gt 50',
      orderby: 'ID',
    },
    input: [],
    output: {
      out: [
        { ID: 1, Name: 'Cafeteira', Price: 199.9 },
        { ID: 2, Name: 'Chaleira', Price: 89.9 },
      ],
    },
  },
});
