// The part of the HTTP source's form that says how a list goes on.
import type { Fields } from '@eclusa/flow';

const paged = (...is: string[]) => ({ field: 'paging', is });

export const pagingFields: Fields = {
  paging: {
    kind: 'choice',
    default: 'none',
    when: { field: 'shape', is: ['whole'] },
    name: { en: 'Pages', es: 'Páginas', pt: 'Páginas' },
    help: {
      en: 'How the system splits a long list. Its manual says so under pagination.',
      es: 'Cómo divide el sistema una lista larga. Su manual lo explica en paginación.',
      pt: 'Como o sistema divide uma lista longa. O manual dele explica em paginação.',
    },
    choices: [
      {
        value: 'none',
        name: { en: 'All in one answer', es: 'Todo en una respuesta', pt: 'Tudo em uma resposta' },
      },
      { value: 'page', name: { en: 'Page number', es: 'Número de página', pt: 'Número da página' } },
      {
        value: 'offset',
        name: { en: 'Rows to skip (offset)', es: 'Filas por saltar (offset)', pt: 'Linhas a pular (offset)' },
      },
      {
        value: 'cursor',
        name: { en: 'Cursor in the answer', es: 'Cursor en la respuesta', pt: 'Cursor na resposta' },
      },
      {
        value: 'next',
        name: {
          en: 'Next address in the answer',
          es: 'Próxima dirección en la respuesta',
          pt: 'Próximo endereço na resposta',
        },
      },
      { value: 'link', name: { en: 'Link header', es: 'Cabecera Link', pt: 'Cabeçalho Link' } },
    ],
  },
  pageParam: {
    kind: 'text',
    default: 'page',
    when: paged('page'),
    name: { en: 'Page parameter', es: 'Parámetro de página', pt: 'Parâmetro da página' },
    help: {
      en: 'Leave empty when the page goes into the path or body as {page}.',
      es: 'Déjelo vacío si la página va en la ruta o el cuerpo como {page}.',
      pt: 'Deixe vazio se a página vai no caminho ou no corpo como {page}.',
    },
  },
  firstPage: {
    kind: 'number',
    default: 1,
    min: 0,
    integer: true,
    when: paged('page'),
    name: { en: 'First page', es: 'Primera página', pt: 'Primeira página' },
    help: {
      en: 'Some systems count from 0.',
      es: 'Algunos sistemas cuentan desde 0.',
      pt: 'Alguns sistemas contam a partir de 0.',
    },
  },
  offsetParam: {
    kind: 'text',
    default: 'offset',
    when: paged('offset'),
    name: { en: 'Offset parameter', es: 'Parámetro de desplazamiento', pt: 'Parâmetro de deslocamento' },
    help: {
      en: 'The name under which the address takes how many rows to leave out, for example offset or skip.',
      es: 'El nombre con que la dirección recibe cuántas filas saltar, por ejemplo offset o skip.',
      pt: 'O nome com que o endereço recebe quantas linhas pular, por exemplo offset ou skip.',
    },
  },
  cursorParam: {
    kind: 'text',
    default: 'cursor',
    when: paged('cursor'),
    name: { en: 'Cursor parameter', es: 'Parámetro del cursor', pt: 'Parâmetro do cursor' },
    help: {
      en: 'Not used when the answer gives a whole address to go on.',
      es: 'No se usa si la respuesta da la dirección completa para continuar.',
      pt: 'Não é usado se a resposta traz o endereço completo para continuar.',
    },
  },
  nextPath: {
    kind: 'text',
    required: true,
    placeholder: 'meta.next',
    when: paged('cursor', 'next'),
    name: {
      en: 'Where the next cursor or address is',
      es: 'Dónde está el próximo cursor o dirección',
      pt: 'Onde está o próximo cursor ou endereço',
    },
    help: {
      en: 'The path in the answer, such as meta.next or odata.nextLink. Reading ends when nothing stands there.',
      es: 'La ruta dentro de la respuesta, como meta.next u odata.nextLink. La lectura termina cuando ahí no hay nada.',
      pt: 'O caminho dentro da resposta, como meta.next ou odata.nextLink. A leitura termina quando não há nada ali.',
    },
  },
  sizeParam: {
    kind: 'text',
    placeholder: 'limit',
    when: paged('page', 'offset', 'cursor', 'link', 'next'),
    name: { en: 'Page size parameter', es: 'Parámetro del tamaño', pt: 'Parâmetro do tamanho' },
    help: {
      en: "The name under which the address takes rows per page, for example limit. Empty: the system's own size.",
      es: 'El nombre con que la dirección recibe las filas por página, por ejemplo limit. Vacío: el tamaño propio del sistema.',
      pt: 'O nome com que o endereço recebe as linhas por página, por exemplo limit. Vazio: o tamanho do próprio sistema.',
    },
  },
  size: {
    kind: 'number',
    default: 100,
    min: 1,
    max: 10_000,
    integer: true,
    when: paged('page', 'offset', 'cursor', 'link', 'next'),
    unit: { en: 'rows', es: 'filas', pt: 'linhas' },
    name: { en: 'Page size', es: 'Tamaño de página', pt: 'Tamanho da página' },
    help: {
      en: 'Sent only when the parameter’s name is given.',
      es: 'Solo se envía si se indica el nombre del parámetro.',
      pt: 'Só é enviado se o nome do parâmetro for informado.',
    },
  },
  stop: {
    kind: 'choice',
    default: 'empty',
    when: paged('page', 'offset'),
    name: { en: 'Ends when', es: 'Termina cuando', pt: 'Termina quando' },
    help: {
      en: 'How the last page is known. “A page is empty” is always right and costs one call more.',
      es: 'Cómo se reconoce la última página. «Una página está vacía» siempre acierta y cuesta una llamada más.',
      pt: 'Como se reconhece a última página. “Uma página está vazia” sempre acerta e custa uma chamada a mais.',
    },
    choices: [
      {
        value: 'empty',
        name: { en: 'a page is empty', es: 'una página viene vacía', pt: 'uma página vem vazia' },
      },
      {
        value: 'short',
        name: { en: 'a page is not full', es: 'una página no viene llena', pt: 'uma página não vem cheia' },
      },
      {
        value: 'last',
        name: { en: 'the total is reached', es: 'se alcanza el total', pt: 'o total é atingido' },
      },
      {
        value: 'notFound',
        name: {
          en: 'a page is empty or answers 404',
          es: 'una página viene vacía o responde 404',
          pt: 'uma página vem vazia ou responde 404',
        },
      },
    ],
  },
  totalPath: {
    kind: 'text',
    placeholder: 'total',
    when: paged('page', 'offset', 'cursor', 'link', 'next'),
    name: {
      en: 'Where the total of rows is',
      es: 'Dónde está el total de filas',
      pt: 'Onde está o total de linhas',
    },
    help: {
      en: 'The path in the answer, when it tells. The run then shows how much is left.',
      es: 'La ruta dentro de la respuesta, si lo indica. Así la ejecución muestra cuánto falta.',
      pt: 'O caminho dentro da resposta, se ela informar. Assim a execução mostra quanto falta.',
    },
  },
  pagesPath: {
    kind: 'text',
    placeholder: 'pages',
    when: { field: 'stop', is: ['last'] },
    name: {
      en: 'Where the number of pages is',
      es: 'Dónde está el número de páginas',
      pt: 'Onde está o número de páginas',
    },
    help: {
      en: 'The way to it in the answer, for example paging.pages.',
      es: 'El camino hasta él en la respuesta, por ejemplo paging.pages.',
      pt: 'O caminho até ele na resposta, por exemplo paging.pages.',
    },
  },
};
