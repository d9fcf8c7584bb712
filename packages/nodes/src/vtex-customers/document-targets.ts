// The values that boxes for schemas and indices of Master Data take. Data only.
import { target } from '../vtex/targets';

export const dataEntityName = target.text(
  { en: 'Entity', es: 'Entidad', pt: 'Entidade' },
  {
    required: true,
    maxLength: 100,
    suggest: '"Newsletter"',
    help: {
      en: 'An entity of Master Data version 2.',
      es: 'Una entidad de Master Data versión 2.',
      pt: 'Uma entidade do Master Data versão 2.',
    },
  },
);

export const schemaName = target.text(
  { en: 'Name of the schema', es: 'Nombre del esquema', pt: 'Nome do schema' },
  { required: true, maxLength: 100, suggest: '"v1"' },
);

export const indexName = target.text(
  { en: 'Name of the index', es: 'Nombre del índice', pt: 'Nome do índice' },
  { required: true, maxLength: 100, suggest: '"email"' },
);
