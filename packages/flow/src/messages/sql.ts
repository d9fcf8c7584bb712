// Sentences for the codes of databases: what a server refuses, how reading goes on, what a row lacks to be written.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const sqlMessages: Record<string, Text> = {
  'connections.database-answered': {
    en: '{host} answered and let you into {database}.',
    es: '{host} respondió y dejó entrar a {database}.',
    pt: '{host} respondeu e deixou entrar em {database}.',
  },
  'nodes.sql-gone': {
    en: 'The line to the database at {host}, port {port}, dropped or nobody answers there ({reason}). Check that the server runs and that this machine may reach it. What was stored so far is kept; it is tried again.',
    es: 'La conexión con la base de datos en {host}, puerto {port}, se cortó o nadie responde allí ({reason}). Revise que el servidor esté en marcha y que esta máquina pueda alcanzarlo. Lo guardado hasta ahora se conserva; se intenta de nuevo.',
    pt: 'A conexão com o banco de dados em {host}, porta {port}, caiu ou ninguém responde lá ({reason}). Confira se o servidor está no ar e se esta máquina pode alcançá-lo. O que foi gravado até agora fica; é tentado de novo.',
  },
  'nodes.sql-busy': {
    en: 'The database at {host} is busy right now: somebody else holds these rows, or it has no room ({reason}). It is tried again.',
    es: 'La base de datos en {host} está ocupada en este momento: alguien más retiene estas filas, o no tiene lugar ({reason}). Se intenta de nuevo.',
    pt: 'O banco de dados em {host} está ocupado agora: outra pessoa segura estas linhas, ou ele não tem lugar ({reason}). É tentado de novo.',
  },
  'nodes.sql-time': {
    en: 'The database took longer than {seconds} seconds for one statement, which was broken off. Make the query quicker (an index on the columns it sorts and filters by), or raise "Time limit" in the settings of this box.',
    es: 'La base de datos tardó más de {seconds} segundos en una instrucción, que se interrumpió. Haga más rápida la consulta (un índice en las columnas por las que ordena y filtra) o suba «Límite de tiempo» en los ajustes de esta caja.',
    pt: 'O banco de dados levou mais de {seconds} segundos em um comando, que foi interrompido. Deixe a consulta mais rápida (um índice nas colunas pelas quais ela ordena e filtra) ou aumente "Limite de tempo" nos ajustes desta caixa.',
  },
  'nodes.sql-sign-in': {
    en: 'The database at {host} does not accept this user and password. Correct them in the connection. It says: {reason}',
    es: 'La base de datos en {host} no acepta este usuario y contraseña. Corríjalos en la conexión. Dice: {reason}',
    pt: 'O banco de dados em {host} não aceita este usuário e senha. Corrija-os na conexão. Ele diz: {reason}',
  },
  'nodes.sql-no-database': {
    en: 'The server at {host} answers, but cannot open this database. Check its name in the connection, and that this user may open it. It says: {reason}',
    es: 'El servidor en {host} responde, pero no puede abrir esta base de datos. Revise su nombre en la conexión y que este usuario pueda abrirla. Dice: {reason}',
    pt: 'O servidor em {host} responde, mas não consegue abrir este banco de dados. Confira o nome na conexão e se este usuário pode abri-lo. Ele diz: {reason}',
  },
  'nodes.sql-certificate': {
    en: 'The line to {host} cannot be protected ({reason}). Have the server offer TLS with a valid certificate, paste its certificate into the connection, or choose another protection there.',
    es: 'La conexión con {host} no se puede proteger ({reason}). Pida que el servidor ofrezca TLS con un certificado válido, pegue su certificado en la conexión o elija allí otra protección.',
    pt: 'A conexão com {host} não pode ser protegida ({reason}). Peça que o servidor ofereça TLS com um certificado válido, cole o certificado dele na conexão ou escolha lá outra proteção.',
  },
  'nodes.sql-duplicate': {
    en: 'Another row of the table has the same value where each must be different. Correct the row, or choose other columns under "Key". The database says: {reason}',
    es: 'Otra fila de la tabla tiene el mismo valor donde cada uno debe ser distinto. Corrija la fila o elija otras columnas en «Clave». La base de datos dice: {reason}',
    pt: 'Outra linha da tabela tem o mesmo valor onde cada um deve ser diferente. Corrija a linha ou escolha outras colunas em "Chave". O banco de dados diz: {reason}',
  },
  'nodes.sql-statement': {
    en: 'The database does not understand this statement, or does not allow it. Check names of tables and columns, and the rights of the user. It says: {reason}',
    es: 'La base de datos no entiende esta instrucción o no la permite. Revise los nombres de tablas y columnas y los permisos del usuario. Dice: {reason}',
    pt: 'O banco de dados não entende este comando ou não o permite. Confira os nomes de tabelas e colunas e as permissões do usuário. Ele diz: {reason}',
  },
  'nodes.sql-value': {
    en: 'The database does not take a value of this row. Correct it, or change how it is made in this box. It says: {reason}',
    es: 'La base de datos no acepta un valor de esta fila. Corríjalo o cambie cómo se forma en esta caja. Dice: {reason}',
    pt: 'O banco de dados não aceita um valor desta linha. Corrija-o ou mude como ele é formado nesta caixa. Ele diz: {reason}',
  },
  'nodes.sql-kind': {
    en: 'This box cannot use a connection of the kind {kind}. Choose one to a database.',
    es: 'Esta caja no puede usar una conexión de tipo {kind}. Elija una a una base de datos.',
    pt: 'Esta caixa não pode usar uma conexão do tipo {kind}. Escolha uma com um banco de dados.',
  },
  'nodes.sql-parameter-missing': {
    en: 'The statement has the place :{name}, but nothing says what goes there. Add a line with this name under "Values".',
    es: 'La instrucción tiene el lugar :{name}, pero nada dice qué va allí. Agregue una línea con ese nombre en «Valores».',
    pt: 'O comando tem o lugar :{name}, mas nada diz o que vai ali. Inclua uma linha com esse nome em "Valores".',
  },
  'nodes.sql-table-empty': {
    en: 'Say which table to use: fill in "Table".',
    es: 'Indique qué tabla usar: complete «Tabla».',
    pt: 'Diga qual tabela usar: preencha "Tabela".',
  },
  'nodes.sql-query-empty': {
    en: 'There is no query yet. Write one that begins with SELECT.',
    es: 'Todavía no hay consulta. Escriba una que empiece con SELECT.',
    pt: 'Ainda não há consulta. Escreva uma que comece com SELECT.',
  },
  'nodes.sql-since-empty': {
    en: 'To read only what is new, say by which column that shows: fill in "Column that grows".',
    es: 'Para leer solo lo nuevo, indique en qué columna se nota: complete «Columna que crece».',
    pt: 'Para ler só o que é novo, diga em qual coluna isso aparece: preencha "Coluna que cresce".',
  },
  'nodes.sql-since-start': {
    en: 'The query uses :since, and this is the first run. Fill in "Begin at" with the value to begin with, such as 2026-01-01.',
    es: 'La consulta usa :since y esta es la primera ejecución. Complete «Empezar en» con el valor inicial, como 2026-01-01.',
    pt: 'A consulta usa :since e esta é a primeira execução. Preencha "Começar em" com o valor inicial, como 2026-01-01.',
  },
  'nodes.sql-column-missing': {
    en: 'The query does not answer the column {column}. It answers: {columns}. Correct the name, or add the column to the query.',
    es: 'La consulta no responde la columna {column}. Responde: {columns}. Corrija el nombre o agregue la columna a la consulta.',
    pt: 'A consulta não responde a coluna {column}. Ela responde: {columns}. Corrija o nome ou inclua a coluna na consulta.',
  },
  'nodes.sql-key-null': {
    en: 'Row {row} has nothing in {column}, so it is not known where to go on after it. Leave such rows out in the query, or name another column.',
    es: 'La fila {row} no tiene nada en {column}, así que no se sabe dónde continuar después de ella. Excluya esas filas en la consulta o indique otra columna.',
    pt: 'A linha {row} não tem nada em {column}, então não se sabe onde continuar depois dela. Deixe essas linhas fora na consulta ou indique outra coluna.',
  },
  'nodes.sql-key-repeated': {
    en: 'Two rows have {value} in {key}, so these columns do not tell rows apart and some could be lost when reading goes on. Name more columns under "Key", or leave it empty.',
    es: 'Dos filas tienen {value} en {key}, así que esas columnas no distinguen las filas y alguna podría perderse al continuar. Indique más columnas en «Clave» o déjela vacía.',
    pt: 'Duas linhas têm {value} em {key}, então essas colunas não distinguem as linhas e alguma poderia se perder ao continuar. Indique mais colunas em "Chave" ou deixe vazia.',
  },
  'nodes.sql-backwards': {
    en: 'The rows go backwards: {column} is {value} after it was {before}. The database does not sort by it as expected; name another column.',
    es: 'Las filas van hacia atrás: {column} es {value} después de haber sido {before}. La base de datos no ordena por ella como se espera; indique otra columna.',
    pt: 'As linhas andam para trás: {column} é {value} depois de ter sido {before}. O banco de dados não ordena por ela como se espera; indique outra coluna.',
  },
  'nodes.sql-many-equal': {
    en: 'More than {limit} rows have {value} in {column}, too many to tell which were read. Name the columns that make a row unique under "Key".',
    es: 'Más de {limit} filas tienen {value} en {column}, demasiadas para saber cuáles se leyeron. Indique en «Clave» las columnas que hacen única una fila.',
    pt: 'Mais de {limit} linhas têm {value} em {column}, linhas demais para saber quais foram lidas. Indique em "Chave" as colunas que tornam uma linha única.',
  },
  'nodes.sql-order-changed': {
    en: 'The database answers the rows in another order than before, so it is not known which of the first {rows} were read. Name the columns that make a row unique under "Key", then run again.',
    es: 'La base de datos responde las filas en otro orden que antes, así que no se sabe cuáles de las primeras {rows} se leyeron. Indique en «Clave» las columnas que hacen única una fila y ejecute de nuevo.',
    pt: 'O banco de dados responde as linhas em outra ordem que antes, então não se sabe quais das primeiras {rows} foram lidas. Indique em "Chave" as colunas que tornam uma linha única e execute de novo.',
  },
  'nodes.sql-same-page': {
    en: 'The query answers the same rows again and again: {pages} pages in a row were alike. Check its joins, and name the columns that make a row unique under "Key".',
    es: 'La consulta responde las mismas filas una y otra vez: {pages} páginas seguidas fueron iguales. Revise sus uniones e indique en «Clave» las columnas que hacen única una fila.',
    pt: 'A consulta responde as mesmas linhas sem parar: {pages} páginas seguidas foram iguais. Confira as junções dela e indique em "Chave" as colunas que tornam uma linha única.',
  },
  'nodes.sql-too-many-rows': {
    en: 'The query answers more than {limit} rows. Check that it ends, or raise "Most rows" in the settings of this box.',
    es: 'La consulta responde más de {limit} filas. Revise que termine o suba «Máximo de filas» en los ajustes de esta caja.',
    pt: 'A consulta responde mais de {limit} linhas. Confira se ela termina ou aumente "Máximo de linhas" nos ajustes desta caixa.',
  },
  'nodes.sql-key-empty': {
    en: 'Say which columns make a row unique: fill in "Key". Without them a row could be written twice.',
    es: 'Indique qué columnas hacen única una fila: complete «Clave». Sin ellas una fila podría escribirse dos veces.',
    pt: 'Diga quais colunas tornam uma linha única: preencha "Chave". Sem elas uma linha poderia ser gravada duas vezes.',
  },
  'nodes.sql-key-not-unique': {
    en: 'The table {table} has no unique index on exactly {key}, so the same row could be written twice. Add one in the database, or name the columns of one that is there.',
    es: 'La tabla {table} no tiene un índice único exactamente sobre {key}, así que la misma fila podría escribirse dos veces. Agréguelo en la base de datos o indique las columnas de uno que exista.',
    pt: 'A tabela {table} não tem um índice único exatamente sobre {key}, então a mesma linha poderia ser gravada duas vezes. Crie um no banco de dados ou indique as colunas de um que exista.',
  },
  'nodes.sql-key-value-missing': {
    en: 'The row has no value for {column}, which is part of the key. Fill it in the row, or correct its formula in this box.',
    es: 'La fila no tiene valor para {column}, que es parte de la clave. Complételo en la fila o corrija su fórmula en esta caja.',
    pt: 'A linha não tem valor para {column}, que faz parte da chave. Preencha-o na linha ou corrija a fórmula nesta caixa.',
  },
  'nodes.sql-row-unknown': {
    en: 'No row of the table {table} has {key} = {value}, so nothing was changed. Write it first, or choose "Add or replace".',
    es: 'Ninguna fila de la tabla {table} tiene {key} = {value}, así que no se cambió nada. Escríbala primero o elija «Agregar o reemplazar».',
    pt: 'Nenhuma linha da tabela {table} tem {key} = {value}, então nada foi mudado. Grave-a primeiro ou escolha "Incluir ou substituir".',
  },
  'nodes.sql-nothing-to-write': {
    en: 'The row has nothing to write besides its key. Add columns in this box.',
    es: 'La fila no tiene nada que escribir además de su clave. Agregue columnas en esta caja.',
    pt: 'A linha não tem nada para gravar além da chave. Inclua colunas nesta caixa.',
  },
  'nodes.sql-not-found': {
    en: 'The database knows nothing of {value}. Add it there, correct the row, or let rows go on without an answer in this box.',
    es: 'La base de datos no sabe nada de {value}. Agréguelo allí, corrija la fila o deje que las filas continúen sin respuesta en esta caja.',
    pt: 'O banco de dados não conhece {value}. Inclua lá, corrija a linha ou deixe as linhas seguirem sem resposta nesta caixa.',
  },
  'nodes.sql-lookup-large': {
    en: 'The query answers {rows} rows for one row, more than {limit}. Narrow it by a condition on the row.',
    es: 'La consulta responde {rows} filas para una sola, más de {limit}. Acótela con una condición sobre la fila.',
    pt: 'A consulta responde {rows} linhas para uma só, mais de {limit}. Restrinja-a com uma condição sobre a linha.',
  },
};
