// What the Master Data boxes share: which entity, which document, which schema. One set of routes serves both versions.
import type { Fields } from '@eclusa/flow';
import { target } from '../vtex/targets';

export const documents = '/api/dataentities/{dataEntityName}/documents';
export const oneDocument = `${documents}/{id}`;
export const search = 'GET /api/dataentities/{dataEntityName}/search';

export const entity = target.text(
  { en: 'Data entity', es: 'Entidad de datos', pt: 'Entidade de dados' },
  {
    required: true,
    maxLength: 100,
    suggest: '"CL"',
    help: {
      en: 'CL are customers, AD addresses. Entities of two letters are of version 1, others of version 2.',
      es: 'CL son clientes, AD direcciones. Las entidades de dos letras son de la versión 1, las demás de la 2.',
      pt: 'CL são clientes, AD endereços. Entidades de duas letras são da versão 1, as outras da versão 2.',
    },
  },
);

export const documentId = target.text(
  { en: 'Document id', es: 'Id del documento', pt: 'Id do documento' },
  { required: true, maxLength: 200, suggest: '$exists(document.id) ? document.id : documentId' },
);

export const content = target.object(
  { en: 'Content', es: 'Contenido', pt: 'Conteúdo' },
  {
    required: true,
    suggest: '$',
    help: {
      en: 'An object with the fields of the entity; $ is the whole row.',
      es: 'Un objeto con los campos de la entidad; $ es la fila entera.',
      pt: 'Um objeto com os campos da entidade; $ é a linha inteira.',
    },
  },
);

export const schema = target.text(
  { en: 'Schema', es: 'Esquema', pt: 'Esquema' },
  {
    maxLength: 100,
    help: {
      en: 'Of version 2 only: the document is checked against it.',
      es: 'Solo de la versión 2: el documento se valida con él.',
      pt: 'Só da versão 2: o documento é validado com ele.',
    },
  },
);

/** The setting of a source that names its entity. */
export const entityFields: Fields = {
  entity: {
    kind: 'text',
    required: true,
    default: 'CL',
    maxLength: 100,
    name: { en: 'Data entity', es: 'Entidad de datos', pt: 'Entidade de dados' },
    help: {
      en: 'CL are customers, AD addresses. Entities of two letters are of version 1, others of version 2.',
      es: 'CL son clientes, AD direcciones. Las entidades de dos letras son de la versión 1, las demás de la 2.',
      pt: 'CL são clientes, AD endereços. Entidades de duas letras são da versão 1, as outras da versão 2.',
    },
  },
};

/** Which documents a source reads, and what of them. */
export const filterFields: Fields = {
  ...entityFields,
  where: {
    kind: 'text',
    default: '',
    maxLength: 2000,
    placeholder: 'isCorporate=true AND state=SP',
    name: { en: 'Only those where', es: 'Solo los que cumplen', pt: 'Só os que atendem' },
    help: {
      en: 'In the language of Master Data: a=1, a<>1, a>1, a between x AND y, a is null, AND, OR, parentheses. Wildcards (*) in numbers make VTEX block the account for a while.',
      es: 'En el lenguaje de Master Data: a=1, a<>1, a>1, a between x AND y, a is null, AND, OR, paréntesis. Los comodines (*) en cantidad hacen que VTEX bloquee la cuenta un tiempo.',
      pt: 'Na linguagem do Master Data: a=1, a<>1, a>1, a between x AND y, a is null, AND, OR, parênteses. Curingas (*) em quantidade fazem a VTEX bloquear a conta por um tempo.',
    },
  },
  fields: {
    kind: 'text',
    default: '_all',
    maxLength: 2000,
    name: { en: 'Fields', es: 'Campos', pt: 'Campos' },
    help: {
      en: 'With commas between them; _all reads every field.',
      es: 'Separados por comas; _all lee todos los campos.',
      pt: 'Separados por vírgulas; _all lê todos os campos.',
    },
  },
  sort: {
    kind: 'text',
    default: 'createdIn ASC',
    maxLength: 200,
    advanced: true,
    name: { en: 'Order', es: 'Orden', pt: 'Ordem' },
  },
  schema: {
    kind: 'text',
    default: '',
    maxLength: 100,
    advanced: true,
    name: { en: 'Schema (version 2)', es: 'Esquema (versión 2)', pt: 'Esquema (versão 2)' },
  },
};

/** The query that the settings of `filterFields` make. */
export function filterQuery(config: Readonly<Record<string, unknown>>): Record<string, string> {
  const named = {
    _where: config['where'],
    _fields: config['fields'],
    _sort: config['sort'],
    _schema: config['schema'],
  };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
    ),
  );
}
