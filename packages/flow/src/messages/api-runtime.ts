// Sentences for programs that call: keys, limits, repeated calls.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const apiRuntimeMessages: Record<string, Text> = {
  'api.choices-unknown': {
    en: 'The box {node} has no list called {list}. Reload the page; it may have been changed meanwhile.',
    es: 'La caja {node} no tiene una lista llamada {list}. Recargue la página; puede haber cambiado mientras tanto.',
    pt: 'A caixa {node} não tem uma lista chamada {list}. Recarregue a página; ela pode ter mudado nesse meio-tempo.',
  },
  'api.choices-too-slow': {
    en: 'The other system did not give its list within {seconds} seconds. Type the name, or try again later.',
    es: 'El otro sistema no dio su lista en {seconds} segundos. Escriba el nombre o inténtelo más tarde.',
    pt: 'O outro sistema não deu a lista em {seconds} segundos. Digite o nome ou tente de novo mais tarde.',
  },
  'api.key-unknown': {
    en: 'This key is not known here: it was mistyped, revoked, replaced or has expired. Send it as "Authorization: Bearer eclusa_…", or make a new one under API keys.',
    es: 'Esta clave no se conoce aquí: se escribió mal, se revocó, se reemplazó o venció. Envíela como "Authorization: Bearer eclusa_…" o cree una nueva en Claves de API.',
    pt: 'Esta chave não é conhecida aqui: foi digitada errado, revogada, trocada ou expirou. Envie-a como "Authorization: Bearer eclusa_…" ou crie uma nova em Chaves de API.',
  },
  'api.key-for-programs': {
    en: 'This address is for people who are signed in; a key does not open it. The addresses for programs are marked in /api/docs.',
    es: 'Esta dirección es para personas que iniciaron sesión; una clave no la abre. Las direcciones para programas están marcadas en /api/docs.',
    pt: 'Este endereço é para pessoas conectadas; uma chave não o abre. Os endereços para programas estão marcados em /api/docs.',
  },
  'api.key-not-allowed': {
    en: 'This key was not made for this: it lacks the action "{action}". An owner or admin can add it under API keys.',
    es: 'Esta clave no se creó para esto: le falta la acción "{action}". Un propietario o administrador puede agregarla en Claves de API.',
    pt: 'Esta chave não foi criada para isto: falta a ação "{action}". Um proprietário ou administrador pode incluí-la em Chaves de API.',
  },
  'api.key-too-often': {
    en: 'This key may send {limit} requests a minute, and they are used up. Wait {seconds} seconds and send the request again.',
    es: 'Esta clave puede enviar {limit} solicitudes por minuto y ya se agotaron. Espere {seconds} segundos y envíe la solicitud de nuevo.',
    pt: 'Esta chave pode enviar {limit} requisições por minuto, e elas acabaram. Espere {seconds} segundos e envie a requisição de novo.',
  },
  'api.key-quota': {
    en: 'This key may start {limit} runs a day, and they are used up. Nothing was started. Try again in {hours} hours, or have the limit raised under API keys.',
    es: 'Esta clave puede iniciar {limit} ejecuciones por día y ya se agotaron. No se inició nada. Inténtelo en {hours} horas o pida que suban el límite en Claves de API.',
    pt: 'Esta chave pode iniciar {limit} execuções por dia, e elas acabaram. Nada foi iniciado. Tente de novo em {hours} horas ou peça que aumentem o limite em Chaves de API.',
  },
  'api.key-not-found': {
    en: 'This key does not exist. Load the list of keys again.',
    es: 'Esta clave no existe. Vuelva a cargar la lista de claves.',
    pt: 'Esta chave não existe. Carregue a lista de chaves de novo.',
  },
  'api.key-revoked': {
    en: 'The key "{name}" was revoked and stays so. Make a new one.',
    es: 'La clave "{name}" fue revocada y así queda. Cree una nueva.',
    pt: 'A chave "{name}" foi revogada e continua assim. Crie uma nova.',
  },
  'api.key-expiry-past': {
    en: 'A key cannot expire in the past. Choose a later time, or none.',
    es: 'Una clave no puede vencer en el pasado. Elija un momento posterior o ninguno.',
    pt: 'Uma chave não pode expirar no passado. Escolha um momento posterior ou nenhum.',
  },
  'api.idempotency-key-invalid': {
    en: 'The header Idempotency-Key holds 1 to 255 visible characters. Use a new random id for each thing you send, such as a UUID.',
    es: 'El encabezado Idempotency-Key lleva de 1 a 255 caracteres visibles. Use un id aleatorio nuevo para cada cosa que envíe, como un UUID.',
    pt: 'O cabeçalho Idempotency-Key leva de 1 a 255 caracteres visíveis. Use um id aleatório novo para cada coisa que enviar, como um UUID.',
  },
  'api.idempotency-conflict': {
    en: 'This Idempotency-Key was already used for another request (run {run}). Nothing was started. Send a new key with a new request, and the same key only to repeat the same one.',
    es: 'Esta Idempotency-Key ya se usó para otra solicitud (ejecución {run}). No se inició nada. Envíe una clave nueva con cada solicitud nueva y la misma solo para repetir la misma solicitud.',
    pt: 'Esta Idempotency-Key já foi usada para outra requisição (execução {run}). Nada foi iniciado. Envie uma chave nova com cada requisição nova, e a mesma só para repetir a mesma requisição.',
  },
  'api.run-at-too-far': {
    en: 'A run can be put off by {days} days at most. Choose an earlier time, or use a schedule.',
    es: 'Una ejecución se puede aplazar {days} días como máximo. Elija un momento anterior o use una programación.',
    pt: 'Uma execução pode ser adiada por {days} dias no máximo. Escolha um momento anterior ou use um agendamento.',
  },
};
