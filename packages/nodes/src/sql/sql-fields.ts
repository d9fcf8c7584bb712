// What the forms of boxes for databases have in common.
import type { Field, Suggest } from '@eclusa/flow';
import { databaseKinds } from './open-database';

export const databaseField: Field = {
  kind: 'connection',
  required: true,
  accepts: databaseKinds,
  name: { en: 'Database', es: 'Base de datos', pt: 'Banco de dados' },
  help: {
    en: 'The connection to a database: PostgreSQL, MySQL, MariaDB, Firebird, SQL Server or Oracle.',
    es: 'La conexión a una base de datos: PostgreSQL, MySQL, MariaDB, Firebird, SQL Server u Oracle.',
    pt: 'A conexão com um banco de dados: PostgreSQL, MySQL, MariaDB, Firebird, SQL Server ou Oracle.',
  },
};

/** Columns of the chosen table, to choose from. */
export const ofTable: Suggest = { list: 'sql.columns', needs: ['connection', 'table'] };

export const tableField = (when: Field['when']): Field => ({
  kind: 'text',
  suggest: { list: 'sql.tables', needs: ['connection'] },
  required: true,
  placeholder: 'produtos',
  ...(when && { when }),
  name: { en: 'Table', es: 'Tabla', pt: 'Tabela' },
  help: {
    en: 'Choose it from those of the database, or type its name as the database spells it, such as produtos or vendas.produtos.',
    es: 'Elíjala entre las de la base de datos o escriba su nombre como lo escribe la base de datos, como productos o ventas.productos.',
    pt: 'Escolha entre as do banco de dados ou digite o nome como o banco de dados o escreve, como produtos ou vendas.produtos.',
  },
});

export const secondsField = (usual: number): Field => ({
  kind: 'number',
  default: usual,
  min: 1,
  max: 3600,
  advanced: true,
  unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
  name: { en: 'Time limit', es: 'Límite de tiempo', pt: 'Limite de tempo' },
  help: {
    en: 'A statement that the database needs longer for is broken off, so that it does not hold up others.',
    es: 'Una instrucción para la que la base de datos necesita más se interrumpe, para no frenar a otros.',
    pt: 'Um comando para o qual o banco de dados precisa de mais é interrompido, para não segurar os outros.',
  },
});
