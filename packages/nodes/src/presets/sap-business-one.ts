// SAP Business One, Service Layer, as an OData 4 service (`/b1s/v2`).
import type { Preset } from './preset';

export const sapBusinessOne: Preset = {
  id: 'sap-business-one',
  system: 'SAP Business One',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://b1.example.com:50000/b1s/v2',
      auth: 'session',
      loginPath: '/Login',
      loginBody: '{"CompanyDB": "SBO_EMPRESA", "UserName": "{username}", "Password": "{password}"}',
      testPath: '$metadata',
    },
    needs: {
      en: 'The address of your Service Layer, the company database in the body of the call that opens a session, a user and its password.',
      es: 'La dirección de su Service Layer, la base de datos de la empresa en el cuerpo de la llamada que abre la sesión, un usuario y su contraseña.',
      pt: 'O endereço da sua Service Layer, o banco da empresa no corpo da chamada que abre a sessão, um usuário e a senha dele.',
    },
  },
  tried: null,
  flows: [
    {
      id: 'items',
      topic: 'catalogue',
      kind: 'read',
      what: { en: 'items', es: 'artículos', pt: 'itens' },
      type: 'source.odata',
      config: { entity: 'Items', select: 'ItemCode,ItemName,BarCode,QuantityOnStock', changes: 'all' },
    },
    {
      id: 'order-create',
      topic: 'orders',
      kind: 'write',
      what: { en: 'a sales order', es: 'un pedido de venta', pt: 'um pedido de venda' },
      type: 'output.odata',
      config: {
        entity: 'Orders',
        operation: 'create',
        mapping: [
          { target: 'CardCode', expression: 'cliente' },
          { target: 'NumAtCard', expression: 'pedido' },
          { target: 'DocDueDate', expression: 'entrega' },
          {
            target: 'DocumentLines',
            expression: '[itens.{"ItemCode": codigo, "Quantity": quantidade, "UnitPrice": valor}]',
          },
        ],
        lookup: "NumAtCard eq '{pedido}'",
        saveAs: 'sap',
      },
      row: {
        pedido: '1-01',
        cliente: 'C00001',
        entrega: '2026-11-30',
        itens: [{ codigo: 'A00001', quantidade: 1, valor: 199.9 }],
      },
    },
  ],
};
