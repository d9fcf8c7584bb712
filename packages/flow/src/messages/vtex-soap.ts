// Sentences about the deprecated SOAP Web Service.
import type { Text } from '../text';

export const vtexSoapMessages: Readonly<Record<string, Text>> = {
  'vtex.soap-refused': {
    en: 'The SOAP Web Service refused this row: {message} ({vtexCode}). Correct the values at the source or in the mapping, then replay the row.',
    es: 'El Web Service SOAP rechazó esta fila: {message} ({vtexCode}). Corrija los valores en el origen o en el mapeo y vuelva a procesar la fila.',
    pt: 'O Web Service SOAP recusou esta linha: {message} ({vtexCode}). Corrija os valores na origem ou no mapeamento e reprocesse a linha.',
  },
  'vtex.soap-fault': {
    en: 'The SOAP Web Service broke down over this row: {message} ({vtexCode}). Eclusa tried again where that does no harm; look at the item in the store, then replay the row or convert the box to REST.',
    es: 'El Web Service SOAP falló con esta fila: {message} ({vtexCode}). Eclusa reintentó donde no hace daño; mire el ítem en la tienda y vuelva a procesar la fila, o convierta la caja a REST.',
    pt: 'O Web Service SOAP quebrou nesta linha: {message} ({vtexCode}). A Eclusa tentou de novo onde isso não faz mal; olhe o item na loja e reprocesse a linha, ou converta a caixa para REST.',
  },
  'vtex.soap-unauthorized': {
    en: 'The SOAP Web Service does not accept the user and password. Put a user with the resource "Webservice" into the connection, or convert the box to REST, which needs only the application key.',
    es: 'El Web Service SOAP no acepta el usuario y la contraseña. Indique en la conexión un usuario con el recurso «Webservice», o convierta la caja a REST, que solo necesita la clave de aplicación.',
    pt: 'O Web Service SOAP não aceita o usuário e a senha. Informe na conexão um usuário com o recurso "Webservice", ou converta a caixa para REST, que só precisa da chave de aplicação.',
  },
  'vtex.soap-gone': {
    en: 'The SOAP Web Service of this store does not answer any more: VTEX announced its end for September 2025. Convert the box to REST.',
    es: 'El Web Service SOAP de esta tienda ya no responde: VTEX anunció su fin para septiembre de 2025. Convierta la caja a REST.',
    pt: 'O Web Service SOAP desta loja não responde mais: a VTEX anunciou o fim dele para setembro de 2025. Converta a caixa para REST.',
  },
  'vtex.soap-answer-strange': {
    en: 'The SOAP Web Service answered {route} with something that is no answer to it. It begins: {start}. Replay the row; if it stays, check the SOAP address in the connection.',
    es: 'El Web Service SOAP respondió a {route} con algo que no es su respuesta. Empieza así: {start}. Vuelva a procesar la fila; si se repite, revise la dirección SOAP de la conexión.',
    pt: 'O Web Service SOAP respondeu a {route} com algo que não é a resposta. Começa assim: {start}. Reprocesse a linha; se continuar, confira o endereço SOAP da conexão.',
  },
  'vtex.soap-answer-refused': {
    en: 'The answer to {route} was not read, because it could do harm ({reason}): document types, very deep and very long answers are refused. Ask for less, or check the SOAP address in the connection.',
    es: 'La respuesta a {route} no se leyó porque podría causar daño ({reason}): se rechazan los tipos de documento y las respuestas muy profundas o muy largas. Pida menos, o revise la dirección SOAP de la conexión.',
    pt: 'A resposta a {route} não foi lida porque poderia causar dano ({reason}): tipos de documento e respostas muito profundas ou muito longas são recusados. Peça menos, ou confira o endereço SOAP da conexão.',
  },
  'vtex.soap-method-unknown': {
    en: 'The SOAP Web Service has no method "{method}". Choose one from the list.',
    es: 'El Web Service SOAP no tiene el método «{method}». Elija uno de la lista.',
    pt: 'O Web Service SOAP não tem o método "{method}". Escolha um da lista.',
  },
  'vtex.soap-member-unknown': {
    en: 'The SOAP Web Service knows no "{member}" in {where}. Correct the name in the expression.',
    es: 'El Web Service SOAP no conoce «{member}» en {where}. Corrija el nombre en la expresión.',
    pt: 'O Web Service SOAP não conhece "{member}" em {where}. Corrija o nome na expressão.',
  },
  'vtex.soap-value-wrong': {
    en: 'The value {value} at {where} is no {type}. Correct the expression that gives it.',
    es: 'El valor {value} en {where} no es {type}. Corrija la expresión que lo da.',
    pt: 'O valor {value} em {where} não é {type}. Corrija a expressão que o dá.',
  },
  'vtex.soap-user-invalid': {
    en: 'The SOAP user is missing or has a colon or a line break in it. Correct user and password in the connection.',
    es: 'Falta el usuario SOAP o contiene dos puntos o un salto de línea. Corrija usuario y contraseña en la conexión.',
    pt: 'O usuário SOAP está faltando ou tem dois-pontos ou quebra de linha. Corrija usuário e senha na conexão.',
  },
  'vtex.soap-category-ambiguous': {
    en: 'SOAP finds categories by name alone, and the category "{name}" it found (id {id}) stands elsewhere in the tree. Convert the box to REST, which finds categories by their whole path.',
    es: 'SOAP busca categorías solo por nombre, y la categoría «{name}» que encontró (id {id}) está en otro lugar del árbol. Convierta la caja a REST, que las busca por su ruta completa.',
    pt: 'O SOAP localiza categorias só pelo nome, e a categoria "{name}" que ele achou (id {id}) está em outro lugar da árvore. Converta a caixa para REST, que as localiza pelo caminho inteiro.',
  },
};
