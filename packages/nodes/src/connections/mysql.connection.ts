// A MySQL or MariaDB database: where it is, how to sign in, how the line is protected.
import { defineConnection } from '@eclusa/flow';
import { databaseFields, tryDatabase } from './database-fields';

export default defineConnection({
  id: 'mysql',
  name: { en: 'MySQL or MariaDB', es: 'MySQL o MariaDB', pt: 'MySQL ou MariaDB' },
  help: {
    en: 'A MySQL or MariaDB database that flows read from or write to: the one of your ERP, or the one your reports stand on.',
    es: 'Una base de datos MySQL o MariaDB de la que los flujos leen o en la que escriben: la de su ERP, o la de sus informes.',
    pt: 'Um banco de dados MySQL ou MariaDB que os fluxos leem ou gravam: o do seu ERP, ou o dos seus relatórios.',
  },
  fields: databaseFields({ port: 3306, host: 'db.example.com', database: 'erp', user: 'eclusa' }),
  test: tryDatabase,
});
