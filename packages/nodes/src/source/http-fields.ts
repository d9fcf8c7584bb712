// The form of the HTTP source: what to ask for, how the list goes on, and how far to trust the answer.
import type { Fields } from '@eclusa/flow';
import { maxPagesField, sizeLimitField, timeoutField } from '../net/call-limit-fields';
import { pagingFields } from './http-paging-fields';
import { failureFields, lastFields, valueFields } from './http-value-fields';

const value = { kind: 'text', name: { en: 'Value', es: 'Valor', pt: 'Valor' } } as const;

export const httpFields: Fields = {
  connection: {
    kind: 'connection',
    required: true,
    accepts: ['http'],
    name: { en: 'Connection', es: 'Conexión', pt: 'Conexão' },
    help: {
      en: 'The system that is asked: its address and how to sign in, such as your ERP at https://erp.example.com.',
      es: 'El sistema al que se pregunta: su dirección y cómo entrar, como su ERP en https://erp.example.com.',
      pt: 'O sistema que é consultado: o endereço e como entrar, como o seu ERP em https://erp.example.com.',
    },
  },
  path: {
    kind: 'text',
    required: true,
    placeholder: '/v1/products',
    name: { en: 'Path', es: 'Ruta', pt: 'Caminho' },
    help: {
      en: 'Comes after the connection’s base address. {name} is replaced by the flow parameter of that name.',
      es: 'Va después de la dirección base de la conexión. {nombre} se sustituye por el parámetro del flujo con ese nombre.',
      pt: 'Vem depois do endereço base da conexão. {nome} é trocado pelo parâmetro do fluxo com esse nome.',
    },
  },
  items: {
    kind: 'expression',
    returns: 'list',
    placeholder: 'data.products',
    name: { en: 'Where the list is', es: 'Dónde está la lista', pt: 'Onde está a lista' },
    help: {
      en: 'The path to the list in the answer, such as data.products. Leave empty when the answer is the list itself.',
      es: 'La ruta hasta la lista dentro de la respuesta, como data.products. Déjelo vacío si la respuesta ya es la lista.',
      pt: 'O caminho até a lista dentro da resposta, como data.products. Deixe vazio se a resposta já for a lista.',
    },
  },
  ...pagingFields,
  query: {
    kind: 'table',
    name: { en: 'Query parameters', es: 'Parámetros de consulta', pt: 'Parâmetros de consulta' },
    help: {
      en: 'Added to the address after the question mark. Values may hold {name} of a flow parameter, and {last}.',
      es: 'Se añaden a la dirección después del signo de interrogación. Los valores admiten {nombre} de un parámetro del flujo y {last}.',
      pt: 'Vão no endereço depois do ponto de interrogação. Os valores aceitam {nome} de um parâmetro do fluxo e {last}.',
    },
    columns: {
      name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
      value,
    },
  },
  ...lastFields,
  method: {
    kind: 'choice',
    default: 'GET',
    advanced: true,
    name: { en: 'Method', es: 'Método', pt: 'Método' },
    help: {
      en: 'GET for nearly every system; POST where the documentation asks for a search with a body.',
      es: 'GET para casi todos los sistemas; POST donde la documentación pide una búsqueda con cuerpo.',
      pt: 'GET para quase todos os sistemas; POST onde a documentação pede uma busca com corpo.',
    },
    choices: [
      { value: 'GET', name: { en: 'GET', es: 'GET', pt: 'GET' } },
      { value: 'POST', name: { en: 'POST', es: 'POST', pt: 'POST' } },
    ],
  },
  body: {
    kind: 'code',
    language: 'json',
    places: true,
    when: { field: 'method', is: ['POST'] },
    name: { en: 'Body', es: 'Cuerpo', pt: 'Corpo' },
    help: {
      en: 'JSON to send with a POST. {page}, {offset}, {cursor}, {size} and {last} are replaced by those of the page asked for.',
      es: 'JSON que se envía con POST. {page}, {offset}, {cursor}, {size} y {last} se sustituyen por los de la página pedida.',
      pt: 'JSON enviado com POST. {page}, {offset}, {cursor}, {size} e {last} são trocados pelos da página pedida.',
    },
  },
  headers: {
    kind: 'table',
    advanced: true,
    name: { en: 'Headers', es: 'Cabeceras', pt: 'Cabeçalhos' },
    help: {
      en: 'For this call only. Keys and passwords belong in the connection.',
      es: 'Solo para esta llamada. Las claves y contraseñas van en la conexión.',
      pt: 'Só para esta chamada. Chaves e senhas ficam na conexão.',
    },
    columns: {
      name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
      value,
    },
  },
  ...failureFields,
  ...valueFields,
  shape: {
    kind: 'choice',
    default: 'whole',
    advanced: true,
    name: { en: 'How the answer is read', es: 'Cómo se lee la respuesta', pt: 'Como a resposta é lida' },
    help: {
      en: 'For systems that give a million rows in one answer. As it comes, an answer of any size is read, and it has no pages.',
      es: 'Para sistemas que entregan un millón de filas en una respuesta. A medida que llega se lee una respuesta de cualquier tamaño, y no tiene páginas.',
      pt: 'Para sistemas que entregam um milhão de linhas em uma resposta. À medida que chega, uma resposta de qualquer tamanho é lida, e não tem páginas.',
    },
    choices: [
      {
        value: 'whole',
        name: { en: 'Each answer as a whole', es: 'Cada respuesta entera', pt: 'Cada resposta inteira' },
      },
      {
        value: 'list',
        name: {
          en: 'One long list, as it comes',
          es: 'Una lista larga, a medida que llega',
          pt: 'Uma lista longa, à medida que chega',
        },
      },
      {
        value: 'lines',
        name: {
          en: 'One JSON object per line (NDJSON)',
          es: 'Un objeto JSON por línea (NDJSON)',
          pt: 'Um objeto JSON por linha (NDJSON)',
        },
      },
    ],
  },
  timeoutSeconds: timeoutField,
  maxMegabytes: sizeLimitField,
  maxPages: maxPagesField,
};
