// The form of the file output.
import type { Fields } from '@eclusa/flow';
import { columnTypeField } from './column-types';
import { partitionFields } from './partition-fields';

const csv = { field: 'format', is: ['csv'] };
const tables = { field: 'format', is: ['csv', 'xlsx', 'parquet'] };
const xml = { field: 'format', is: ['xml'] };
const to = (...is: string[]) => ({ field: 'to', is });

/** Where the file goes. */
const placeFields: Fields = {
  to: {
    kind: 'choice',
    default: 'download',
    name: { en: 'Where the file goes', es: 'A dónde va el archivo', pt: 'Para onde o arquivo vai' },
    help: {
      en: 'On a server or in a folder other systems fetch it, such as an ERP that looks for orders on SFTP. It gets its name when it is whole, and replaces one of the same name.',
      es: 'En un servidor o una carpeta, otros sistemas lo buscan, como un ERP que espera pedidos en SFTP. Recibe su nombre cuando está completo y reemplaza a uno del mismo nombre.',
      pt: 'Em um servidor ou uma pasta, outros sistemas o buscam, como um ERP que espera pedidos no SFTP. Recebe o nome quando está completo e substitui um de mesmo nome.',
    },
    choices: [
      {
        value: 'download',
        name: { en: 'I download it', es: 'Lo descargo yo', pt: 'Eu baixo' },
      },
      {
        value: 'server',
        name: {
          en: 'To a server (SFTP, FTP, S3)',
          es: 'A un servidor (SFTP, FTP, S3)',
          pt: 'Para um servidor (SFTP, FTP, S3)',
        },
      },
      {
        value: 'folder',
        name: {
          en: 'To a folder of this machine',
          es: 'A una carpeta de esta máquina',
          pt: 'Para uma pasta desta máquina',
        },
      },
    ],
  },
  server: {
    kind: 'connection',
    required: true,
    when: to('server'),
    accepts: ['sftp', 'ftp', 's3'],
    name: { en: 'Server', es: 'Servidor', pt: 'Servidor' },
    help: {
      en: 'The server that gets the file and how to sign in, such as sftp.example.com.',
      es: 'El servidor que recibe el archivo y cómo entrar, como sftp.example.com.',
      pt: 'O servidor que recebe o arquivo e como entrar, como sftp.example.com.',
    },
  },
  folder: {
    kind: 'text',
    when: to('server', 'folder'),
    placeholder: 'pedidos/entrada',
    name: { en: 'Folder', es: 'Carpeta', pt: 'Pasta' },
    help: {
      en: 'On a server below the folder of its connection, such as pedidos/entrada; made when it is not there. On this machine the whole path, below a folder that the operator allows.',
      es: 'En un servidor, dentro de la carpeta de su conexión, como pedidos/entrada; se crea si no existe. En esta máquina, la ruta completa, dentro de una carpeta que el operador permita.',
      pt: 'Em um servidor, dentro da pasta da conexão, como pedidos/entrada; é criada se não existir. Nesta máquina, o caminho completo, dentro de uma pasta que o operador permita.',
    },
  },
};

export const fileFields: Fields = {
  ...placeFields,
  format: {
    kind: 'choice',
    default: 'csv',
    name: { en: 'Format', es: 'Formato', pt: 'Formato' },
    help: {
      en: 'CSV and Excel open in a spreadsheet; JSON keeps lists and objects as they are; Parquet is small and has types, as B.I. tools and warehouses want it.',
      es: 'CSV y Excel se abren en una hoja de cálculo; JSON conserva listas y objetos tal como son; Parquet es pequeño y tiene tipos, como lo quieren las herramientas de B.I.',
      pt: 'CSV e Excel abrem em planilha; JSON guarda listas e objetos como são; Parquet é pequeno e tem tipos, como as ferramentas de B.I. querem.',
    },
    choices: [
      { value: 'csv', name: { en: 'CSV (spreadsheets)', es: 'CSV (planillas)', pt: 'CSV (planilhas)' } },
      { value: 'xlsx', name: { en: 'Excel (XLSX)', es: 'Excel (XLSX)', pt: 'Excel (XLSX)' } },
      { value: 'parquet', name: { en: 'Parquet', es: 'Parquet', pt: 'Parquet' } },
      { value: 'json', name: { en: 'JSON', es: 'JSON', pt: 'JSON' } },
      {
        value: 'ndjson',
        name: {
          en: 'JSON, one object per line',
          es: 'JSON, un objeto por línea',
          pt: 'JSON, um objeto por linha',
        },
      },
      { value: 'xml', name: { en: 'XML', es: 'XML', pt: 'XML' } },
    ],
  },
  rootElement: {
    kind: 'text',
    default: 'rows',
    when: xml,
    name: { en: 'Outermost element', es: 'Elemento exterior', pt: 'Elemento de fora' },
    help: {
      en: 'The element around all rows, such as pedidos.',
      es: 'El elemento que rodea todas las filas, como pedidos.',
      pt: 'O elemento em volta de todas as linhas, como pedidos.',
    },
  },
  rowElement: {
    kind: 'text',
    default: 'row',
    when: xml,
    name: { en: 'Element of a row', es: 'Elemento de una fila', pt: 'Elemento de uma linha' },
    help: {
      en: 'The element around each row, such as pedido. Fields that begin with @ become its attributes.',
      es: 'El elemento que rodea cada fila, como pedido. Los campos que empiezan con @ pasan a ser sus atributos.',
      pt: 'O elemento em volta de cada linha, como pedido. Campos que começam com @ viram atributos dele.',
    },
  },
  name: {
    kind: 'text',
    default: 'eclusa-{date}-{time}',
    maxLength: 120,
    name: { en: 'File name', es: 'Nombre del archivo', pt: 'Nome do arquivo' },
    help: {
      en: '{date}, {time}, {year}, {month} and {day} stand for the moment of the run, in UTC.',
      es: '{date}, {time}, {year}, {month} y {day} son el momento de la ejecución, en UTC.',
      pt: '{date}, {time}, {year}, {month} e {day} são o momento da execução, em UTC.',
    },
  },
  ...partitionFields,
  sheet: {
    kind: 'text',
    maxLength: 31,
    placeholder: 'Pedidos',
    when: { field: 'format', is: ['xlsx'] },
    name: { en: 'Sheet', es: 'Hoja', pt: 'Aba' },
    help: {
      en: 'The name on its tab, such as Pedidos. More rows than a sheet holds go on in a second one.',
      es: 'El nombre de su pestaña, como Pedidos. Las filas que no caben en una hoja siguen en otra.',
      pt: 'O nome que aparece na aba, como Pedidos. As linhas que não cabem em uma aba continuam em outra.',
    },
  },
  columns: {
    kind: 'table',
    when: tables,
    name: { en: 'Columns', es: 'Columnas', pt: 'Colunas' },
    help: {
      en: 'In this order. Without any, all fields are written in the order in which they first appear.',
      es: 'En este orden. Sin ninguna, se escriben todos los campos en el orden en que aparecen.',
      pt: 'Nesta ordem. Sem nenhuma, todos os campos são gravados na ordem em que aparecem.',
    },
    columns: {
      column: {
        kind: 'text',
        required: true,
        placeholder: 'price.base',
        name: { en: 'Field', es: 'Campo', pt: 'Campo' },
      },
      title: { kind: 'text', name: { en: 'Title', es: 'Título', pt: 'Título' } },
      type: columnTypeField,
    },
  },
  delimiter: {
    kind: 'choice',
    default: ';',
    when: csv,
    name: { en: 'Delimiter', es: 'Separador', pt: 'Separador' },
    help: {
      en: 'Excel in Portuguese and Spanish expects a semicolon.',
      es: 'Excel en español y portugués espera punto y coma.',
      pt: 'O Excel em português e espanhol espera ponto e vírgula.',
    },
    choices: [
      { value: ';', name: { en: 'Semicolon ;', es: 'Punto y coma ;', pt: 'Ponto e vírgula ;' } },
      { value: ',', name: { en: 'Comma ,', es: 'Coma ,', pt: 'Vírgula ,' } },
      { value: '\t', name: { en: 'Tab', es: 'Tabulación', pt: 'Tabulação' } },
      { value: '|', name: { en: 'Bar |', es: 'Barra |', pt: 'Barra |' } },
    ],
  },
  decimalComma: {
    kind: 'toggle',
    default: false,
    when: csv,
    name: { en: 'Decimal comma', es: 'Coma decimal', pt: 'Vírgula decimal' },
    help: {
      en: 'Writes 1299.9 as 1299,9.',
      es: 'Escribe 1299.9 como 1299,9.',
      pt: 'Grava 1299.9 como 1299,9.',
    },
  },
  encoding: {
    kind: 'choice',
    default: 'utf-8',
    when: csv,
    advanced: true,
    name: { en: 'Encoding', es: 'Codificación', pt: 'Codificação' },
    help: {
      en: 'Windows-1252 is for older systems. Characters it does not have are written as a question mark.',
      es: 'Windows-1252 es para sistemas antiguos. Los caracteres que no tiene se escriben como signo de interrogación.',
      pt: 'Windows-1252 é para sistemas antigos. Caracteres que ela não tem são gravados como ponto de interrogação.',
    },
    choices: [
      { value: 'utf-8', name: { en: 'UTF-8', es: 'UTF-8', pt: 'UTF-8' } },
      { value: 'windows-1252', name: { en: 'Windows-1252', es: 'Windows-1252', pt: 'Windows-1252' } },
    ],
  },
  bom: {
    kind: 'toggle',
    default: true,
    when: csv,
    advanced: true,
    name: { en: 'Mark for Excel (BOM)', es: 'Marca para Excel (BOM)', pt: 'Marca para o Excel (BOM)' },
    help: {
      en: 'Without it Excel shows wrong accents in a UTF-8 file.',
      es: 'Sin ella, Excel muestra mal los acentos de un archivo UTF-8.',
      pt: 'Sem ela o Excel mostra os acentos errados em um arquivo UTF-8.',
    },
  },
  packed: {
    kind: 'toggle',
    default: false,
    advanced: true,
    name: { en: 'Pack as GZIP', es: 'Comprimir en GZIP', pt: 'Compactar em GZIP' },
    help: {
      en: 'Makes the file a tenth as large; its name then ends in .gz, such as pedidos.csv.gz.',
      es: 'Reduce el archivo a una décima parte; su nombre termina entonces en .gz, como pedidos.csv.gz.',
      pt: 'Reduz o arquivo a um décimo; o nome então termina em .gz, como pedidos.csv.gz.',
    },
  },
  guard: {
    kind: 'toggle',
    default: true,
    when: csv,
    advanced: true,
    name: { en: 'Protect spreadsheets', es: 'Proteger la planilla', pt: 'Proteger a planilha' },
    help: {
      en: 'Puts an apostrophe before texts that begin with =, +, - or @, which a spreadsheet would run as a formula. Numbers stay as they are.',
      es: 'Pone un apóstrofo antes de los textos que empiezan con =, +, - o @, que una planilla ejecutaría como fórmula. Los números no cambian.',
      pt: 'Põe um apóstrofo antes de textos que começam com =, +, - ou @, que uma planilha executaria como fórmula. Os números não mudam.',
    },
  },
};
