// Sentences for the codes the REST service answers.
import type { Text } from '../text';
import { apiFieldMessages } from './api-fields';

/** By code; `{value}` places are filled from the error's values. */
export const apiMessages: Record<string, Text> = {
  ...apiFieldMessages,
  'api.signed-out': {
    en: 'You are not signed in, or your session has ended. Sign in and try again.',
    es: 'No ha iniciado sesión o su sesión terminó. Inicie sesión e inténtelo de nuevo.',
    pt: 'Você não está conectado ou sua sessão terminou. Entre e tente de novo.',
  },
  'api.sign-in-refused': {
    en: 'E-mail and password do not match. Check both; capital letters count in the password.',
    es: 'El correo y la contraseña no coinciden. Revise ambos; en la contraseña importan las mayúsculas.',
    pt: 'O e-mail e a senha não conferem. Verifique os dois; na senha, maiúsculas fazem diferença.',
  },
  'api.password-wrong': {
    en: 'The current password is not right, so nothing was changed. Type it again; capital letters count.',
    es: 'La contraseña actual no es correcta, así que no se cambió nada. Escríbala de nuevo; importan las mayúsculas.',
    pt: 'A senha atual não está correta, por isso nada foi alterado. Digite-a de novo; maiúsculas fazem diferença.',
  },
  'api.too-many-attempts': {
    en: 'There were too many attempts to sign in. Wait {minutes} minutes and try again.',
    es: 'Hubo demasiados intentos de iniciar sesión. Espere {minutes} minutos e inténtelo de nuevo.',
    pt: 'Houve tentativas demais de entrar. Espere {minutes} minutos e tente de novo.',
  },
  'api.link-unknown': {
    en: 'This sign-in link is not known here. Copy the whole link, or ask for a new one.',
    es: 'Este enlace de acceso no se conoce aquí. Copie el enlace completo o pida uno nuevo.',
    pt: 'Este link de acesso não é conhecido aqui. Copie o link inteiro ou peça um novo.',
  },
  'api.link-used': {
    en: 'This sign-in link was already used, and each one works only once. Ask for a new one, or sign in with your password.',
    es: 'Este enlace de acceso ya se usó y cada uno sirve una sola vez. Pida uno nuevo o inicie sesión con su contraseña.',
    pt: 'Este link de acesso já foi usado, e cada um só vale uma vez. Peça um novo ou entre com sua senha.',
  },
  'api.link-expired': {
    en: 'This sign-in link is too old: links work for 24 hours. Ask for a new one.',
    es: 'Este enlace de acceso caducó: los enlaces sirven durante 24 horas. Pida uno nuevo.',
    pt: 'Este link de acesso expirou: os links valem por 24 horas. Peça um novo.',
  },
  'api.invite-needs-email': {
    en: 'Name the person by e-mail address; "{given}" is none. For example: node apps/api/dist/invite.js ana@example.com',
    es: 'Indique a la persona por su correo; "{given}" no es uno. Por ejemplo: node apps/api/dist/invite.js ana@example.com',
    pt: 'Indique a pessoa pelo e-mail; "{given}" não é um e-mail. Por exemplo: node apps/api/dist/invite.js ana@example.com',
  },
  'api.csrf-refused': {
    en: 'This change was refused because the header x-eclusa-csrf is missing. Load the page again; programs send the header with the value 1.',
    es: 'El cambio se rechazó porque falta el encabezado x-eclusa-csrf. Vuelva a cargar la página; los programas envían el encabezado con el valor 1.',
    pt: 'A alteração foi recusada porque falta o cabeçalho x-eclusa-csrf. Recarregue a página; programas enviam o cabeçalho com o valor 1.',
  },
  'api.origin-refused': {
    en: 'This change was refused because it came from another site. Open Eclusa at its own address; whoever runs it can set ECLUSA_PUBLIC_URL.',
    es: 'El cambio se rechazó porque vino de otro sitio. Abra Eclusa en su propia dirección; quien la administra puede definir ECLUSA_PUBLIC_URL.',
    pt: 'A alteração foi recusada porque veio de outro site. Abra a Eclusa no endereço dela; quem a administra pode definir ECLUSA_PUBLIC_URL.',
  },
  'api.codes-none': {
    en: 'There is no code to save. Send at least one pair: the ERP code and the VTEX id.',
    es: 'No hay ningún código que guardar. Envíe al menos un par: el código del ERP y el id de VTEX.',
    pt: 'Não há nenhum código para salvar. Envie pelo menos um par: o código do ERP e o id da VTEX.',
  },
  'api.codes-line': {
    en: 'Line {line} of the file does not hold two codes of 1 to {limit} characters, the ERP code first and then the VTEX id. Nothing was stored: correct the line and send the file again.',
    es: 'La línea {line} del archivo no contiene dos códigos de 1 a {limit} caracteres, primero el código del ERP y después el id de VTEX. No se guardó nada: corrija la línea y envíe el archivo de nuevo.',
    pt: 'A linha {line} do arquivo não traz dois códigos de 1 a {limit} caracteres, primeiro o código do ERP e depois o id da VTEX. Nada foi gravado: corrija a linha e envie o arquivo de novo.',
  },
  'api.codes-file-too-large': {
    en: 'The file is too large: at most {pairs} pairs or {megabytes} MB at once. Nothing was stored: split the file and send the parts one after the other.',
    es: 'El archivo es demasiado grande: como máximo {pairs} pares o {megabytes} MB por vez. No se guardó nada: divida el archivo y envíe las partes una tras otra.',
    pt: 'O arquivo é grande demais: no máximo {pairs} pares ou {megabytes} MB por vez. Nada foi gravado: divida o arquivo e envie as partes uma após a outra.',
  },
  'api.role-only-looks': {
    en: 'Your role in this workspace is to look, not to change. Ask an owner or admin of the workspace to make you a member.',
    es: 'Su rol en este espacio de trabajo permite ver, pero no cambiar. Pida a un propietario o administrador del espacio que le dé el rol de miembro.',
    pt: 'Seu papel neste espaço de trabalho permite ver, mas não alterar. Peça a um proprietário ou administrador do espaço que torne você membro.',
  },
  'api.role-not-admin': {
    en: 'Connections hold the keys to other systems, so only owners and admins of the workspace may add, change or try them. Ask one of them.',
    es: 'Las conexiones guardan las claves de otros sistemas, por eso solo los propietarios y administradores del espacio de trabajo pueden agregarlas, cambiarlas o probarlas. Pídaselo a uno de ellos.',
    pt: 'As conexões guardam as chaves de outros sistemas, por isso só proprietários e administradores do espaço de trabalho podem incluí-las, alterá-las ou testá-las. Peça a um deles.',
  },
  'api.route-unknown': {
    en: 'There is nothing at this address. The addresses of the API are listed at /api/docs.',
    es: 'No hay nada en esta dirección. Las direcciones de la API están en /api/docs.',
    pt: 'Não há nada neste endereço. Os endereços da API estão em /api/docs.',
  },
  'api.headers-too-large': {
    en: 'The headers of the request are too large. Send fewer or shorter ones; rows and long texts belong in the body.',
    es: 'Los encabezados de la solicitud son demasiado grandes. Envíe menos o más cortos; las filas y los textos largos van en el cuerpo.',
    pt: 'Os cabeçalhos da requisição são grandes demais. Envie menos ou mais curtos; linhas e textos longos vão no corpo.',
  },
  'api.headers-too-slow': {
    en: 'The headers of the request did not arrive within {seconds} seconds. Nothing was done. Send it again over a better line.',
    es: 'Los encabezados de la solicitud no llegaron en {seconds} segundos. No se hizo nada. Envíela de nuevo por una conexión mejor.',
    pt: 'Os cabeçalhos da requisição não chegaram em {seconds} segundos. Nada foi feito. Envie-a de novo por uma conexão melhor.',
  },
  'api.request-unreadable': {
    en: 'The request could not be read. Check its address, headers and encoding.',
    es: 'No se pudo leer la solicitud. Revise la dirección, los encabezados y la codificación.',
    pt: 'Não foi possível ler a requisição. Verifique o endereço, os cabeçalhos e a codificação.',
  },
  'api.json-broken': {
    en: 'The body is not valid JSON. Check brackets, commas and quotes.',
    es: 'El cuerpo no es un JSON válido. Revise corchetes, comas y comillas.',
    pt: 'O corpo não é um JSON válido. Verifique colchetes, vírgulas e aspas.',
  },
  'api.json-too-deep': {
    en: 'The JSON is nested more than {depth} levels deep. Make it flatter.',
    es: 'El JSON tiene más de {depth} niveles anidados. Hágalo menos profundo.',
    pt: 'O JSON tem mais de {depth} níveis aninhados. Deixe-o menos profundo.',
  },
  'api.text-unstorable': {
    en: 'A text in the request holds a character that cannot be stored, such as \\u0000. Remove it and send the request again.',
    es: 'Un texto de la solicitud contiene un carácter que no se puede guardar, como \\u0000. Quítelo y envíe la solicitud de nuevo.',
    pt: 'Um texto da requisição contém um caractere que não pode ser guardado, como \\u0000. Remova-o e envie a requisição de novo.',
  },
  'api.body-too-large': {
    en: 'This is larger than the {megabytes} MB that fit here. Split the flow, or move large texts to a file.',
    es: 'Esto supera los {megabytes} MB que caben aquí. Divida el flujo o pase los textos grandes a un archivo.',
    pt: 'Isto passa dos {megabytes} MB que cabem aqui. Divida o fluxo ou passe os textos grandes para um arquivo.',
  },
  'api.cursor-invalid': {
    en: 'This place in the list is not valid. Load the list again from its beginning.',
    es: 'Ese punto de la lista no es válido. Vuelva a cargar la lista desde el principio.',
    pt: 'Esse ponto da lista não é válido. Carregue a lista de novo desde o início.',
  },
  'api.flow-not-found': {
    en: 'This flow does not exist, or it was removed. Choose one from the list of flows.',
    es: 'Este flujo no existe o fue eliminado. Elija uno de la lista de flujos.',
    pt: 'Este fluxo não existe ou foi removido. Escolha um na lista de fluxos.',
  },
  'api.schedule-not-found': {
    en: 'This schedule does not exist, or it was removed. Load the schedules of the flow again.',
    es: 'Esta programación no existe o fue eliminada. Vuelva a cargar las programaciones del flujo.',
    pt: 'Este agendamento não existe ou foi removido. Carregue de novo os agendamentos do fluxo.',
  },
  'api.version-not-found': {
    en: 'The flow has no such version. Choose one from its list of versions.',
    es: 'El flujo no tiene esa versión. Elija una de su lista de versiones.',
    pt: 'O fluxo não tem essa versão. Escolha uma na lista de versões.',
  },
  'api.run-not-found': {
    en: 'This run does not exist, or it was removed with its flow. Choose one from the list of runs.',
    es: 'Esta ejecución no existe o se eliminó con su flujo. Elija una de la lista de ejecuciones.',
    pt: 'Esta execução não existe ou foi removida com o fluxo. Escolha uma na lista de execuções.',
  },
  'api.connection-not-found': {
    en: 'This connection does not exist, or it was removed. Choose another one.',
    es: 'Esta conexión no existe o fue eliminada. Elija otra.',
    pt: 'Esta conexão não existe ou foi removida. Escolha outra.',
  },
  'api.store-not-found': {
    en: 'This store does not exist, or it was removed. Choose another one.',
    es: 'Esta tienda no existe o fue eliminada. Elija otra.',
    pt: 'Esta loja não existe ou foi removida. Escolha outra.',
  },
  'api.connection-kind-unknown': {
    en: 'There is no kind of connection called "{kind}". Choose one from the list.',
    es: 'No hay ningún tipo de conexión llamado "{kind}". Elija uno de la lista.',
    pt: 'Não existe um tipo de conexão chamado "{kind}". Escolha um da lista.',
  },
  'api.connection-kind-fixed': {
    en: 'The kind of a saved connection cannot change. Add a new connection of the other kind.',
    es: 'El tipo de una conexión guardada no puede cambiar. Agregue una conexión nueva del otro tipo.',
    pt: 'O tipo de uma conexão salva não pode mudar. Adicione uma conexão nova do outro tipo.',
  },
  'api.connection-in-use': {
    en: 'The connection "{name}" is in use: stores ({stores}), flows ({flows}). Give them another connection first.',
    es: 'La conexión "{name}" está en uso: tiendas ({stores}), flujos ({flows}). Deles primero otra conexión.',
    pt: 'A conexão "{name}" está em uso: lojas ({stores}), fluxos ({flows}). Dê a eles outra conexão primeiro.',
  },
  'api.connection-silent': {
    en: 'The other side did not answer within {seconds} seconds. Check the address, and that a firewall lets Eclusa through.',
    es: 'El otro sistema no respondió en {seconds} segundos. Revise la dirección y que ningún firewall bloquee a Eclusa.',
    pt: 'O outro sistema não respondeu em {seconds} segundos. Verifique o endereço e se nenhum firewall bloqueia a Eclusa.',
  },
  'api.secrets-needed-again': {
    en: 'The address changed, so the secrets must be typed again: otherwise they would be sent to the new place unseen.',
    es: 'La dirección cambió, así que debe escribir de nuevo las claves: si no, se enviarían al nuevo lugar sin que nadie lo note.',
    pt: 'O endereço mudou, então é preciso digitar as credenciais de novo: do contrário, elas iriam para o novo lugar sem ninguém notar.',
  },
  'api.store-needs-vtex': {
    en: 'A store needs a VTEX connection, and "{name}" is of another kind. Choose or add a VTEX connection.',
    es: 'Una tienda necesita una conexión VTEX y "{name}" es de otro tipo. Elija o agregue una conexión VTEX.',
    pt: 'Uma loja precisa de uma conexão VTEX, e "{name}" é de outro tipo. Escolha ou adicione uma conexão VTEX.',
  },
  'api.store-has-open-runs': {
    en: 'The store "{name}" has {runs} unfinished runs. Cancel them or wait for them to finish, then remove the store.',
    es: 'La tienda "{name}" tiene {runs} ejecuciones sin terminar. Cancélelas o espere a que terminen y luego elimine la tienda.',
    pt: 'A loja "{name}" tem {runs} execuções não terminadas. Cancele-as ou espere que terminem e depois remova a loja.',
  },
  'api.flow-has-open-runs': {
    en: 'The flow "{name}" has {runs} unfinished runs. Cancel them or wait for them to finish, then remove the flow.',
    es: 'El flujo "{name}" tiene {runs} ejecuciones sin terminar. Cancélelas o espere a que terminen y luego elimine el flujo.',
    pt: 'O fluxo "{name}" tem {runs} execuções não terminadas. Cancele-as ou espere que terminem e depois remova o fluxo.',
  },
  'api.flow-changed': {
    en: '{who} saved "{name}" in the meantime (revision {revision}). Compare both drafts, then keep theirs or save yours over it.',
    es: '{who} guardó "{name}" mientras tanto (revisión {revision}). Compare los dos borradores y conserve el suyo o guarde el propio encima.',
    pt: '{who} salvou "{name}" nesse meio-tempo (revisão {revision}). Compare os dois rascunhos e fique com o dele ou salve o seu por cima.',
  },
  'api.flow-malformed': {
    en: 'This is not a flow document: {count} places are not as its schema says, the first at {first}. The schema is at /api/flows/schema.json.',
    es: 'Esto no es un documento de flujo: {count} partes no siguen el esquema, la primera en {first}. El esquema está en /api/flows/schema.json.',
    pt: 'Isto não é um documento de fluxo: {count} pontos não seguem o esquema, o primeiro em {first}. O esquema está em /api/flows/schema.json.',
  },
  'api.flow-has-problems': {
    en: '"{name}" has {count} errors and cannot run like this. Open the list of problems and mend them.',
    es: '"{name}" tiene {count} errores y así no puede ejecutarse. Abra la lista de problemas y corríjalos.',
    pt: '"{name}" tem {count} erros e não pode ser executado assim. Abra a lista de problemas e corrija-os.',
  },
  'api.flow-not-published': {
    en: '"{name}" has not been published yet. Publish it, then run it.',
    es: '"{name}" todavía no se publicó. Publíquelo y luego ejecútelo.',
    pt: '"{name}" ainda não foi publicado. Publique-o e depois execute.',
  },
  'api.rows-missing': {
    en: '"{name}" works on rows that come with the call. Send them as "rows", an object or a list of objects.',
    es: '"{name}" trabaja con filas que llegan con la llamada. Envíelas en "rows", un objeto o una lista de objetos.',
    pt: '"{name}" trabalha com linhas que vêm com a chamada. Envie-as em "rows", um objeto ou uma lista de objetos.',
  },
  'api.rows-invalid': {
    en: 'The rows cannot be taken: "{first}" is the first of {count} entries that are not as they should be. Nothing was started. Correct them and send the call again.',
    es: 'No se pueden recibir las filas: "{first}" es el primero de {count} elementos que no están como deben. No se inició nada. Corríjalos y envíe la llamada de nuevo.',
    pt: 'Não dá para receber as linhas: "{first}" é o primeiro de {count} itens que não estão como deveriam. Nada foi iniciado. Corrija-os e envie a chamada de novo.',
  },
  'api.flow-changing': {
    en: 'The flow is being published again and again just now. Nothing was started. Send the call once more.',
    es: 'El flujo se está publicando una y otra vez en este momento. No se inició nada. Envíe la llamada de nuevo.',
    pt: 'O fluxo está sendo publicado repetidamente neste momento. Nada foi iniciado. Envie a chamada de novo.',
  },
  'api.flow-is-called': {
    en: '"{name}" works on rows that another system sends, so it cannot run at set times. Let that system call it, or begin the flow with a box that reads.',
    es: '"{name}" trabaja con filas que envía otro sistema, así que no puede ejecutarse a horas fijas. Haga que ese sistema lo llame o empiece el flujo con una caja que lea.',
    pt: '"{name}" trabalha com linhas que outro sistema envia, por isso não pode rodar em horários fixos. Faça esse sistema chamá-lo ou comece o fluxo com uma caixa que leia.',
  },
  'api.rows-unwanted': {
    en: '"{name}" reads its rows itself and takes none with the call. Leave out "rows", or publish it with the box "Called by another system".',
    es: '"{name}" lee sus filas por sí mismo y no recibe ninguna con la llamada. Quite "rows" o publíquelo con la caja "Llamado por otro sistema".',
    pt: '"{name}" lê as próprias linhas e não recebe nenhuma com a chamada. Retire "rows" ou publique-o com a caixa "Chamado por outro sistema".',
  },
  'api.binding-invalid': {
    en: '{count} connections or parameters of this flow cannot be used as they are, the first at {first}. Choose them again.',
    es: '{count} conexiones o parámetros de este flujo no sirven como están; el primero es {first}. Elíjalos de nuevo.',
    pt: '{count} conexões ou parâmetros deste fluxo não servem como estão; o primeiro é {first}. Escolha-os de novo.',
  },
  'api.slot-unbound': {
    en: 'Choose a connection for: {slots}. The flow cannot run without it.',
    es: 'Elija una conexión para: {slots}. Sin ella el flujo no puede ejecutarse.',
    pt: 'Escolha uma conexão para: {slots}. Sem ela o fluxo não pode ser executado.',
  },
  'api.parameter-missing': {
    en: 'Give a value for: {parameters}. The flow cannot run without it.',
    es: 'Indique un valor para: {parameters}. Sin él el flujo no puede ejecutarse.',
    pt: 'Informe um valor para: {parameters}. Sem ele o fluxo não pode ser executado.',
  },
  'api.run-not-stopped': {
    en: 'Only a run that failed or was stopped can go on. This one is still under way or has come to its end: wait for it, or start a new run.',
    es: 'Solo puede continuar una ejecución que falló o se detuvo. Esta sigue en curso o ya llegó a su fin: espere o inicie una nueva.',
    pt: 'Só pode continuar uma execução que falhou ou foi parada. Esta ainda está em andamento ou já chegou ao fim: espere ou inicie uma nova.',
  },
  'api.nothing-to-replay': {
    en: 'None of these rows is waiting: they were repeated already, or none failed. Look at the runs that repeated them.',
    es: 'Ninguna de estas filas está pendiente: ya se repitieron o ninguna falló. Vea las ejecuciones que las repitieron.',
    pt: 'Nenhuma destas linhas está pendente: já foram repetidas ou nenhuma falhou. Veja as execuções que as repetiram.',
  },
  'api.nothing-in-doubt': {
    en: 'None of these rows is in doubt any more: somebody has settled them. Look at the runs in which they went on.',
    es: 'Ninguna de estas filas sigue en duda: alguien ya las resolvió. Vea las ejecuciones en las que continuaron.',
    pt: 'Nenhuma destas linhas está mais em dúvida: alguém já as resolveu. Veja as execuções em que continuaram.',
  },
  'api.page-not-found': {
    en: 'This run has no such page, or it is not known where in the source the page began. Choose one from the list of its pages.',
    es: 'Esta ejecución no tiene esa página, o no se sabe en qué parte del origen empezó. Elija una de la lista de páginas.',
    pt: 'Esta execução não tem essa página, ou não se sabe em que ponto da origem ela começou. Escolha uma na lista de páginas.',
  },
  'api.rerun-open': {
    en: 'This run is still under way. Wait for its end or stop it, then read its source again.',
    es: 'Esta ejecución sigue en curso. Espere a que termine o deténgala, y luego vuelva a leer el origen.',
    pt: 'Esta execução ainda está em andamento. Espere o fim ou pare-a, e depois leia a origem de novo.',
  },
  'api.rerun-replay': {
    en: 'This run repeated failed rows and read no source. Go to the run that read them, and read again from there.',
    es: 'Esta ejecución repitió filas fallidas y no leyó ningún origen. Vaya a la ejecución que las leyó y vuelva a leer desde allí.',
    pt: 'Esta execução repetiu linhas com falha e não leu nenhuma origem. Vá à execução que as leu e leia de novo a partir dela.',
  },
  'api.rerun-sources': {
    en: 'A flow with several sources cannot be read again from a page: the others would not be at the same place. Run it from the beginning.',
    es: 'Un flujo con varios orígenes no se puede volver a leer desde una página: los otros no estarían en el mismo punto. Ejecútelo desde el principio.',
    pt: 'Um fluxo com várias origens não pode ser lido de novo a partir de uma página: as outras não estariam no mesmo ponto. Execute-o desde o início.',
  },
  'api.rerun-barrier': {
    en: 'A box of this flow needs all rows, and from a page on it would get only some of them. Run the flow from the beginning.',
    es: 'Una caja de este flujo necesita todas las filas, y desde una página recibiría solo algunas. Ejecute el flujo desde el principio.',
    pt: 'Uma caixa deste fluxo precisa de todas as linhas, e a partir de uma página receberia só algumas. Execute o fluxo desde o início.',
  },
  'api.rerun-source-changed': {
    en: 'In version {version} the source is not set up as it was, so the place of this page means nothing there. Read again with the version of the run.',
    es: 'En la versión {version} el origen no está configurado como antes, así que el lugar de esta página no significa nada allí. Vuelva a leer con la versión de la ejecución.',
    pt: 'Na versão {version} a origem não está configurada como antes, por isso o ponto desta página não vale nela. Leia de novo com a versão da execução.',
  },
  'api.replay-what': {
    en: 'Say which failed rows to repeat: some of them, those of one box or one cause, or all.',
    es: 'Indique qué filas fallidas repetir: algunas, las de una caja o una causa, o todas.',
    pt: 'Diga quais linhas com falha repetir: algumas, as de uma caixa ou uma causa, ou todas.',
  },
  'api.replay-node-missing': {
    en: 'Version {version} has no box {nodes}, where these rows failed. Repeat them with the version that has it.',
    es: 'La versión {version} no tiene la caja {nodes}, donde fallaron estas filas. Repítalas con la versión que la tiene.',
    pt: 'A versão {version} não tem a caixa {nodes}, onde estas linhas falharam. Repita-as com a versão que a tem.',
  },
  'api.test-too-slow': {
    en: 'The box was still not done after {seconds} seconds. Try fewer rows, or check that the other system answers.',
    es: 'La caja no terminó en {seconds} segundos. Pruebe con menos filas o revise que el otro sistema responda.',
    pt: 'A caixa não terminou em {seconds} segundos. Tente com menos linhas ou verifique se o outro sistema responde.',
  },
  'api.sample-too-large': {
    en: 'These sample rows are larger than {kilobytes} kB. Keep fewer rows, or leave out long texts.',
    es: 'Estas filas de muestra superan los {kilobytes} kB. Guarde menos filas o quite los textos largos.',
    pt: 'Estas linhas de amostra passam de {kilobytes} kB. Guarde menos linhas ou tire os textos longos.',
  },
  'api.file-too-large': {
    en: 'The file is larger than the {megabytes} MB that may be uploaded. Split it, or let the flow read it from an address.',
    es: 'El archivo supera los {megabytes} MB que se pueden subir. Divídalo o haga que el flujo lo lea desde una dirección.',
    pt: 'O arquivo passa dos {megabytes} MB que podem ser enviados. Divida-o ou faça o fluxo lê-lo de um endereço.',
  },
  'api.upload-broken': {
    en: 'The upload ended before the whole file had arrived, so nothing was kept. Upload the file again.',
    es: 'La subida terminó antes de llegar el archivo completo, así que no se guardó nada. Suba el archivo de nuevo.',
    pt: 'O envio terminou antes de o arquivo chegar inteiro, então nada foi guardado. Envie o arquivo de novo.',
  },
  'api.database-away': {
    en: 'Eclusa cannot reach its database right now. Runs that were accepted are kept and go on when it is back. Wait a moment, look whether your last change is there and, if not, try again.',
    es: 'Eclusa no alcanza su base de datos en este momento. Las ejecuciones aceptadas se conservan y siguen cuando vuelva. Espere un momento, vea si su último cambio está y, si no, inténtelo de nuevo.',
    pt: 'A Eclusa não alcança o banco de dados agora. As execuções aceitas ficam guardadas e continuam quando ele voltar. Espere um momento, veja se sua última alteração está lá e, se não estiver, tente de novo.',
  },
};
