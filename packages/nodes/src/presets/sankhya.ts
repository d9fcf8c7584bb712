// Sankhya over its API gateway. An error comes with status 200, and a record as numbered fields.
import type { Preset } from './preset';

export const sankhya: Preset = {
  id: 'sankhya',
  system: 'Sankhya',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://api.sankhya.com.br',
      auth: 'oauth2Client',
      tokenUrl: 'https://api.sankhya.com.br/authenticate',
      clientAuth: 'body',
      extraKeyName: 'X-Token',
    },
    needs: {
      en: 'Client ID and client secret of your application in the developer area of Sankhya, and its token as the key of the header X-Token.',
      es: 'ID y secreto de cliente de su aplicación en el área del desarrollador de Sankhya, y su token como clave de la cabecera X-Token.',
      pt: 'ID e segredo do cliente do seu aplicativo na área do desenvolvedor da Sankhya, e o token dele como chave do cabeçalho X-Token.',
    },
  },
  tried: null,
  flows: [
    {
      id: 'products',
      topic: 'catalogue',
      kind: 'read',
      what: { en: 'products', es: 'productos', pt: 'produtos' },
      type: 'source.http',
      config: {
        method: 'POST',
        path: '/gateway/v1/mge/service.sbr',
        query: [
          { name: 'serviceName', value: 'CRUDServiceProvider.loadRecords' },
          { name: 'outputType', value: 'json' },
        ],
        body: '{"serviceName": "CRUDServiceProvider.loadRecords", "requestBody": {"dataSet": {"rootEntity": "Produto", "includePresentationFields": "N", "offsetPage": "{page}", "entity": {"fieldset": {"list": "CODPROD,DESCRPROD,REFERENCIA"}}}}}',
        // One record comes alone, and fields are f0, f1, … in the order of the list above.
        items: 'responseBody.entities.entity.{"CODPROD": f0.`$`, "DESCRPROD": f1.`$`, "REFERENCIA": f2.`$`}',
        paging: 'page',
        pageParam: '',
        firstPage: 0,
        stop: 'empty',
        failure: 'status != "1" ? statusMessage',
      },
    },
  ],
};
