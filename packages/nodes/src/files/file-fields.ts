// The parts of a form that all boxes for files share: where the file is, how large it may be, how its text is encoded.
import type { Field, Fields } from '@eclusa/flow';
import { afterMailFields, mailFields } from './mail-fields';

export interface PlaceConfig {
  from?: 'file' | 'address' | 'server' | 'folder' | 'mail';
  file?: string;
  path?: string;
  timeoutSeconds?: number;
  folder?: string;
  pattern?: string;
  onlyNew?: boolean;
  after?: 'keep' | 'move' | 'delete';
  moveTo?: string;
  mailFolder?: string;
  sender?: string;
  subject?: string;
  afterMail?: 'seen' | 'keep' | 'move' | 'delete';
  mailMoveTo?: string;
  mailDays?: number;
}

const from = (...is: string[]) => ({ field: 'from', is });
const many = from('server', 'folder');
const listed = from('server', 'folder', 'mail');

/** Where the files are. `accepts` is for the dialog that chooses one. */
export function placeFields(accepts: readonly string[]): Fields {
  return {
    from: fromField,
    file: {
      kind: 'file',
      required: true,
      when: from('file'),
      accepts,
      name: { en: 'File', es: 'Archivo', pt: 'Arquivo' },
      help: {
        en: 'A file from your computer. It may be packed as ZIP or GZIP, such as produtos.zip.',
        es: 'Un archivo de su computadora. Puede venir comprimido en ZIP o GZIP, como productos.zip.',
        pt: 'Um arquivo do seu computador. Pode vir compactado em ZIP ou GZIP, como produtos.zip.',
      },
    },
    ...addressFields,
    ...serverFields,
  };
}

const fromField: Field = {
  kind: 'choice',
  default: 'file',
  name: { en: 'Where the file is', es: 'Dónde está el archivo', pt: 'Onde está o arquivo' },
  help: {
    en: 'An upload is read again in every run. At the other places a run reads what is there then, such as the files an ERP left on an SFTP server.',
    es: 'Un archivo subido se lee de nuevo en cada ejecución. En los demás lugares cada ejecución lee lo que haya en ese momento, como los archivos que un ERP dejó en un servidor SFTP.',
    pt: 'Um arquivo enviado é lido de novo em cada execução. Nos outros lugares cada execução lê o que houver naquele momento, como os arquivos que um ERP deixou em um servidor SFTP.',
  },
  choices: [
    { value: 'file', name: { en: 'I upload it', es: 'Lo subo yo', pt: 'Eu envio' } },
    {
      value: 'server',
      name: {
        en: 'On a server (SFTP, FTP, S3)',
        es: 'En un servidor (SFTP, FTP, S3)',
        pt: 'Em um servidor (SFTP, FTP, S3)',
      },
    },
    {
      value: 'mail',
      name: { en: 'In e-mails (IMAP)', es: 'En correos (IMAP)', pt: 'Em e-mails (IMAP)' },
    },
    { value: 'address', name: { en: 'At an address', es: 'En una dirección', pt: 'Em um endereço' } },
    {
      value: 'folder',
      name: {
        en: 'In a folder of this machine',
        es: 'En una carpeta de esta máquina',
        pt: 'Em uma pasta desta máquina',
      },
    },
  ],
};

const addressFields: Fields = {
  connection: {
    kind: 'connection',
    required: true,
    when: from('address'),
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
    when: from('address'),
    placeholder: '/export/products.csv',
    name: { en: 'Path', es: 'Ruta', pt: 'Caminho' },
    help: {
      en: 'Comes after the connection’s base address, such as /export/products.csv. {parameter} is replaced by a parameter of the flow.',
      es: 'Va después de la dirección base de la conexión, como /export/products.csv. {parámetro} se sustituye por un parámetro del flujo.',
      pt: 'Vem depois do endereço base da conexão, como /export/products.csv. {parâmetro} é trocado por um parâmetro do fluxo.',
    },
  },
  timeoutSeconds: {
    kind: 'number',
    default: 60,
    min: 1,
    max: 600,
    advanced: true,
    when: from('address', 'server', 'mail'),
    unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
    name: { en: 'Longest silence', es: 'Silencio más largo', pt: 'Maior silêncio' },
    help: {
      en: 'When nothing comes for this time, such as 60 seconds, the other side is asked again from where it stopped.',
      es: 'Si en este tiempo no llega nada, como 60 segundos, se pide de nuevo al otro lado desde donde se detuvo.',
      pt: 'Se nada chegar nesse tempo, como 60 segundos, o outro lado é consultado de novo a partir de onde parou.',
    },
  },
};

const serverFields: Fields = {
  server: {
    kind: 'connection',
    required: true,
    when: from('server'),
    accepts: ['sftp', 'ftp', 's3'],
    name: { en: 'Server', es: 'Servidor', pt: 'Servidor' },
    help: {
      en: 'The server the files lie on and how to sign in, such as sftp.example.com.',
      es: 'El servidor donde están los archivos y cómo entrar, como sftp.example.com.',
      pt: 'O servidor em que os arquivos ficam e como entrar, como sftp.example.com.',
    },
  },
  folder: {
    kind: 'text',
    when: many,
    placeholder: 'notas/saida',
    name: { en: 'Folder', es: 'Carpeta', pt: 'Pasta' },
    help: {
      en: 'On a server below the folder of its connection, such as notas/saida. On this machine the whole path, below a folder that the operator allows.',
      es: 'En un servidor, dentro de la carpeta de su conexión, como notas/salida. En esta máquina, la ruta completa, dentro de una carpeta que el operador permita.',
      pt: 'Em um servidor, dentro da pasta da conexão, como notas/saida. Nesta máquina, o caminho completo, dentro de uma pasta que o operador permita.',
    },
  },
  ...mailFields,
  pattern: {
    kind: 'text',
    default: '*',
    when: listed,
    placeholder: 'nfe-*.xml',
    name: { en: 'Names of the files', es: 'Nombres de los archivos', pt: 'Nomes dos arquivos' },
    help: {
      en: 'A star stands for anything, a question mark for one character: nfe-*.xml. Several with a comma between them. Two stars and a stroke look into all folders below: **/*.xml.',
      es: 'Un asterisco vale por cualquier texto, un signo de interrogación por un carácter: nfe-*.xml. Varios, separados por coma. Dos asteriscos y una barra buscan en todas las subcarpetas: **/*.xml.',
      pt: 'Um asterisco vale por qualquer texto, uma interrogação por um caractere: nfe-*.xml. Vários, separados por vírgula. Dois asteriscos e uma barra procuram em todas as subpastas: **/*.xml.',
    },
  },
  onlyNew: {
    kind: 'toggle',
    default: true,
    when: listed,
    name: { en: 'Only new files', es: 'Solo archivos nuevos', pt: 'Só arquivos novos' },
    help: {
      en: 'A file that was read whole is not read again unless it changes. Off: every run reads all of them, such as one price list that stays there.',
      es: 'Un archivo que se leyó completo no se lee otra vez salvo que cambie. Desactivado: cada ejecución los lee todos, como una lista de precios que queda allí.',
      pt: 'Um arquivo que foi lido inteiro não é lido de novo, a não ser que mude. Desligado: cada execução lê todos, como uma lista de preços que fica lá.',
    },
  },
  after: {
    kind: 'choice',
    default: 'keep',
    when: many,
    name: { en: 'After reading', es: 'Después de leer', pt: 'Depois de ler' },
    help: {
      en: 'What becomes of a file when all of its rows are stored in the run, such as moving it to lidos.',
      es: 'Qué pasa con un archivo cuando todas sus filas quedaron guardadas en la ejecución, como moverlo a leidos.',
      pt: 'O que acontece com um arquivo quando todas as linhas dele estão guardadas na execução, como mover para lidos.',
    },
    choices: [
      { value: 'keep', name: { en: 'Leave it there', es: 'Dejarlo ahí', pt: 'Deixar lá' } },
      { value: 'move', name: { en: 'Move it', es: 'Moverlo', pt: 'Mover' } },
      { value: 'delete', name: { en: 'Delete it', es: 'Eliminarlo', pt: 'Apagar' } },
    ],
  },
  moveTo: {
    kind: 'text',
    default: 'lidos',
    when: { field: 'after', is: ['move'] },
    name: { en: 'Move to', es: 'Mover a', pt: 'Mover para' },
    help: {
      en: 'A folder within the one the file lies in, such as lidos. It is made when it is not there.',
      es: 'Una carpeta dentro de aquella donde está el archivo, como leidos. Se crea si no existe.',
      pt: 'Uma pasta dentro daquela em que o arquivo está, como lidos. É criada se não existir.',
    },
  },
  ...afterMailFields,
};

export const fileLimitFields: Fields = {
  maxMegabytes: {
    kind: 'number',
    default: 2048,
    min: 1,
    max: 100_000,
    integer: true,
    advanced: true,
    unit: { en: 'MB', es: 'MB', pt: 'MB' },
    name: { en: 'Largest file', es: 'Archivo más grande', pt: 'Maior arquivo' },
    help: {
      en: 'A file that is larger, packed or unpacked, is not read. This stops small archives that unpack without end. Example: 2048.',
      es: 'Un archivo más grande, comprimido o no, no se lee. Así se frenan los archivos pequeños que al descomprimirse no terminan nunca. Ejemplo: 2048.',
      pt: 'Um arquivo maior, compactado ou não, não é lido. Isso barra arquivos pequenos que se descompactam sem fim. Exemplo: 2048.',
    },
  },
  maxRecordKilobytes: {
    kind: 'number',
    default: 1024,
    min: 1,
    max: 16_384,
    integer: true,
    advanced: true,
    unit: { en: 'kB', es: 'kB', pt: 'kB' },
    name: { en: 'Largest record', es: 'Registro más grande', pt: 'Maior registro' },
    help: {
      en: 'A longer record or line is refused, and reading goes on after it. Example: 1024.',
      es: 'Un registro o una línea más larga se rechaza, y la lectura continúa después. Ejemplo: 1024.',
      pt: 'Um registro ou linha maior é recusado, e a leitura continua depois dele. Exemplo: 1024.',
    },
  },
};

/** For formats whose files do not say how they are encoded. */
export const encodingField: Fields = {
  encoding: {
    kind: 'choice',
    default: 'auto',
    advanced: true,
    name: { en: 'Encoding', es: 'Codificación', pt: 'Codificação' },
    help: {
      en: 'Choose one when accents come out wrong, such as Windows-1252 for a file of an old system.',
      es: 'Elija una si los acentos salen mal, como Windows-1252 para un archivo de un sistema antiguo.',
      pt: 'Escolha uma se os acentos saírem errados, como Windows-1252 para um arquivo de um sistema antigo.',
    },
    choices: [
      { value: 'auto', name: { en: 'Find out', es: 'Detectar', pt: 'Detectar' } },
      { value: 'utf-8', name: { en: 'UTF-8', es: 'UTF-8', pt: 'UTF-8' } },
      { value: 'windows-1252', name: { en: 'Windows-1252', es: 'Windows-1252', pt: 'Windows-1252' } },
      { value: 'latin1', name: { en: 'ISO 8859-1', es: 'ISO 8859-1', pt: 'ISO 8859-1' } },
    ],
  },
};
