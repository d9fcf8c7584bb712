// Headings and help of the commands that speak with a service. What went wrong is in remote-fault-texts.ts.
import type { Text } from '@eclusa/flow';

const text = (en: string, es: string, pt: string): Text => ({ en, es, pt });

export const remoteLabels = {
  login: text(
    'sign in to a service with an API key',
    'inicia sesión en un servicio con una clave de API',
    'entra em um serviço com uma chave de API',
  ),
  logout: text(
    'forget address and key on this machine',
    'olvida la dirección y la clave en este equipo',
    'esquece o endereço e a chave nesta máquina',
  ),
  whoami: text(
    '{url} · {workspace} · key “{key}” ({hint}…)',
    '{url} · {workspace} · clave “{key}” ({hint}…)',
    '{url} · {workspace} · chave “{key}” ({hint}…)',
  ),
  whoamiHelp: text(
    'show the service, the key and what it reaches',
    'muestra el servicio, la clave y lo que alcanza',
    'mostra o serviço, a chave e o que ela alcança',
  ),
  trigger: text(
    'start a run on the service',
    'inicia una ejecución en el servicio',
    'inicia uma execução no serviço',
  ),
  runs: text(
    'list runs, the newest first',
    'lista las ejecuciones, la más nueva primero',
    'lista as execuções, a mais nova primeiro',
  ),
  logs: text(
    'show what a run did and why rows failed',
    'muestra qué hizo una ejecución y por qué fallaron filas',
    'mostra o que uma execução fez e por que linhas falharam',
  ),
  replay: text(
    'send the failed rows of a run again, in a new run',
    'envía de nuevo las filas fallidas de una ejecución, en una nueva',
    'envia de novo as linhas com falha de uma execução, em uma nova',
  ),
  cancel: text(
    'stop a run; what is done stays done',
    'detiene una ejecución; lo hecho queda hecho',
    'para uma execução; o que foi feito fica feito',
  ),
  address: text(
    'where the service is, such as https://eclusa.example.com (otherwise ECLUSA_URL). The key is asked for, or read from standard input or ECLUSA_KEY',
    'dónde está el servicio, por ejemplo https://eclusa.example.com (si no, ECLUSA_URL). La clave se pide, o se lee de la entrada estándar o de ECLUSA_KEY',
    'onde está o serviço, por exemplo https://eclusa.example.com (senão, ECLUSA_URL). A chave é pedida, ou lida da entrada padrão ou de ECLUSA_KEY',
  ),
  flowGiven: text('the flow, by name or id', 'el flujo, por nombre o id', 'o fluxo, por nome ou id'),
  runGiven: text('the id of the run', 'el id de la ejecución', 'o id da execução'),
  store: text('store', 'tienda', 'loja'),
  storeGiven: text(
    'for this store, by name or id',
    'para esta tienda, por nombre o id',
    'para esta loja, por nome ou id',
  ),
  rowGiven: text(
    'one row as a JSON object, or several as a JSON array',
    'una fila como objeto JSON, o varias como arreglo JSON',
    'uma linha como objeto JSON, ou várias como array JSON',
  ),
  rowsGiven: text(
    'rows of a .csv or .ndjson file, also with .gz at its end, or - for standard input; sent as they are read',
    'filas de un archivo .csv o .ndjson, también terminado en .gz, o - para la entrada estándar; se envían a medida que se leen',
    'linhas de um arquivo .csv ou .ndjson, também terminado em .gz, ou - para a entrada padrão; enviadas à medida que são lidas',
  ),
  formatGiven: text(
    'csv or ndjson, when the name does not say it; ndjson for -',
    'csv o ndjson, si el nombre no lo dice; ndjson para -',
    'csv ou ndjson, se o nome não disser; ndjson para -',
  ),
  waitGiven: text(
    'stay until the run is over, or for so many seconds; the exit code says how it ended',
    'espera hasta que termine la ejecución, o esos segundos; el código de salida dice cómo terminó',
    'espera até a execução terminar, ou esses segundos; o código de saída diz como terminou',
  ),
  keyGiven: text(
    'your name for this call: the same again within 24 hours starts nothing new (one is made up otherwise)',
    'su nombre para esta llamada: repetida en 24 horas no inicia nada nuevo (si no, se inventa uno)',
    'seu nome para esta chamada: repetida em 24 horas não inicia nada novo (senão, um é inventado)',
  ),
  tagGiven: text(
    'a word to find the run by; repeatable',
    'una palabra para hallar la ejecución; repetible',
    'uma palavra para achar a execução; repetível',
  ),
  priorityGiven: text('high, normal or low', 'high, normal o low', 'high, normal ou low'),
  runAtGiven: text(
    'do not begin before this moment, such as 2030-05-31T22:00:00-03:00',
    'no empieza antes de este momento, por ejemplo 2030-05-31T22:00:00-03:00',
    'não começa antes deste momento, por exemplo 2030-05-31T22:00:00-03:00',
  ),
  jsonLines: text(
    'JSON instead of text: one object a line',
    'JSON en lugar de texto: un objeto por línea',
    'JSON em vez de texto: um objeto por linha',
  ),
  flowFilter: text('only runs of this flow', 'solo ejecuciones de este flujo', 'só execuções deste fluxo'),
  storeFilter: text(
    'only runs for this store',
    'solo ejecuciones para esta tienda',
    'só execuções para esta loja',
  ),
  stateFilter: text(
    'only queued, running, cancelling, completed, failed, cancelled or skipped ones',
    'solo las que están en queued, running, cancelling, completed, failed, cancelled o skipped',
    'só as que estão em queued, running, cancelling, completed, failed, cancelled ou skipped',
  ),
  tagFilter: text(
    'only runs with this tag',
    'solo ejecuciones con esta etiqueta',
    'só execuções com esta etiqueta',
  ),
  sinceFilter: text(
    'made since then: 30m, 2h, 7d, or a moment such as 2030-05-31',
    'creadas desde entonces: 30m, 2h, 7d, o un momento como 2030-05-31',
    'criadas desde então: 30m, 2h, 7d, ou um momento como 2030-05-31',
  ),
  limitGiven: text(
    'how many at most, or all; default 20',
    'cuántas como máximo, o all; 20 por defecto',
    'quantas no máximo, ou all; padrão 20',
  ),
  followGiven: text(
    'go on until the run is over; the exit code says how it ended',
    'sigue hasta que termine la ejecución; el código de salida dice cómo terminó',
    'continua até a execução terminar; o código de saída diz como terminou',
  ),
  nodeGiven: text(
    'only rows that failed at this box',
    'solo filas que fallaron en esta caja',
    'só linhas que falharam nesta caixa',
  ),
  codeGiven: text(
    'only rows with this error code',
    'solo filas con este código de error',
    'só linhas com este código de erro',
  ),
  newestGiven: text(
    'through the newest version, not the one that ran',
    'por la versión más nueva, no la que se ejecutó',
    'pela versão mais nova, não a que foi executada',
  ),
  askKey: text('API key (not shown): ', 'Clave de API (no se muestra): ', 'Chave de API (não aparece): '),
  loggedIn: text(
    'Signed in to {url}, workspace “{workspace}”, with the key “{key}”. Kept in {file}.',
    'Sesión iniciada en {url}, espacio “{workspace}”, con la clave “{key}”. Guardada en {file}.',
    'Conectado a {url}, espaço “{workspace}”, com a chave “{key}”. Guardada em {file}.',
  ),
  loggedOut: text(
    'Address and key are forgotten here. The key stays good until it is revoked in the editor under “API keys”.',
    'Aquí se olvidaron la dirección y la clave. La clave sirve hasta que se revoque en el editor, en “Claves de API”.',
    'O endereço e a chave foram esquecidos aqui. A chave vale até ser revogada no editor, em “Chaves de API”.',
  ),
  plainHttp: text(
    'Warning: this address begins with http://, so the key can be read on the way. Use https:// where you can.',
    'Aviso: esta dirección empieza con http://, así que la clave puede leerse en el camino. Use https:// si puede.',
    'Aviso: este endereço começa com http://, então a chave pode ser lida no caminho. Use https:// se puder.',
  ),
  mayDo: text('May: {actions}', 'Puede: {actions}', 'Pode: {actions}'),
  goodUntil: text('Good until {at}', 'Sirve hasta {at}', 'Vale até {at}'),
  accepted: text('Run {id} is stored.', 'La ejecución {id} está guardada.', 'A execução {id} está guardada.'),
  repeated: text(
    'A call of this name came before, so nothing new was started: run {id}.',
    'Ya llegó una llamada con este nombre, así que no se inició nada nuevo: ejecución {id}.',
    'Uma chamada com este nome já veio, então nada novo foi iniciado: execução {id}.',
  ),
  timeUp: text(
    'It is not over after {seconds} seconds and goes on. See more with: eclusa logs {id} --follow',
    'No terminó en {seconds} segundos y continúa. Vea más con: eclusa logs {id} --follow',
    'Não terminou em {seconds} segundos e continua. Veja mais com: eclusa logs {id} --follow',
  ),
  left: text(
    'Left. What runs on the service goes on; “eclusa cancel” stops it.',
    'Interrumpido. Lo que se ejecuta en el servicio continúa; “eclusa cancel” lo detiene.',
    'Interrompido. O que é executado no serviço continua; “eclusa cancel” o para.',
  ),
  noRuns: text('No such runs.', 'No hay ejecuciones así.', 'Não há execuções assim.'),
  moreFailed: text(
    '{count} more failed rows. See them with --limit all.',
    '{count} filas fallidas más. Véalas con --limit all.',
    'Mais {count} linhas com falha. Veja-as com --limit all.',
  ),
  failedRow: text('{node}, row {row}: {text}', '{node}, fila {row}: {text}', '{node}, linha {row}: {text}'),
  waitsFor: text('waits for {service}', 'espera a {service}', 'espera por {service}'),
  request: text('Request {id}', 'Solicitud {id}', 'Requisição {id}'),
  noAnswer: text(
    'The service does not answer ({detail}). Check address and network, and try again.',
    'El servicio no responde ({detail}). Revise la dirección y la red e intente de nuevo.',
    'O serviço não responde ({detail}). Confira o endereço e a rede e tente de novo.',
  ),
  noProblem: text(
    'Something between here and the service answered {status}. Check the address, and try again.',
    'Algo entre este equipo y el servicio respondió {status}. Revise la dirección e intente de nuevo.',
    'Algo entre esta máquina e o serviço respondeu {status}. Confira o endereço e tente de novo.',
  ),
  stateQueued: text('queued', 'en cola', 'na fila'),
  stateRunning: text('running', 'en ejecución', 'em execução'),
  stateCancelling: text('stopping', 'deteniéndose', 'parando'),
  stateCompleted: text('completed', 'completada', 'concluída'),
  stateFailed: text('failed', 'falló', 'falhou'),
  stateCancelled: text('cancelled', 'cancelada', 'cancelada'),
  stateSkipped: text('skipped', 'omitida', 'pulada'),
  countRead: text('{count} read', '{count} leídas', '{count} lidas'),
  countWritten: text('{count} written', '{count} escritas', '{count} gravadas'),
  countSkipped: text('{count} filtered out', '{count} filtradas', '{count} filtradas'),
  countFailed: text('{count} failed', '{count} fallidas', '{count} com falha'),
  countWaiting: text('{count} waiting', '{count} en espera', '{count} em espera'),
} as const satisfies Record<string, Text>;
