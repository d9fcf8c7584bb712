// The forms of the OData boxes.
import type { Field, Fields, Suggest } from '@eclusa/flow';
import { maxPagesField, sizeLimitField, timeoutField } from '../net/call-limit-fields';
import { lastFields } from '../source/http-value-fields';

const connection: Field = {
  kind: 'connection',
  accepts: ['http'],
  required: true,
  name: { en: 'OData service', es: 'Servicio OData', pt: 'Serviço OData' },
  help: {
    en: 'An HTTP connection whose base address is the root of the service, such as https://erp.example.com/odata. With $metadata as its path for the test, testing it lists the entity sets.',
    es: 'Una conexión HTTP cuya dirección base es la raíz del servicio, como https://erp.example.com/odata. Con $metadata como ruta para la prueba, al probarla se listan los conjuntos de entidades.',
    pt: 'Uma conexão HTTP cujo endereço base é a raiz do serviço, como https://erp.example.com/odata. Com $metadata como caminho para o teste, ao testá-la são listados os conjuntos de entidades.',
  },
};

const ofSet = ['connection', 'entity'];

const entity: Field = {
  kind: 'text',
  suggest: { list: 'odata.entity-sets', needs: ['connection'] },
  required: true,
  maxLength: 200,
  placeholder: 'Items',
  name: { en: 'Entity set', es: 'Conjunto de entidades', pt: 'Conjunto de entidades' },
  help: {
    en: 'Choose one of those the service has, or type it as the service spells it, such as Items or A_Product.',
    es: 'Elija uno de los que tiene el servicio o escríbalo como lo escribe el servicio, por ejemplo Items o A_Product.',
    pt: 'Escolha um dos que o serviço tem ou digite como o serviço escreve, por exemplo Items ou A_Product.',
  },
};

const option = (
  name: string,
  placeholder: string,
  texts: Pick<Field, 'name' | 'help'>,
  suggest?: Suggest,
): Fields => ({
  [name]: { kind: 'text', default: '', maxLength: 2000, placeholder, ...(suggest && { suggest }), ...texts },
});

const queryFields: Fields = {
  ...option(
    'select',
    'ItemCode, ItemName',
    {
      name: {
        en: 'Only these fields ($select)',
        es: 'Solo estos campos ($select)',
        pt: 'Só estes campos ($select)',
      },
      help: {
        en: 'Names separated by commas. Empty: all. Fewer fields make the service faster.',
        es: 'Nombres separados por comas. Vacío: todos. Con menos campos el servicio es más rápido.',
        pt: 'Nomes separados por vírgulas. Vazio: todos. Com menos campos o serviço é mais rápido.',
      },
    },
    { list: 'odata.fields', needs: ofSet, many: true },
  ),
  ...option('filter', "Valid eq 'tYES'", {
    name: {
      en: 'Only rows for which ($filter)',
      es: 'Solo filas en las que ($filter)',
      pt: 'Só linhas em que ($filter)',
    },
    help: {
      en: "In the language of OData, such as Stock gt 0 or startswith(ItemCode,'A'). {name} stands for a parameter of the flow, {last} for the highest value read so far.",
      es: "En el lenguaje de OData, como Stock gt 0 o startswith(ItemCode,'A'). {nombre} representa un parámetro del flujo, {last} el valor más alto leído hasta ahora.",
      pt: "Na linguagem do OData, como Stock gt 0 ou startswith(ItemCode,'A'). {nome} representa um parâmetro do fluxo, {last} o maior valor lido até agora.",
    },
  }),
  ...option(
    'expand',
    'Category',
    {
      name: {
        en: 'With these linked ($expand)',
        es: 'Con estos vínculos ($expand)',
        pt: 'Com estes vínculos ($expand)',
      },
      help: {
        en: 'Linked entities that come within each row, separated by commas, such as Category or Items.',
        es: 'Entidades vinculadas que llegan dentro de cada fila, separadas por comas, como Category o Items.',
        pt: 'Entidades vinculadas que vêm dentro de cada linha, separadas por vírgulas, como Category ou Items.',
      },
    },
    { list: 'odata.links', needs: ofSet, many: true },
  ),
  ...option('orderby', 'ItemCode asc', {
    name: { en: 'In this order ($orderby)', es: 'En este orden ($orderby)', pt: 'Nesta ordem ($orderby)' },
    help: {
      en: 'Needed where pages go by rows to skip, since without an order a row may come twice or not at all.',
      es: 'Necesario cuando las páginas van por filas por saltar: sin orden, una fila puede llegar dos veces o ninguna.',
      pt: 'Necessário quando as páginas vão por linhas a pular: sem ordem, uma linha pode vir duas vezes ou nenhuma.',
    },
  }),
};

const changes: Field = {
  kind: 'choice',
  default: 'all',
  name: { en: 'What is read', es: 'Qué se lee', pt: 'O que é lido' },
  help: {
    en: 'What a run of the flow reads after the first, which reads everything.',
    es: 'Qué lee una ejecución del flujo después de la primera, que lee todo.',
    pt: 'O que uma execução do fluxo lê depois da primeira, que lê tudo.',
  },
  choices: [
    { value: 'all', name: { en: 'Everything', es: 'Todo', pt: 'Tudo' } },
    {
      value: 'last',
      name: {
        en: 'What has a higher value in a field',
        es: 'Lo que tiene un valor mayor en un campo',
        pt: 'O que tem um valor maior em um campo',
      },
    },
    {
      value: 'delta',
      name: {
        en: 'What changed, as the service tells (delta)',
        es: 'Lo que cambió, según el servicio (delta)',
        pt: 'O que mudou, segundo o serviço (delta)',
      },
      help: {
        en: 'For services that give a delta link. A deleted entity is a row with _removed and _id.',
        es: 'Para servicios que dan un enlace delta. Una entidad borrada es una fila con _removed e _id.',
        pt: 'Para serviços que dão um link delta. Uma entidade apagada é uma linha com _removed e _id.',
      },
    },
  ],
};

const whenLast = { field: 'changes', is: ['last'] };

export const odataSourceFields: Fields = {
  connection,
  entity,
  ...queryFields,
  changes,
  lastField: {
    ...lastFields['lastField'],
    suggest: { list: 'odata.fields', needs: ofSet },
    required: true,
    when: whenLast,
    placeholder: 'UpdateDate',
  } as Field,
  lastStart: { ...lastFields['lastStart'], when: whenLast } as Field,
  pages: {
    kind: 'choice',
    default: 'server',
    advanced: true,
    name: { en: 'Pages', es: 'Páginas', pt: 'Páginas' },
    help: {
      en: 'Most services give the address of the next page. For those that give none, rows are skipped until a page is empty.',
      es: 'La mayoría de los servicios dan la dirección de la próxima página. Para los que no la dan, se saltan filas hasta que una página viene vacía.',
      pt: 'A maioria dos serviços dá o endereço da próxima página. Para os que não dão, linhas são puladas até que uma página venha vazia.',
    },
    choices: [
      {
        value: 'server',
        name: { en: 'As the service gives them', es: 'Como las da el servicio', pt: 'Como o serviço as dá' },
      },
      {
        value: 'skip',
        name: {
          en: 'By rows to skip ($skip)',
          es: 'Por filas por saltar ($skip)',
          pt: 'Por linhas a pular ($skip)',
        },
      },
    ],
  },
  size: {
    kind: 'number',
    default: 500,
    min: 1,
    max: 10_000,
    integer: true,
    advanced: true,
    unit: { en: 'rows', es: 'filas', pt: 'linhas' },
    name: { en: 'Page size', es: 'Tamaño de página', pt: 'Tamanho da página' },
    help: {
      en: 'What the service is asked for. It may give less.',
      es: 'Lo que se le pide al servicio. Puede dar menos.',
      pt: 'O que é pedido ao serviço. Ele pode dar menos.',
    },
  },
  timeoutSeconds: timeoutField,
  maxMegabytes: sizeLimitField,
  maxPages: maxPagesField,
};

export const odataOutputFields: Fields = {
  connection,
  entity,
  operation: {
    kind: 'choice',
    default: 'create',
    required: true,
    name: { en: 'What is done', es: 'Qué se hace', pt: 'O que é feito' },
    help: {
      en: 'All but creating need every field of the key among the lines below.',
      es: 'Todo menos crear necesita cada campo de la clave entre las líneas de abajo.',
      pt: 'Tudo menos criar precisa de cada campo da chave entre as linhas abaixo.',
    },
    choices: [
      { value: 'create', name: { en: 'Create', es: 'Crear', pt: 'Criar' } },
      { value: 'update', name: { en: 'Change', es: 'Cambiar', pt: 'Alterar' } },
      {
        value: 'upsert',
        name: { en: 'Change, or create', es: 'Cambiar o crear', pt: 'Alterar ou criar' },
        help: {
          en: 'Looks for the key first, which costs one more call for each row.',
          es: 'Busca primero la clave, lo que cuesta una llamada más por fila.',
          pt: 'Procura antes a chave, o que custa uma chamada a mais por linha.',
        },
      },
      { value: 'delete', name: { en: 'Delete', es: 'Eliminar', pt: 'Excluir' } },
    ],
  },
  mapping: {
    kind: 'mapping',
    suggest: { list: 'odata.fields', needs: ofSet },
    name: { en: 'Fields', es: 'Campos', pt: 'Campos' },
    help: {
      en: 'Names as the service has them; Address.City stands for City within Address. Dates and decimals are written as its version of OData wants them.',
      es: 'Nombres como los tiene el servicio; Address.City significa City dentro de Address. Las fechas y los decimales se escriben como los quiere su versión de OData.',
      pt: 'Nomes como o serviço os tem; Address.City significa City dentro de Address. Datas e decimais são escritos como a versão de OData dele quer.',
    },
  },
  lookup: {
    kind: 'text',
    default: '',
    maxLength: 1000,
    placeholder: "NumAtCard eq '{orderId}'",
    when: { field: 'operation', is: ['create'] },
    name: {
      en: 'How to find it again',
      es: 'Cómo encontrarlo de nuevo',
      pt: 'Como encontrar de novo',
    },
    help: {
      en: 'A $filter with places from the row. When an answer was lost, it tells whether the entity was created; without it, the key among the fields does, and a row that has neither waits for a person.',
      es: 'Un $filter con lugares de la fila. Si se perdió una respuesta, indica si la entidad se creó; sin él lo indica la clave entre los campos, y una fila que no tiene ninguno espera a una persona.',
      pt: 'Um $filter com lugares da linha. Se uma resposta se perdeu, diz se a entidade foi criada; sem ele, a chave entre os campos diz, e uma linha que não tem nenhum espera por uma pessoa.',
    },
  },
  batch: {
    kind: 'number',
    default: 1,
    min: 1,
    max: 100,
    integer: true,
    advanced: true,
    unit: { en: 'rows', es: 'filas', pt: 'linhas' },
    name: { en: 'Rows per request', es: 'Filas por solicitud', pt: 'Linhas por solicitação' },
    help: {
      en: 'More than 1 sends so many rows together ($batch), which is faster over long distances; the service has to support it. Each row still succeeds or fails alone. Example: 50.',
      es: 'Con más de 1 se envían tantas filas juntas ($batch), lo que es más rápido a gran distancia; el servicio debe admitirlo. Cada fila sigue resultando o fallando sola. Ejemplo: 50.',
      pt: 'Com mais de 1 tantas linhas são enviadas juntas ($batch), o que é mais rápido a longa distância; o serviço precisa aceitar. Cada linha continua dando certo ou falhando sozinha. Exemplo: 50.',
    },
  },
  saveAs: {
    kind: 'text',
    default: 'answer',
    maxLength: 64,
    advanced: true,
    name: { en: 'Keep the answer in', es: 'Guardar la respuesta en', pt: 'Guardar a resposta em' },
    help: {
      en: 'The field of the row that takes what the service answers, with a key it gave. Empty: not kept.',
      es: 'El campo de la fila que recibe lo que responde el servicio, con la clave que dio. Vacío: no se guarda.',
      pt: 'O campo da linha que recebe o que o serviço responde, com a chave que ele deu. Vazio: não é guardado.',
    },
  },
  timeoutSeconds: timeoutField,
};
