// Sentences for the codes of message queues and mailboxes.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const queuesMessages: Record<string, Text> = {
  'nodes.vhost-refused': {
    en: '{server} does not let this user into the virtual host {vhost}. Check its name in the connection, or ask the operator for the rights to it.',
    es: '{server} no deja a este usuario entrar en el host virtual {vhost}. Revise su nombre en la conexión o pida los permisos al operador.',
    pt: '{server} não deixa este usuário entrar no host virtual {vhost}. Confira o nome na conexão ou peça as permissões ao operador.',
  },
  'nodes.queue-missing': {
    en: 'There is no queue {name} on {server}. Check its name in this box, or have the operator make it.',
    es: 'No existe la cola {name} en {server}. Revise su nombre en esta caja o pida al operador que la cree.',
    pt: 'Não existe a fila {name} em {server}. Confira o nome nesta caixa ou peça ao operador que a crie.',
  },
  'nodes.exchange-missing': {
    en: 'There is no exchange {name} on {server}. Check its name in this box, or have the operator make it.',
    es: 'No existe el exchange {name} en {server}. Revise su nombre en esta caja o pida al operador que lo cree.',
    pt: 'Não existe o exchange {name} em {server}. Confira o nome nesta caixa ou peça ao operador que o crie.',
  },
  'nodes.queue-denied': {
    en: '{server} does not let this user at {name} ({reason}). Ask its operator for the rights to it.',
    es: '{server} no deja a este usuario llegar a {name} ({reason}). Pida los permisos a su operador.',
    pt: '{server} não deixa este usuário acessar {name} ({reason}). Peça as permissões ao operador dele.',
  },
  'nodes.message-not-json': {
    en: 'The message {message} is not valid JSON. It has left the queue and is kept here; ask its sender, or choose Text as the content in this box.',
    es: 'El mensaje {message} no es JSON válido. Salió de la cola y se conserva aquí; consulte a quien lo envía o elija Texto como contenido en esta caja.',
    pt: 'A mensagem {message} não é um JSON válido. Ela saiu da fila e fica guardada aqui; fale com quem a envia ou escolha Texto como conteúdo nesta caixa.',
  },
  'nodes.message-not-utf8': {
    en: 'The message {message} is not text in UTF-8. It has left the queue; ask its sender to send UTF-8.',
    es: 'El mensaje {message} no es texto en UTF-8. Salió de la cola; pida a quien lo envía que use UTF-8.',
    pt: 'A mensagem {message} não é texto em UTF-8. Ela saiu da fila; peça a quem a envia que use UTF-8.',
  },
  'nodes.message-packed': {
    en: 'The message {message} is packed as {encoding}, which cannot be unpacked. It has left the queue; ask its sender to send it plain or as gzip.',
    es: 'El mensaje {message} viene comprimido como {encoding}, que no se puede descomprimir. Salió de la cola; pida a quien lo envía que lo mande sin comprimir o como gzip.',
    pt: 'A mensagem {message} vem compactada como {encoding}, que não pode ser descompactado. Ela saiu da fila; peça a quem a envia que mande sem compactar ou como gzip.',
  },
  'nodes.message-too-large': {
    en: 'The message {message} is larger than {kilobytes} kB. It has left the queue; raise "Largest message" in this box, and have it sent again.',
    es: 'El mensaje {message} supera los {kilobytes} kB. Salió de la cola; suba «Mensaje más grande» en esta caja y pida que lo envíen otra vez.',
    pt: 'A mensagem {message} passa de {kilobytes} kB. Ela saiu da fila; aumente "Maior mensagem" nesta caixa e peça que a enviem de novo.',
  },
  'nodes.message-unroutable': {
    en: 'No queue on {server} takes messages with the key {key} of the exchange {exchange}. Check the key in this box, or have the operator bind a queue to it.',
    es: 'Ninguna cola de {server} toma mensajes con la clave {key} del exchange {exchange}. Revise la clave en esta caja o pida al operador que le asigne una cola.',
    pt: 'Nenhuma fila de {server} recebe mensagens com a chave {key} do exchange {exchange}. Confira a chave nesta caixa ou peça ao operador que ligue uma fila a ela.',
  },
  'nodes.routing-key-empty': {
    en: 'The routing key is empty for this row. Check the expression in this box, or fill in the field it reads.',
    es: 'La clave de ruteo está vacía en esta fila. Revise la expresión en esta caja o complete el campo que lee.',
    pt: 'A chave de roteamento está vazia nesta linha. Confira a expressão nesta caixa ou preencha o campo que ela lê.',
  },
  'connections.broker-answered': {
    en: '{server} answered: {product}.',
    es: '{server} respondió: {product}.',
    pt: '{server} respondeu: {product}.',
  },
  'nodes.mailbox-refused': {
    en: '{server} did not do what was asked of the mail folder {name} ({reason}). Check the name of the folder in this box and the rights of the account.',
    es: '{server} no hizo lo pedido con la carpeta de correo {name} ({reason}). Revise el nombre de la carpeta en esta caja y los permisos de la cuenta.',
    pt: '{server} não fez o que foi pedido com a pasta de e-mail {name} ({reason}). Confira o nome da pasta nesta caixa e as permissões da conta.',
  },
  'connections.mailbox-answered': {
    en: '{server} answered. Mails of the last week bring {count} files.',
    es: '{server} respondió. Los correos de la última semana traen {count} archivos.',
    pt: '{server} respondeu. Os e-mails da última semana trazem {count} arquivos.',
  },
};
