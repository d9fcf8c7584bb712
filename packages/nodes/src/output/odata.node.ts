// Writes each row to an entity set of an OData service, version 2, 3 or 4.
import { defineNode } from '@eclusa/flow';
import { odataOutputFields } from '../odata/fields';
import { prepareOdata, type OdataOutputConfig } from '../odata/write';

export default defineNode<OdataOutputConfig>({
  id: 'output.odata',
  version: 1,
  group: 'output',
  name: { en: 'Write to OData', es: 'Escribir en OData', pt: 'Gravar em OData' },
  help: {
    en: 'Creates, changes or deletes one entity for each row in an OData service such as SAP Business One or SAP S/4HANA. Values are sent in the form that the service’s own description asks for.',
    es: 'Crea, cambia o elimina una entidad por fila en un servicio OData como SAP Business One o SAP S/4HANA. Los valores se envían en la forma que pide la descripción del propio servicio.',
    pt: 'Cria, altera ou exclui uma entidade por linha em um serviço OData como SAP Business One ou SAP S/4HANA. Os valores são enviados na forma que a descrição do próprio serviço pede.',
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
    'gravar',
    'escribir',
  ],
  unchecked: [
    { field: 'operation', is: ['create'] },
    { field: 'lookup', is: [''] },
  ],
  fields: odataOutputFields,
  behaviour: {
    kind: 'action',
    effect: 'create',
    concurrency: ({ batch = 1 }) => Math.max(4, batch),
    prepare: prepareOdata,
  },
  example: {
    config: {
      connection: 'erp',
      entity: 'Orders',
      operation: 'create',
      mapping: [
        { target: 'Number', expression: 'orderId' },
        { target: 'Total', expression: 'value / 100' },
        { target: 'Date', expression: 'created' },
      ],
      lookup: "Number eq '{orderId}'",
      saveAs: 'erp',
    },
    input: [{ orderId: '1-01', value: 12990, created: '2026-11-23T10:00:00' }],
    output: {
      out: [
        {
          orderId: '1-01',
          value: 12990,
          created: '2026-11-23T10:00:00',
          erp: { ID: 1, Number: '1-01', Total: 129.9, Date: '2026-11-23T10:00:00' },
        },
      ],
    },
  },
});
