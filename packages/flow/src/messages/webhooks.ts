// Sentences about calls to the addresses of flows (webhooks).
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const webhookMessages: Record<string, Text> = {
  'nodes.hook-signature': {
    en: 'This call does not prove who it is from: its signature, secret or password is missing, wrong or too old. Nothing was run. Check that both sides hold the same secret and that the clocks are right.',
    es: 'Esta llamada no demuestra de quién es: falta su firma, secreto o contraseña, no coincide o es demasiado antigua. No se ejecutó nada. Revise que ambos lados tengan el mismo secreto y la hora correcta.',
    pt: 'Esta chamada não comprova de quem é: a assinatura, o segredo ou a senha falta, não confere ou é antiga demais. Nada foi executado. Confira se os dois lados têm o mesmo segredo e a hora certa.',
  },
  'nodes.hook-method': {
    en: 'This address takes calls by {allowed} only. Nothing was run. Change the method in the other system, or in the box.',
    es: 'Esta dirección solo recibe llamadas por {allowed}. No se ejecutó nada. Cambie el método en el otro sistema o en la caja.',
    pt: 'Este endereço só recebe chamadas por {allowed}. Nada foi executado. Mude o método no outro sistema ou na caixa.',
  },
  'nodes.hook-type': {
    en: 'Bodies of type "{type}" are not read here. Nothing was run. Send JSON, a form, XML or CSV, and say so in Content-Type.',
    es: 'Aquí no se leen cuerpos de tipo "{type}". No se ejecutó nada. Envíe JSON, un formulario, XML o CSV e indíquelo en Content-Type.',
    pt: 'Corpos do tipo "{type}" não são lidos aqui. Nada foi executado. Envie JSON, um formulário, XML ou CSV e diga isso em Content-Type.',
  },
  'nodes.hook-charset': {
    en: 'The character set "{charset}" is not known here. Nothing was run. Send the body in UTF-8.',
    es: 'El juego de caracteres "{charset}" no se conoce aquí. No se ejecutó nada. Envíe el cuerpo en UTF-8.',
    pt: 'O conjunto de caracteres "{charset}" não é conhecido aqui. Nada foi executado. Envie o corpo em UTF-8.',
  },
  'nodes.hook-characters': {
    en: 'The body is not written in {charset}, as it says. Nothing was run. Name its real character set in Content-Type.',
    es: 'El cuerpo no está escrito en {charset}, como dice. No se ejecutó nada. Indique su juego de caracteres real en Content-Type.',
    pt: 'O corpo não está escrito em {charset}, como diz. Nada foi executado. Informe o conjunto de caracteres real em Content-Type.',
  },
  'nodes.hook-broken': {
    en: 'The body cannot be read as {type}. Nothing was run. Send it complete, or correct Content-Type.',
    es: 'El cuerpo no se puede leer como {type}. No se ejecutó nada. Envíelo completo o corrija Content-Type.',
    pt: 'O corpo não pode ser lido como {type}. Nada foi executado. Envie-o completo ou corrija o Content-Type.',
  },
  'nodes.hook-xml': {
    en: 'XML with a document type or entities, or nested too deep, is not read. Nothing was run. Send it without <!DOCTYPE>.',
    es: 'No se lee XML con tipo de documento o entidades, ni demasiado anidado. No se ejecutó nada. Envíelo sin <!DOCTYPE>.',
    pt: 'XML com tipo de documento ou entidades, ou aninhado demais, não é lido. Nada foi executado. Envie-o sem <!DOCTYPE>.',
  },
  'nodes.hook-file': {
    en: '"{name}" is a file, and files are not taken here. Nothing was run. Send its content as the body, such as text/csv, or upload it and name it in the call.',
    es: '"{name}" es un archivo, y aquí no se reciben archivos. No se ejecutó nada. Envíe su contenido como cuerpo, por ejemplo text/csv, o súbalo e indíquelo en la llamada.',
    pt: '"{name}" é um arquivo, e arquivos não são recebidos aqui. Nada foi executado. Envie o conteúdo como corpo, por exemplo text/csv, ou carregue-o e cite-o na chamada.',
  },
  'nodes.hook-too-many-rows': {
    en: 'The call brings {count} rows; {most} is the most. Nothing was run. Split it into several calls.',
    es: 'La llamada trae {count} filas; el máximo es {most}. No se ejecutó nada. Divídala en varias llamadas.',
    pt: 'A chamada traz {count} linhas; o máximo é {most}. Nada foi executado. Divida-a em várias chamadas.',
  },
  'nodes.hook-no-rows': {
    en: 'There are no rows in the call: an object or a list of objects was expected. Nothing was run. Check the body and "Where the rows are" in the box.',
    es: 'No hay filas en la llamada: se esperaba un objeto o una lista de objetos. No se ejecutó nada. Revise el cuerpo y «Dónde están las filas» en la caja.',
    pt: 'Não há linhas na chamada: era esperado um objeto ou uma lista de objetos. Nada foi executado. Confira o corpo e “Onde estão as linhas” na caixa.',
  },
  'connections.webhook-address': {
    en: 'The webhook address is not one that can be called. Paste it as the chat shows it, beginning with https://.',
    es: 'La dirección del webhook no se puede llamar. Péguela como la muestra el chat, empezando por https://.',
    pt: 'O endereço do webhook não pode ser chamado. Cole como o chat o mostra, começando com https://.',
  },
  'connections.outgoing-webhook-ready': {
    en: 'The address on {host} is complete and can be reached. No message was sent, since people would read it; send one with the box.',
    es: 'La dirección en {host} está completa y se puede alcanzar. No se envió ningún mensaje, porque alguien lo leería; envíe uno con la caja.',
    pt: 'O endereço em {host} está completo e pode ser alcançado. Nenhuma mensagem foi enviada, porque pessoas a leriam; envie uma com a caixa.',
  },
  'nodes.notice-too-large': {
    en: 'The message is larger than {kilobytes} kB. Map fewer fields, or send one message for fewer rows.',
    es: 'El mensaje supera los {kilobytes} kB. Asigne menos campos o envíe un mensaje por menos filas.',
    pt: 'A mensagem passa de {kilobytes} kB. Mapeie menos campos ou envie uma mensagem para menos linhas.',
  },
  'nodes.notice-refused': {
    en: '{host} took the call and refused the message: {reason}. Check the form of the message in this box, and that the channel still takes webhooks.',
    es: '{host} recibió la llamada y rechazó el mensaje: {reason}. Revise la forma del mensaje en esta caja y que el canal siga recibiendo webhooks.',
    pt: '{host} recebeu a chamada e recusou a mensagem: {reason}. Confira a forma da mensagem nesta caixa e se o canal ainda recebe webhooks.',
  },
  'connections.webhook-ready': {
    en: 'Saved values are complete. Whether both sides hold the same secret shows with the first call.',
    es: 'Los valores están completos. Si ambos lados tienen el mismo secreto se ve con la primera llamada.',
    pt: 'Os valores estão completos. Se os dois lados têm o mesmo segredo, a primeira chamada mostra.',
  },
  'api.hook-unready': {
    en: 'This address cannot check calls yet: the connection with its secret is missing. Nothing was run. Bind it in the flow and call again.',
    es: 'Esta dirección todavía no puede verificar llamadas: falta la conexión con su secreto. No se ejecutó nada. Vincúlela en el flujo y llame de nuevo.',
    pt: 'Este endereço ainda não consegue verificar chamadas: falta a conexão com o segredo. Nada foi executado. Vincule-a no fluxo e chame de novo.',
  },
};
