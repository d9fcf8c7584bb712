// Sentences for the codes of sources: addresses, answers, pages, files.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const sourcesMessages: Record<string, Text> = {
  'nodes.odata-batch-short': {
    en: 'The service stopped before it came to this row. It is sent again; if this goes on, set “Rows per request” to 1.',
    es: 'El servicio se detuvo antes de llegar a esta fila. Se envía otra vez; si continúa, ponga «Filas por solicitud» en 1.',
    pt: 'O serviço parou antes de chegar a esta linha. Ela é enviada de novo; se continuar, ponha “Linhas por solicitação” em 1.',
  },
  'nodes.odata-batch-broken': {
    en: 'The service answered the rows that were sent together with something else: {start}. Set “Rows per request” to 1 in this box.',
    es: 'El servicio respondió otra cosa a las filas enviadas juntas: {start}. Ponga «Filas por solicitud» en 1 en esta caja.',
    pt: 'O serviço respondeu outra coisa às linhas enviadas juntas: {start}. Ponha “Linhas por solicitação” em 1 nesta caixa.',
  },
  'nodes.list-no-table': {
    en: 'The database has no table {table}, or does not let this user see it. Choose one from the list, or check how its name is spelled.',
    es: 'La base de datos no tiene la tabla {table} o no deja que este usuario la vea. Elija una de la lista o revise cómo se escribe.',
    pt: 'O banco de dados não tem a tabela {table}, ou não deixa este usuário vê-la. Escolha uma da lista ou confira como se escreve.',
  },
  'nodes.list-unknown': {
    en: 'This kind of database ({kind}) is not asked for its tables. Type the name as the database spells it.',
    es: 'A este tipo de base de datos ({kind}) no se le piden sus tablas. Escriba el nombre como lo escribe la base de datos.',
    pt: 'As tabelas deste tipo de banco de dados ({kind}) não são consultadas. Digite o nome como o banco de dados o escreve.',
  },
  'nodes.list-upload-only': {
    en: 'The sheets are listed for an uploaded file. For files that lie elsewhere, type the name on the tab.',
    es: 'Las hojas se muestran para un archivo subido. Para archivos que están en otro lugar, escriba el nombre de la pestaña.',
    pt: 'As abas são listadas para um arquivo enviado. Para arquivos em outro lugar, digite o nome da aba.',
  },
  'nodes.example-broken': {
    en: 'The example is not JSON. Write one object, or a list of objects, with every name in quotes.',
    es: 'El ejemplo no es JSON. Escriba un objeto o una lista de objetos, con cada nombre entre comillas.',
    pt: 'O exemplo não é JSON. Escreva um objeto ou uma lista de objetos, com cada nome entre aspas.',
  },
  'nodes.example-row': {
    en: 'Entry {row} of the example is not an object. Write it as { "codigo": "SKU-1" }.',
    es: 'El elemento {row} del ejemplo no es un objeto. Escríbalo como { "codigo": "SKU-1" }.',
    pt: 'O item {row} do exemplo não é um objeto. Escreva-o como { "codigo": "SKU-1" }.',
  },
  'nodes.address-invalid': {
    en: '"{address}" is not a web address. Write one that begins with http:// or https://.',
    es: '«{address}» no es una dirección web. Escriba una que empiece con http:// o https://.',
    pt: '"{address}" não é um endereço da web. Escreva um que comece com http:// ou https://.',
  },
  'nodes.address-refused': {
    en: '{host} leads to the private address {address}, which flows may not reach. Use a public address, or ask the operator of this installation to allow this one.',
    es: '{host} lleva a la dirección privada {address}, a la que los flujos no pueden llegar. Use una dirección pública o pida al operador de esta instalación que la permita.',
    pt: '{host} leva ao endereço privado {address}, que os fluxos não podem acessar. Use um endereço público ou peça ao operador desta instalação que o libere.',
  },
  'nodes.too-many-redirects': {
    en: '{address} sends on to other addresses more than {limit} times. Put the final address into the connection.',
    es: '{address} redirige a otras direcciones más de {limit} veces. Ponga la dirección final en la conexión.',
    pt: '{address} redireciona para outros endereços mais de {limit} vezes. Coloque o endereço final na conexão.',
  },
  'nodes.path-leaves-connection': {
    en: 'The path "{path}" leaves {address}, where this connection belongs. Write a path below that address.',
    es: 'La ruta «{path}» sale de {address}, que es a donde pertenece esta conexión. Escriba una ruta dentro de esa dirección.',
    pt: 'O caminho "{path}" sai de {address}, a que esta conexão pertence. Escreva um caminho dentro desse endereço.',
  },
  'nodes.next-leaves-connection': {
    en: 'The answer says to go on at {address}, outside {origin}. Eclusa does not send the connection’s credentials there. Check the paging settings.',
    es: 'La respuesta indica continuar en {address}, fuera de {origin}. Eclusa no envía allí las credenciales de la conexión. Revise los ajustes de paginación.',
    pt: 'A resposta manda continuar em {address}, fora de {origin}. A Eclusa não envia as credenciais da conexão para lá. Confira os ajustes de paginação.',
  },
  'nodes.http-denied': {
    en: '{address} refused the sign-in (status {status}). Check user, password or key in the connection, and its permissions in the other system.',
    es: '{address} rechazó la autenticación (estado {status}). Revise el usuario, la contraseña o la clave en la conexión y sus permisos en el otro sistema.',
    pt: '{address} recusou a autenticação (status {status}). Confira usuário, senha ou chave na conexão e as permissões no outro sistema.',
  },
  'nodes.http-status': {
    en: '{method} {address} answered with status {status}. Check path and parameters; if the status begins with 5, the other system has a problem and you can run again later.',
    es: '{method} {address} respondió con el estado {status}. Revise la ruta y los parámetros; si empieza con 5, el otro sistema tiene un problema y puede ejecutar de nuevo más tarde.',
    pt: '{method} {address} respondeu com o status {status}. Confira o caminho e os parâmetros; se começar com 5, o outro sistema está com problema e você pode executar de novo mais tarde.',
  },
  'nodes.http-timeout': {
    en: 'The other system did not answer in time. Run again later, ask for smaller pages, or raise the waiting time in the settings of this box.',
    es: 'El otro sistema no respondió a tiempo. Ejecute de nuevo más tarde, pida páginas más pequeñas o suba el tiempo de espera en los ajustes de esta caja.',
    pt: 'O outro sistema não respondeu a tempo. Execute de novo mais tarde, peça páginas menores ou aumente o tempo de espera nos ajustes desta caixa.',
  },
  'nodes.answer-packed-wrong': {
    en: '{address} says that its answer is compressed, but it cannot be unpacked ({reason}). Have the other system, or a proxy before it, corrected, then run again.',
    es: '{address} indica que su respuesta está comprimida, pero no se puede descomprimir ({reason}). Haga corregir el otro sistema, o un proxy delante de él, y ejecute de nuevo.',
    pt: '{address} diz que a resposta está compactada, mas não é possível descompactá-la ({reason}). Peça a correção no outro sistema, ou em um proxy antes dele, e execute de novo.',
  },
  'nodes.http-unreachable': {
    en: '{address} cannot be reached ({reason}). Check the address in the connection and that the system is running.',
    es: 'No se puede llegar a {address} ({reason}). Revise la dirección en la conexión y que el sistema esté funcionando.',
    pt: 'Não é possível alcançar {address} ({reason}). Confira o endereço na conexão e se o sistema está no ar.',
  },
  'nodes.body-too-large': {
    en: 'The answer is larger than {megabytes} MB. Ask for smaller pages, or raise the limit in the settings of this box.',
    es: 'La respuesta supera los {megabytes} MB. Pida páginas más pequeñas o suba el límite en los ajustes de esta caja.',
    pt: 'A resposta passa de {megabytes} MB. Peça páginas menores ou aumente o limite nos ajustes desta caixa.',
  },
  'nodes.broken-json': {
    en: 'Page {page} is not valid JSON: the fault is at character {position}, near "{excerpt}". Rows of earlier pages are kept. Have the other system corrected, then run again.',
    es: 'La página {page} no es JSON válido: el error está en el carácter {position}, cerca de «{excerpt}». Las filas de páginas anteriores se conservan. Haga corregir el otro sistema y ejecute de nuevo.',
    pt: 'A página {page} não é um JSON válido: o erro está no caractere {position}, perto de "{excerpt}". As linhas das páginas anteriores são mantidas. Peça a correção no outro sistema e execute de novo.',
  },
  'nodes.json-too-deep': {
    en: 'The answer nests lists and objects more than {limit} levels deep. Ask the other system for a simpler answer.',
    es: 'La respuesta anida listas y objetos en más de {limit} niveles. Pida al otro sistema una respuesta más simple.',
    pt: 'A resposta aninha listas e objetos em mais de {limit} níveis. Peça ao outro sistema uma resposta mais simples.',
  },
  'nodes.items-missing': {
    en: 'There is no list at "{path}" in the answer. It holds: {keys}. Correct "Where the list is".',
    es: 'No hay una lista en «{path}» dentro de la respuesta. Contiene: {keys}. Corrija «Dónde está la lista».',
    pt: 'Não há uma lista em "{path}" na resposta. Ela contém: {keys}. Corrija "Onde está a lista".',
  },
  'nodes.item-not-object': {
    en: 'Entry {row} of the list (page {page}) is of type {type} and not an object, so it cannot be a row. The others go on.',
    es: 'El elemento {row} de la lista (página {page}) es de tipo {type} y no un objeto, así que no puede ser una fila. Los demás continúan.',
    pt: 'O item {row} da lista (página {page}) é do tipo {type} e não um objeto, então não pode ser uma linha. Os outros seguem.',
  },
  'nodes.paging-loop': {
    en: 'The list goes in circles: on page {page} the position {cursor} came a second time. Check the paging settings against the system’s manual.',
    es: 'La lista da vueltas: en la página {page} la posición {cursor} apareció por segunda vez. Compare los ajustes de paginación con el manual del sistema.',
    pt: 'A lista anda em círculos: na página {page} a posição {cursor} apareceu pela segunda vez. Compare os ajustes de paginação com o manual do sistema.',
  },
  'nodes.paging-backwards': {
    en: 'The list goes backwards: after the position {before} the other system says to go on at {cursor}. The rows read so far are kept. Check “Where the next cursor is” against the system’s manual.',
    es: 'La lista retrocede: después de la posición {before} el otro sistema indica continuar en {cursor}. Las filas leídas hasta ahora se conservan. Compare «Dónde está el próximo cursor» con el manual del sistema.',
    pt: 'A lista anda para trás: depois da posição {before} o outro sistema manda continuar em {cursor}. As linhas lidas até agora são mantidas. Compare “Onde está o próximo cursor” com o manual do sistema.',
  },
  'nodes.same-page': {
    en: 'Page {page} is the same as the one before it, so the other system does not understand the parameter "{parameter}", or gives one page for ever. The rows read so far are kept. Look up the parameter’s name in the system’s manual.',
    es: 'La página {page} es igual a la anterior, así que el otro sistema no entiende el parámetro «{parameter}» o da siempre una misma página. Las filas leídas hasta ahora se conservan. Busque el nombre del parámetro en el manual del sistema.',
    pt: 'A página {page} é igual à anterior, então o outro sistema não entende o parâmetro "{parameter}" ou dá sempre uma mesma página. As linhas lidas até agora são mantidas. Procure o nome do parâmetro no manual do sistema.',
  },
  'nodes.too-many-pages': {
    en: 'The list goes on after {limit} pages. Check how it is to end, or raise the limit in the settings of this box.',
    es: 'La lista sigue después de {limit} páginas. Revise cómo debe terminar o suba el límite en los ajustes de esta caja.',
    pt: 'A lista continua depois de {limit} páginas. Confira como ela deve terminar ou aumente o limite nos ajustes desta caixa.',
  },
  'nodes.paging-total-missing': {
    en: 'The answer has no number at "{path}", so the end of the list is not known. Correct where the total is, or choose another way to end.',
    es: 'La respuesta no tiene un número en «{path}», así que no se sabe dónde termina la lista. Corrija dónde está el total o elija otra forma de terminar.',
    pt: 'A resposta não tem um número em "{path}", então não se sabe onde a lista termina. Corrija onde está o total ou escolha outra forma de terminar.',
  },
  'nodes.paging-cursor-type': {
    en: 'The next cursor is neither text nor number but {value}. Correct "Where the next cursor is".',
    es: 'El próximo cursor no es texto ni número, sino {value}. Corrija «Dónde está el próximo cursor».',
    pt: 'O próximo cursor não é texto nem número, mas {value}. Corrija "Onde está o próximo cursor".',
  },
  'nodes.graphql-refused': {
    en: 'The GraphQL server refused the call: {reason}. Correct the query, its variables or what it names, then run again.',
    es: 'El servidor GraphQL rechazó la llamada: {reason}. Corrija la consulta, sus variables o lo que indica y ejecute de nuevo.',
    pt: 'O servidor GraphQL recusou a chamada: {reason}. Corrija a consulta, as variáveis ou o que ele indica e execute de novo.',
  },
  'nodes.graphql-no-data': {
    en: 'The answer is not one of a GraphQL server: "{start}". Check the base address of the connection and the path in this box.',
    es: 'La respuesta no es la de un servidor GraphQL: «{start}». Revise la dirección base de la conexión y la ruta en esta caja.',
    pt: 'A resposta não é a de um servidor GraphQL: "{start}". Confira o endereço base da conexão e o caminho nesta caixa.',
  },
  'nodes.graphql-variables': {
    en: 'The variables are not a JSON object. Write them as {"since": "2026-01-01"}, with every name in quotes.',
    es: 'Las variables no son un objeto JSON. Escríbalas como {"since": "2026-01-01"}, con cada nombre entre comillas.',
    pt: 'As variáveis não são um objeto JSON. Escreva-as como {"since": "2026-01-01"}, com cada nome entre aspas.',
  },
  'nodes.graphql-page-info': {
    en: 'The server says that "{path}" goes on, but gives no endCursor. Add pageInfo { hasNextPage endCursor } to the query.',
    es: 'El servidor indica que «{path}» continúa, pero no da endCursor. Agregue pageInfo { hasNextPage endCursor } a la consulta.',
    pt: 'O servidor diz que "{path}" continua, mas não dá endCursor. Inclua pageInfo { hasNextPage endCursor } na consulta.',
  },
  'nodes.graphql-no-query': {
    en: 'There is no mutation or query yet. Write it in the settings of this box.',
    es: 'Todavía no hay mutación ni consulta. Escríbala en los ajustes de esta caja.',
    pt: 'Ainda não há mutação nem consulta. Escreva-a nos ajustes desta caixa.',
  },
  'nodes.odata-no-metadata': {
    en: '{address} does not describe an OData service. The base address of the connection must be the root of the service; its manual calls it service root or endpoint.',
    es: '{address} no describe un servicio OData. La dirección base de la conexión debe ser la raíz del servicio; su manual la llama service root o endpoint.',
    pt: '{address} não descreve um serviço OData. O endereço base da conexão precisa ser a raiz do serviço; o manual dele chama de service root ou endpoint.',
  },
  'nodes.odata-no-json': {
    en: 'The service answered something that is not JSON: "{start}". Check the base address in the connection.',
    es: 'El servicio respondió algo que no es JSON: «{start}». Revise la dirección base en la conexión.',
    pt: 'O serviço respondeu algo que não é JSON: "{start}". Confira o endereço base na conexão.',
  },
  'nodes.odata-set-unknown': {
    en: 'The service has no entity set "{set}". It has: {known}. Choose one of these.',
    es: 'El servicio no tiene el conjunto de entidades «{set}». Tiene: {known}. Elija uno de ellos.',
    pt: 'O serviço não tem o conjunto de entidades "{set}". Ele tem: {known}. Escolha um deles.',
  },
  'nodes.odata-field-unknown': {
    en: 'The entity has no field "{field}". It has: {known}. Correct the name in the fields of this box.',
    es: 'La entidad no tiene el campo «{field}». Tiene: {known}. Corrija el nombre en los campos de esta caja.',
    pt: 'A entidade não tem o campo "{field}". Ela tem: {known}. Corrija o nome nos campos desta caixa.',
  },
  'nodes.odata-key-missing': {
    en: 'The field "{field}" belongs to the key and is empty, so it is not known which entity is meant. Fill it in among the fields of this box.',
    es: 'El campo «{field}» pertenece a la clave y está vacío, así que no se sabe qué entidad es. Complételo entre los campos de esta caja.',
    pt: 'O campo "{field}" faz parte da chave e está vazio, então não se sabe de qual entidade se trata. Preencha-o entre os campos desta caixa.',
  },
  'nodes.odata-refused': {
    en: 'The OData service refused the call (status {status}): {reason}. Correct what it names, then run again.',
    es: 'El servicio OData rechazó la llamada (estado {status}): {reason}. Corrija lo que indica y ejecute de nuevo.',
    pt: 'O serviço OData recusou a chamada (status {status}): {reason}. Corrija o que ele indica e execute de novo.',
  },
  'nodes.csv-file-missing': {
    en: 'No file has been chosen. Upload one in the settings of this box.',
    es: 'No se eligió ningún archivo. Suba uno en los ajustes de esta caja.',
    pt: 'Nenhum arquivo foi escolhido. Envie um nos ajustes desta caixa.',
  },
  'nodes.csv-columns': {
    en: 'Line {line} has {found} columns, but the file has {expected}. Look for a missing or extra delimiter, or a text with the delimiter in it that is not in quotation marks.',
    es: 'La línea {line} tiene {found} columnas, pero el archivo tiene {expected}. Busque un separador que falte o sobre, o un texto que lo contenga sin comillas.',
    pt: 'A linha {line} tem {found} colunas, mas o arquivo tem {expected}. Procure um separador a mais ou a menos, ou um texto com o separador sem aspas.',
  },
  'nodes.csv-encoding': {
    en: 'Line {line} is not valid {encoding} in column "{column}" (byte {byte} of the file). Save the file in one encoding, or choose another one in the settings of this box.',
    es: 'La línea {line} no es {encoding} válido en la columna «{column}» (byte {byte} del archivo). Guarde el archivo en una sola codificación o elija otra en los ajustes de esta caja.',
    pt: 'A linha {line} não é {encoding} válido na coluna "{column}" (byte {byte} do arquivo). Salve o arquivo em uma só codificação ou escolha outra nos ajustes desta caixa.',
  },
  'nodes.csv-encoding-unsupported': {
    en: 'The file is saved as {encoding}, which cannot be read. Save it as UTF-8.',
    es: 'El archivo está guardado como {encoding}, que no se puede leer. Guárdelo como UTF-8.',
    pt: 'O arquivo está salvo como {encoding}, que não pode ser lido. Salve-o como UTF-8.',
  },
  'nodes.csv-quote': {
    en: 'Line {line} opens a quotation mark that is never closed. Close it, or choose "None" as quotation mark if it is ordinary text.',
    es: 'La línea {line} abre comillas que nunca se cierran. Ciérrelas o elija «Ninguna» como comillas si son texto normal.',
    pt: 'A linha {line} abre aspas que nunca fecham. Feche-as ou escolha "Nenhuma" em aspas se forem texto comum.',
  },
  'nodes.csv-line-too-long': {
    en: 'Line {line} is longer than {kilobytes} kB. Check its quotation marks, or raise the limit in the settings of this box.',
    es: 'La línea {line} supera los {kilobytes} kB. Revise sus comillas o suba el límite en los ajustes de esta caja.',
    pt: 'A linha {line} passa de {kilobytes} kB. Confira as aspas ou aumente o limite nos ajustes desta caixa.',
  },
  'nodes.csv-number': {
    en: '"{value}" in column "{column}" of line {line} is not a number such as 1.299,90. Correct it in the file.',
    es: '«{value}» en la columna «{column}» de la línea {line} no es un número como 1.299,90. Corríjalo en el archivo.',
    pt: '"{value}" na coluna "{column}" da linha {line} não é um número como 1.299,90. Corrija no arquivo.',
  },
  'nodes.csv-header': {
    en: 'The column names in line {line} cannot be read: the line is too long or a quotation mark in it is never closed. Correct the first line of the file.',
    es: 'No se pueden leer los nombres de columna de la línea {line}: es demasiado larga o tiene comillas sin cerrar. Corrija la primera línea del archivo.',
    pt: 'Não é possível ler os nomes das colunas na linha {line}: ela é longa demais ou tem aspas sem fechar. Corrija a primeira linha do arquivo.',
  },
  'nodes.csv-parser': {
    en: 'Eclusa could not read this CSV for a reason of its own. Please send the file to support.',
    es: 'Eclusa no pudo leer este CSV por un motivo propio. Envíe el archivo al soporte.',
    pt: 'A Eclusa não conseguiu ler este CSV por um motivo dela. Envie o arquivo ao suporte.',
  },
};
