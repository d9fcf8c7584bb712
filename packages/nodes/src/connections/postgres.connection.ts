// A PostgreSQL database: where it is, how to sign in, how the line is protected.
import { defineConnection } from '@eclusa/flow';
import { databaseFields, tryDatabase } from './database-fields';

export default defineConnection({
  id: 'postgres',
  name: { en: 'PostgreSQL', es: 'PostgreSQL', pt: 'PostgreSQL' },
  help: {
    en: 'A PostgreSQL database that flows read from or write to: the one of your ERP, or the one your reports stand on.',
    es: 'Una base de datos PostgreSQL de la que los flujos leen o en la que escriben: la de su ERP, o la de sus informes.',
    pt: 'Um banco de dados PostgreSQL que os fluxos leem ou gravam: o do seu ERP, ou o dos seus relatórios.',
  },
  fields: databaseFields({ port: 5432, host: 'db.example.com', database: 'erp', user: 'eclusa' }),
  test: tryDatabase,
});
