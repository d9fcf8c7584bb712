// Sentences for what the processes themselves meet: database, keys, settings, queues, runs.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const runtimeMessages: Record<string, Text> = {
  'db.url-missing': {
    en: 'DATABASE_URL is not set. Set it to the address of a Postgres database, such as postgres://user:password@host:5432/eclusa.',
    es: 'DATABASE_URL no está definida. Indique la dirección de una base Postgres, por ejemplo postgres://usuario:clave@servidor:5432/eclusa.',
    pt: 'DATABASE_URL não está definida. Informe o endereço de um banco Postgres, por exemplo postgres://usuario:senha@servidor:5432/eclusa.',
  },
  'db.unreachable': {
    en: 'The database at {address} does not answer ({detail}). Check that Postgres is running there and that DATABASE_URL is right.',
    es: 'La base de datos en {address} no responde ({detail}). Compruebe que Postgres esté en marcha y que DATABASE_URL sea correcta.',
    pt: 'O banco de dados em {address} não responde ({detail}). Verifique se o Postgres está no ar e se DATABASE_URL está correta.',
  },
  'db.not-migrated': {
    en: 'The database is older than this program (missing: {pending}). Run "node packages/db/dist/migrate.js" and start again.',
    es: 'La base de datos es anterior a este programa (falta: {pending}). Ejecute "node packages/db/dist/migrate.js" y vuelva a iniciar.',
    pt: 'O banco de dados é mais antigo que este programa (falta: {pending}). Execute "node packages/db/dist/migrate.js" e inicie de novo.',
  },
  'db.secret-key-missing': {
    en: 'ECLUSA_SECRET_KEY is not set. Set it to the base64 of 32 random bytes ("openssl rand -base64 32") and keep it: without it saved secrets cannot be read.',
    es: 'ECLUSA_SECRET_KEY no está definida. Use el base64 de 32 bytes aleatorios ("openssl rand -base64 32") y guárdela: sin ella no se pueden leer los secretos guardados.',
    pt: 'ECLUSA_SECRET_KEY não está definida. Use o base64 de 32 bytes aleatórios ("openssl rand -base64 32") e guarde-a: sem ela os segredos salvos não podem ser lidos.',
  },
  'db.secret-key-length': {
    en: '{name} must be the base64 of exactly 32 bytes. "openssl rand -base64 32" makes one.',
    es: '{name} debe ser el base64 de exactamente 32 bytes. "openssl rand -base64 32" genera una.',
    pt: '{name} precisa ser o base64 de exatamente 32 bytes. "openssl rand -base64 32" gera uma.',
  },
  'db.secret-unreadable': {
    en: 'The saved secrets of this connection cannot be read with the present key. Enter them again, or give the earlier key in ECLUSA_SECRET_KEYS_OLD.',
    es: 'Los secretos guardados de esta conexión no se pueden leer con la clave actual. Vuelva a ingresarlos o indique la clave anterior en ECLUSA_SECRET_KEYS_OLD.',
    pt: 'Os segredos salvos desta conexão não podem ser lidos com a chave atual. Informe-os de novo ou indique a chave anterior em ECLUSA_SECRET_KEYS_OLD.',
  },
  'db.file-missing': {
    en: 'The file {id} is not stored here. Upload it again and choose it in the box.',
    es: 'El archivo {id} no está guardado aquí. Súbalo de nuevo y elíjalo en la caja.',
    pt: 'O arquivo {id} não está guardado aqui. Envie-o de novo e escolha-o na caixa.',
  },
  'queue.bad-job': {
    en: 'The queue {queue} held a job Eclusa cannot read: {job}. It was dropped; the work itself is kept and is queued again.',
    es: 'La cola {queue} tenía un trabajo que Eclusa no puede leer: {job}. Se descartó; lo pendiente se conserva y vuelve a la cola.',
    pt: 'A fila {queue} tinha uma tarefa que a Eclusa não consegue ler: {job}. Ela foi descartada; o trabalho em si está guardado e volta para a fila.',
  },
  'worker.setting-missing': {
    en: '{name} is not set. Give it an address that begins with {begin}.',
    es: '{name} no está definida. Indique una dirección que empiece por {begin}.',
    pt: '{name} não está definida. Informe um endereço que comece com {begin}.',
  },
  'worker.setting-not-an-address': {
    en: '{name} is not an address that begins with {begin}. Correct it and start again.',
    es: '{name} no es una dirección que empiece por {begin}. Corríjala y vuelva a iniciar.',
    pt: '{name} não é um endereço que comece com {begin}. Corrija e inicie de novo.',
  },
  'worker.setting-not-whole': {
    en: '{name} must be a whole number from {min} to {max}.',
    es: '{name} debe ser un número entero entre {min} y {max}.',
    pt: '{name} precisa ser um número inteiro de {min} a {max}.',
  },
  'worker.connection-gone': {
    en: 'The connection chosen for "{slot}" has been deleted. Choose another one for this flow and run it again.',
    es: 'La conexión elegida para "{slot}" fue eliminada. Elija otra para este flujo y vuelva a ejecutarlo.',
    pt: 'A conexão escolhida para "{slot}" foi excluída. Escolha outra para este fluxo e execute-o de novo.',
  },
  'worker.page-given-up': {
    en: 'A page of rows was begun {attempts} times and never finished, so the run was stopped. Look for a row or a step that needs too much memory or time.',
    es: 'Una página de filas se inició {attempts} veces y nunca terminó; por eso se detuvo la ejecución. Busque una fila o un paso que consuma demasiada memoria o tiempo.',
    pt: 'Uma página de linhas foi iniciada {attempts} vezes e nunca terminou, por isso a execução foi interrompida. Procure uma linha ou etapa que consuma memória ou tempo demais.',
  },
  'worker.store-away': {
    en: 'Nothing has answered at {service} since {since}, and the row has waited for as long as its policy allows. It was not sent. Replay it when the store is back.',
    es: 'Nada responde en {service} desde {since}, y la fila esperó todo lo que permite su política. No se envió. Vuelva a procesarla cuando la tienda haya vuelto.',
    pt: 'Nada responde em {service} desde {since}, e a linha esperou todo o tempo que sua política permite. Ela não foi enviada. Reprocesse-a quando a loja voltar.',
  },
  'worker.entry-unknown': {
    en: 'The run was told to read "{node}", which its version does not have. Run the flow again; if it happens again, send this to support.',
    es: 'Se pidió leer "{node}", que esta versión no tiene. Vuelva a ejecutar el flujo; si se repite, envíe este mensaje al soporte.',
    pt: 'A execução recebeu ordem de ler "{node}", que não existe nesta versão. Execute o fluxo de novo; se acontecer outra vez, envie esta mensagem ao suporte.',
  },
  'worker.replay-node-gone': {
    en: 'This row failed at "{node}", which the chosen version no longer has. Replay it with a version that has this step.',
    es: 'Esta fila falló en "{node}", que ya no existe en la versión elegida. Repítala con una versión que tenga ese paso.',
    pt: 'Esta linha falhou em "{node}", que não existe mais na versão escolhida. Reprocesse com uma versão que tenha essa etapa.',
  },
};
