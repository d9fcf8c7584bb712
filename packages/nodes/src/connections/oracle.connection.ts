// An Oracle database: where it is, how to sign in, how the line is protected. A preview.
import { defineConnection } from '@eclusa/flow';
import { databaseFields, tryDatabase } from './database-fields';

export default defineConnection({
  id: 'oracle',
  name: { en: 'Oracle (preview)', es: 'Oracle (vista previa)', pt: 'Oracle (prévia)' },
  help: {
    en: 'An Oracle database from version 12.1 on that flows read from or write to. A preview: it has not been tried against every version. Try it with a copy first.',
    es: 'Una base de datos Oracle desde la versión 12.1 de la que los flujos leen o en la que escriben. Es una vista previa: no se ha probado con todas las versiones. Pruebe primero con una copia.',
    pt: 'Um banco de dados Oracle a partir da versão 12.1 que os fluxos leem ou gravam. É uma prévia: não foi testada com todas as versões. Teste primeiro com uma cópia.',
  },
  fields: databaseFields({ port: 1521, host: 'db.example.com', database: 'ORCLPDB1', user: 'eclusa' }),
  test: tryDatabase,
});
