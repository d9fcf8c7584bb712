// The settings that boxes of Master Data share: entity, schema, and what a list filters and sorts by.
import type { Field, Fields, Json } from '@eclusa/flow';
import type { Query } from '@eclusa/vtex';
import { fillPlaces } from '../source/http-places';
import { checkSchema } from './documents';

export const entityField: Field = {
  kind: 'text',
  required: true,
  placeholder: 'CL',
  pattern: '^[A-Za-z0-9_-]+$',
  name: { en: 'Entity', es: 'Entidad', pt: 'Entidade' },
  help: {
    en: 'The kind of document: two letters in version 1, such as CL (clients) and AD (addresses), or any name in version 2.',
    es: 'El tipo de documento: dos letras en la versión 1, como CL (clientes) y AD (direcciones), o cualquier nombre en la versión 2.',
    pt: 'O tipo de documento: duas letras na versão 1, como CL (clientes) e AD (endereços), ou qualquer nome na versão 2.',
  },
};

export const schemaField: Field = {
  kind: 'text',
  maxLength: 100,
  name: { en: 'Schema', es: 'Esquema (schema)', pt: 'Schema' },
  help: {
    en: 'For version 2: the name of the schema the documents follow. Without one, version 2 neither filters nor shows single fields.',
    es: 'Para la versión 2: el nombre del esquema de los documentos. Sin él, la versión 2 no filtra ni muestra campos sueltos.',
    pt: 'Para a versão 2: o nome do schema dos documentos. Sem ele, a versão 2 não filtra nem mostra campos avulsos.',
  },
};

export const fieldsField: Field & { kind: 'text' } = {
  kind: 'text',
  default: '',
  placeholder: 'email,firstName,document',
  maxLength: 2000,
  name: { en: 'Fields', es: 'Campos', pt: 'Campos' },
  help: {
    en: 'The fields to read, with commas between. _all asks for every field, and VTEX refuses it where one of them is private. Empty: only the id.',
    es: 'Los campos por leer, separados por comas. _all pide todos, y VTEX lo rechaza si alguno es privado. Vacío: solo el id.',
    pt: 'Os campos a ler, separados por vírgula. _all pede todos, e a VTEX recusa se algum for privado. Vazio: só o id.',
  },
};

export const keyField: Field = {
  kind: 'text',
  required: true,
  placeholder: 'email',
  maxLength: 100,
  name: { en: 'Key field', es: 'Campo clave', pt: 'Campo-chave' },
  help: {
    en: 'The field whose value no two documents share. It must be among the fields below.',
    es: 'El campo cuyo valor no se repite entre documentos. Debe estar entre los campos de abajo.',
    pt: 'O campo cujo valor não se repete entre documentos. Precisa estar entre os campos abaixo.',
  },
};

/** Filter and order of a list. */
export const listFields: Fields = {
  entity: entityField,
  schema: schemaField,
  where: {
    kind: 'text',
    default: '',
    placeholder: '(isCorporate=true) AND (createdIn between 2026-01-01 AND 2026-12-31)',
    maxLength: 2000,
    name: { en: 'Condition', es: 'Condición', pt: 'Condição' },
    help: {
      en: 'As VTEX’s _where: a=1, a<>1, a>1, a between x AND y, a is null, AND, OR, parentheses. {name} is replaced by the flow parameter of that name. Many conditions with * make VTEX block searches for a while.',
      es: 'Como el _where de VTEX: a=1, a<>1, a>1, a between x AND y, a is null, AND, OR, paréntesis. {name} se reemplaza por el parámetro del flujo con ese nombre. Muchas condiciones con * hacen que VTEX bloquee las búsquedas por un rato.',
      pt: 'Como o _where da VTEX: a=1, a<>1, a>1, a between x AND y, a is null, AND, OR, parênteses. {name} é trocado pelo parâmetro do fluxo com esse nome. Muitas condições com * fazem a VTEX bloquear buscas por um tempo.',
    },
  },
  fields: fieldsField,
  sort: {
    kind: 'text',
    default: 'createdIn ASC',
    maxLength: 200,
    advanced: true,
    name: { en: 'Order', es: 'Orden', pt: 'Ordem' },
    help: {
      en: 'A field and ASC or DESC. Without an order, pages may repeat or leave out documents.',
      es: 'Un campo y ASC o DESC. Sin orden, las páginas pueden repetir u omitir documentos.',
      pt: 'Um campo e ASC ou DESC. Sem ordem, as páginas podem repetir ou pular documentos.',
    },
  },
};

/** The query these settings make. Throws UserError when version 2 has a filter and no schema. */
export function listQuery(config: Record<string, Json>, parameters: Readonly<Record<string, Json>>): Query {
  const text = (name: string) => (typeof config[name] === 'string' ? config[name].trim() : '');
  const [where, fields, sort, schema] = [text('where'), text('fields'), text('sort'), text('schema')];
  if (where !== '' || fields !== '') checkSchema({ entity: text('entity'), schema });
  return {
    ...(where !== '' && { _where: fillPlaces(where, parameters) }),
    ...(fields !== '' && { _fields: fields.replace(/\s*,\s*/g, ',') }),
    ...(sort !== '' && { _sort: sort }),
    ...(schema !== '' && { _schema: schema }),
  };
}
