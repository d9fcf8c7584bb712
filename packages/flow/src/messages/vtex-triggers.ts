// Sentences for what keeps events of other systems from starting a flow.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexTriggerMessages: Record<string, Text> = {
  'vtex.events-taken': {
    en: 'Another system has set up its own feed or hook with this application key in {account}. Make a key for this flow alone in the VTEX Admin, or switch on “Replace what another system has set up” in the box if nobody uses it any more.',
    es: 'Otro sistema ya configuró su propio feed o hook con esta clave de aplicación en {account}. Cree en el Admin de VTEX una clave solo para este flujo, o active «Reemplazar lo que configuró otro sistema» en la caja si ya nadie lo usa.',
    pt: 'Outro sistema já configurou o próprio feed ou hook com esta chave de aplicação em {account}. Crie no Admin da VTEX uma chave só para este fluxo, ou ligue “Substituir o que outro sistema configurou” na caixa se ninguém mais o usa.',
  },
  'vtex.hook-unreachable': {
    en: 'VTEX could not reach {host} and set up no hook. The address must be public and begin with https: ask whoever runs Eclusa to check ECLUSA_PUBLIC_URL, or use the box “Order events”, which needs no address.',
    es: 'VTEX no pudo llegar a {host} y no configuró el hook. La dirección debe ser pública y comenzar con https: pida a quien administra Eclusa que revise ECLUSA_PUBLIC_URL, o use la caja «Eventos de pedidos», que no necesita dirección.',
    pt: 'A VTEX não conseguiu alcançar {host} e não configurou o hook. O endereço precisa ser público e começar com https: peça a quem administra a Eclusa que confira ECLUSA_PUBLIC_URL, ou use a caixa “Eventos de pedidos”, que não precisa de endereço.',
  },
  'vtex.hook-without-address': {
    en: 'This flow has no address yet that VTEX could call. Publish it again.',
    es: 'Este flujo aún no tiene una dirección a la que VTEX pueda llamar. Publíquelo de nuevo.',
    pt: 'Este fluxo ainda não tem um endereço que a VTEX possa chamar. Publique-o de novo.',
  },
  'trigger.source-shared': {
    en: 'The flow “{flow}” takes the events of this application key already, and VTEX gives each of them to one only. Use a connection with a key of its own here, or put the work of both into one flow.',
    es: 'El flujo «{flow}» ya recibe los eventos de esta clave de aplicación, y VTEX entrega cada uno a uno solo. Use aquí una conexión con clave propia, o reúna el trabajo de ambos en un flujo.',
    pt: 'O fluxo “{flow}” já recebe os eventos desta chave de aplicação, e a VTEX entrega cada um a um só. Use aqui uma conexão com chave própria, ou junte o trabalho dos dois em um fluxo.',
  },
  'api.hook-unknown': {
    en: 'Nothing is listening at this address. Copy it again from the triggers of the flow.',
    es: 'Nada escucha en esta dirección. Cópiela de nuevo desde los disparadores del flujo.',
    pt: 'Nada escuta neste endereço. Copie-o de novo dos gatilhos do fluxo.',
  },
  'api.hook-not-understood': {
    en: 'The call was understood as JSON, but not as what this box is told. Check what the other system sends.',
    es: 'La llamada es JSON, pero no lo que esta caja espera. Revise qué envía el otro sistema.',
    pt: 'A chamada é JSON, mas não o que esta caixa espera. Confira o que o outro sistema envia.',
  },
  'api.hook-too-large': {
    en: 'A call to this address may have at most {kilobytes} kB. Send only the fields that are needed.',
    es: 'Una llamada a esta dirección puede tener como máximo {kilobytes} kB. Envíe solo los campos necesarios.',
    pt: 'Uma chamada a este endereço pode ter no máximo {kilobytes} kB. Envie só os campos necessários.',
  },
  'api.trigger-not-found': {
    en: 'This flow has no such trigger any more. Reload the page.',
    es: 'Este flujo ya no tiene ese disparador. Recargue la página.',
    pt: 'Este fluxo não tem mais esse gatilho. Recarregue a página.',
  },
};
