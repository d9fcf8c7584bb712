// TOTVS Protheus over its REST server: the query service of the framework.
import type { Preset } from './preset';

const query = (tables: string, fields: string, where: string) => ({
  path: '/api/framework/v1/genericQuery',
  query: [
    { name: 'tables', value: tables },
    { name: 'fields', value: fields },
    { name: 'where', value: where },
  ],
  items: 'items',
  paging: 'page',
  pageParam: 'page',
  firstPage: 1,
  sizeParam: 'pagesize',
  size: 500,
  stop: 'empty',
});

export const protheus: Preset = {
  id: 'protheus',
  system: 'TOTVS Protheus',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://protheus.example.com:8080/rest',
      auth: 'basic',
    },
    needs: {
      en: 'The address of your REST server, and a user of Protheus with its password. Where tokens are in use, choose “OAuth 2.0: user and password” with /api/oauth2/v1/token below the same address.',
      es: 'La dirección de su servidor REST y un usuario de Protheus con su contraseña. Donde se usan tokens, elija «OAuth 2.0: usuario y contraseña» con /api/oauth2/v1/token bajo la misma dirección.',
      pt: 'O endereço do seu servidor REST e um usuário do Protheus com a senha. Onde há tokens, escolha “OAuth 2.0: usuário e senha” com /api/oauth2/v1/token abaixo do mesmo endereço.',
    },
  },
  tried: null,
  flows: [
    {
      id: 'products',
      topic: 'catalogue',
      kind: 'read',
      what: { en: 'products (SB1)', es: 'productos (SB1)', pt: 'produtos (SB1)' },
      type: 'source.http',
      config: query('SB1', 'B1_COD,B1_DESC,B1_UM', "SB1.D_E_L_E_T_=' '"),
    },
    {
      id: 'stock',
      topic: 'stock',
      kind: 'read',
      what: { en: 'stock (SB2)', es: 'stock (SB2)', pt: 'estoque (SB2)' },
      type: 'source.http',
      config: query('SB2', 'B2_COD,B2_LOCAL,B2_QATU', "SB2.D_E_L_E_T_=' '"),
    },
  ],
};
