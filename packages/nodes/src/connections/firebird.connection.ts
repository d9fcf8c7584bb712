// A Firebird database: where it is, how to sign in, how the line is protected.
import { defineConnection } from '@eclusa/flow';
import { databaseFields, tryDatabase } from './database-fields';

export default defineConnection({
  id: 'firebird',
  name: { en: 'Firebird', es: 'Firebird', pt: 'Firebird' },
  help: {
    en: 'A Firebird database, as many ERPs in Brazil have it, that flows read from or write to.',
    es: 'Una base de datos Firebird, como la de muchos ERP en Brasil, de la que los flujos leen o en la que escriben.',
    pt: 'Um banco de dados Firebird, como o de muitos ERPs no Brasil, que os fluxos leem ou gravam.',
  },
  fields: databaseFields({
    port: 3050,
    host: 'servidor.example.com',
    database: 'C:\\ERP\\DADOS.FDB',
    user: 'SYSDBA',
    isFirebird: true,
  }),
  test: tryDatabase,
});
