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
};
