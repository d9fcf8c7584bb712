// A SQL Server database: where it is, how to sign in, how the line is protected. A preview.
import { defineConnection } from '@eclusa/flow';
import { databaseFields, tryDatabase } from './database-fields';

export default defineConnection({
  id: 'sqlserver',
  name: { en: 'SQL Server (preview)', es: 'SQL Server (vista previa)', pt: 'SQL Server (prévia)' },
  help: {
    en: 'A SQL Server database that flows read from or write to. A preview: it has not been tried against every version, and decimals keep 15 digits. Try it with a copy first.',
    es: 'Una base de datos SQL Server de la que los flujos leen o en la que escriben. Es una vista previa: no se ha probado con todas las versiones y los decimales conservan 15 dígitos. Pruebe primero con una copia.',
    pt: 'Um banco de dados SQL Server que os fluxos leem ou gravam. É uma prévia: não foi testada com todas as versões e os decimais mantêm 15 dígitos. Teste primeiro com uma cópia.',
  },
  fields: databaseFields({ port: 1433, host: 'db.example.com', database: 'ERP', user: 'eclusa' }),
  test: tryDatabase,
});
