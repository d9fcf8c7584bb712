// Sentences for the codes of the VTEX client and its nodes.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. `{message}` is VTEX's own text, in English. */
export const vtexMessages: Record<string, Text> = {
  'vtex.unauthorized': {
    en: 'VTEX does not accept the application key and token for the account {account}. Check both in the connection; a key that was renewed in the VTEX Admin has a new token.',
    es: 'VTEX no acepta la clave y el token de aplicación de la cuenta {account}. Revíselos en la conexión; una clave renovada en el Admin de VTEX tiene un token nuevo.',
    pt: 'A VTEX não aceita a chave e o token de aplicação da conta {account}. Confira os dois na conexão; uma chave renovada no Admin da VTEX tem um token novo.',
  },
  'vtex.forbidden': {
    en: 'The application key may not do this. In the VTEX Admin give its role the resource "{resource}" (Account settings → Roles), then replay the rows.',
    es: 'La clave de aplicación no tiene permiso para esto. En el Admin de VTEX agregue a su rol el recurso «{resource}» (Configuración de la cuenta → Roles) y vuelva a procesar las filas.',
    pt: 'A chave de aplicação não tem permissão para isto. No Admin da VTEX, dê ao perfil dela o recurso "{resource}" (Configurações da conta → Perfis de acesso) e reprocesse as linhas.',
  },
  'vtex.not-found': {
    en: 'VTEX knows nothing at {route}: {message}. Check that the id in this row is VTEX’s own and belongs to this store.',
    es: 'VTEX no encuentra nada en {route}: {message}. Compruebe que el id de esta fila sea el de VTEX y de esta tienda.',
    pt: 'A VTEX não encontrou nada em {route}: {message}. Confira se o id desta linha é o da VTEX e desta loja.',
  },
  'vtex.nothing-found': {
    en: 'The store has nothing for {values} at {request}. Check the value in this row, or choose "Go on without it" in the box.',
    es: 'La tienda no tiene nada para {values} en {request}. Revise el valor de esta fila, o elija «Seguir sin él» en la caja.',
    pt: 'A loja não tem nada para {values} em {request}. Confira o valor desta linha, ou escolha "Seguir sem ele" na caixa.',
  },
  'vtex.list-stuck': {
    en: 'VTEX answered the same page of {request} again, so the list would never end. Narrow the filters of the box, or try again later.',
    es: 'VTEX respondió de nuevo la misma página de {request}, así que la lista no terminaría nunca. Reduzca los filtros de la caja o inténtelo más tarde.',
    pt: 'A VTEX respondeu de novo a mesma página de {request}, então a lista não acabaria nunca. Restrinja os filtros da caixa ou tente mais tarde.',
  },
  'vtex.list-too-long': {
    en: 'VTEX gives at most {most} items of {request}, and there are more. Narrow the filters of the box, for instance to fewer days.',
    es: 'VTEX entrega como máximo {most} ítems de {request}, y hay más. Reduzca los filtros de la caja, por ejemplo a menos días.',
    pt: 'A VTEX entrega no máximo {most} itens de {request}, e há mais. Restrinja os filtros da caixa, por exemplo a menos dias.',
  },
  'vtex.answer-without-list': {
    en: 'VTEX answered {request} without the list that belongs there. Try again later; if it stays so, the route has changed.',
    es: 'VTEX respondió a {request} sin la lista que corresponde. Inténtelo más tarde; si sigue así, la ruta cambió.',
    pt: 'A VTEX respondeu a {request} sem a lista que deveria vir. Tente mais tarde; se continuar assim, a rota mudou.',
  },
  'vtex.sku-unknown': {
    en: 'The store has no SKU with the id {skuId}. Create the SKU first ("Create or update SKU"), and map the id VTEX gave it, not your ERP’s code.',
    es: 'La tienda no tiene un SKU con el id {skuId}. Cree primero el SKU («Crear o actualizar SKU») y mapee el id que le dio VTEX, no el código de su ERP.',
    pt: 'A loja não tem SKU com o id {skuId}. Crie o SKU antes ("Criar ou atualizar SKU") e mapeie o id que a VTEX deu a ele, não o código do seu ERP.',
  },
  'vtex.conflict': {
    en: 'VTEX already has something with this value: {message}. Use that one, or give this row a value of its own.',
    es: 'VTEX ya tiene algo con este valor: {message}. Use ese registro o dé a esta fila un valor propio.',
    pt: 'A VTEX já tem algo com este valor: {message}. Use esse registro ou dê a esta linha um valor próprio.',
  },
  'vtex.locked': {
    en: 'VTEX was still writing the same item and refused a second write ({message}). Eclusa tried again in vain; replay the row later, and check that no other system writes the same stock.',
    es: 'VTEX todavía estaba grabando el mismo ítem y rechazó otra escritura ({message}). Eclusa lo reintentó sin éxito; vuelva a procesar la fila más tarde y revise que otro sistema no escriba el mismo stock.',
    pt: 'A VTEX ainda estava gravando o mesmo item e recusou outra gravação ({message}). A Eclusa tentou de novo sem sucesso; reprocesse a linha mais tarde e confira se outro sistema não grava o mesmo estoque.',
  },
  'vtex.rate-limited': {
    en: 'The store’s call limit is used up at {route}. Eclusa waited and tried again in vain: another system seems to be using the same account. Replay the rows later.',
    es: 'Se agotó el límite de llamadas de la tienda en {route}. Eclusa esperó y reintentó sin éxito: parece que otro sistema usa la misma cuenta. Vuelva a procesar las filas más tarde.',
    pt: 'O limite de chamadas da loja se esgotou em {route}. A Eclusa esperou e tentou de novo sem sucesso: parece que outro sistema usa a mesma conta. Reprocesse as linhas mais tarde.',
  },
  'vtex.unavailable': {
    en: 'VTEX is not working at the moment (HTTP {status}: {message}). Eclusa tried again for as long as its policy allows. See status.vtex.com and replay the rows later.',
    es: 'VTEX no está funcionando en este momento (HTTP {status}: {message}). Eclusa reintentó todo lo que permite su política. Consulte status.vtex.com y vuelva a procesar las filas más tarde.',
    pt: 'A VTEX não está funcionando no momento (HTTP {status}: {message}). A Eclusa tentou de novo pelo tempo que sua política permite. Veja status.vtex.com e reprocesse as linhas mais tarde.',
  },
  'vtex.timeout': {
    en: 'VTEX did not answer {route} in time. It may have done the work all the same: look at the item in the store before you replay the row by hand.',
    es: 'VTEX no respondió a tiempo a {route}. Puede haber hecho el trabajo igual: mire el ítem en la tienda antes de reprocesar la fila a mano.',
    pt: 'A VTEX não respondeu a {route} a tempo. Ela pode ter feito o trabalho mesmo assim: olhe o item na loja antes de reprocessar a linha à mão.',
  },
  'vtex.network': {
    en: 'The connection to {host} failed ({reason}). Check the network and the addresses in the connection, then replay the rows.',
    es: 'Falló la conexión con {host} ({reason}). Revise la red y las direcciones de la conexión y vuelva a procesar las filas.',
    pt: 'A conexão com {host} falhou ({reason}). Confira a rede e os endereços da conexão e reprocesse as linhas.',
  },
  'vtex.host-unknown': {
    en: 'There is no host {host}. Check the account name and the environment in the connection.',
    es: 'No existe el servidor {host}. Revise el nombre de la cuenta y el entorno en la conexión.',
    pt: 'Não existe o servidor {host}. Confira o nome da conta e o ambiente na conexão.',
  },
  'vtex.redirected': {
    en: 'VTEX sent the call elsewhere (HTTP {status}), which Eclusa does not follow so as not to give the credentials away. Check the account and the addresses in the connection.',
    es: 'VTEX desvió la llamada a otro lugar (HTTP {status}); Eclusa no la sigue para no entregar las credenciales. Revise la cuenta y las direcciones de la conexión.',
    pt: 'A VTEX desviou a chamada para outro lugar (HTTP {status}); a Eclusa não segue, para não entregar as credenciais. Confira a conta e os endereços da conexão.',
  },
  'vtex.bad-request': {
    en: 'VTEX refused the values of this row: {message}. Correct them at the source or in the mapping, then replay the row.',
    es: 'VTEX rechazó los valores de esta fila: {message}. Corríjalos en el origen o en el mapeo y vuelva a procesar la fila.',
    pt: 'A VTEX recusou os valores desta linha: {message}. Corrija na origem ou no mapeamento e reprocesse a linha.',
  },
  'vtex.gone': {
    en: 'VTEX has switched off {route} for good. Use the box that replaces it: prices are set by "Set price".',
    es: 'VTEX desactivó {route} definitivamente. Use la caja que la reemplaza: los precios se definen con «Definir precio».',
    pt: 'A VTEX desligou {route} definitivamente. Use a caixa que a substitui: preços se definem com "Definir preço".',
  },
  'vtex.answer-too-large': {
    en: 'VTEX’s answer to {route} is too large to be read at once. Ask for less, for example by pages.',
    es: 'La respuesta de VTEX a {route} es demasiado grande para leerla de una vez. Pida menos, por ejemplo por páginas.',
    pt: 'A resposta da VTEX a {route} é grande demais para ser lida de uma vez. Peça menos, por exemplo por páginas.',
  },
  'vtex.answer-broken': {
    en: 'VTEX’s answer to {route} is cut off or no JSON. It begins: {start}. Replay the row; if it stays, ask VTEX.',
    es: 'La respuesta de VTEX a {route} está cortada o no es JSON. Empieza así: {start}. Vuelva a procesar la fila; si se repite, consulte a VTEX.',
    pt: 'A resposta da VTEX a {route} está cortada ou não é JSON. Começa assim: {start}. Reprocesse a linha; se continuar, consulte a VTEX.',
  },
  'vtex.answer-without-id': {
    en: 'VTEX answered {request} without a usable id. Look in the VTEX Admin whether it was created, then replay the row.',
    es: 'VTEX respondió a {request} sin un id utilizable. Mire en el Admin de VTEX si se creó y vuelva a procesar la fila.',
    pt: 'A VTEX respondeu a {request} sem um id utilizável. Veja no Admin da VTEX se foi criado e reprocesse a linha.',
  },
  'vtex.account-invalid': {
    en: '"{value}" is no VTEX account name: it has only letters, digits and hyphens, such as lojademo. Correct it in the connection.',
    es: '«{value}» no es un nombre de cuenta VTEX: solo lleva letras, dígitos y guiones, por ejemplo lojademo. Corríjalo en la conexión.',
    pt: '"{value}" não é um nome de conta VTEX: só tem letras, dígitos e hífens, como lojademo. Corrija na conexão.',
  },
  'vtex.environment-invalid': {
    en: '"{value}" is no VTEX environment. Leave it empty, or use vtexcommercestable.',
    es: '«{value}» no es un entorno de VTEX. Déjelo vacío o use vtexcommercestable.',
    pt: '"{value}" não é um ambiente da VTEX. Deixe vazio ou use vtexcommercestable.',
  },
  'vtex.address-invalid': {
    en: '"{value}" is no web address. In the connection give one that starts with https://, or leave it empty.',
    es: '«{value}» no es una dirección web. Indique en la conexión una que empiece con https:// o déjela vacía.',
    pt: '"{value}" não é um endereço web. Informe na conexão um que comece com https:// ou deixe vazio.',
  },
  'vtex.app-key-invalid': {
    en: 'The application key is missing or has spaces or line breaks in it. Copy it again into the connection.',
    es: 'Falta la clave de aplicación o contiene espacios o saltos de línea. Cópiela de nuevo en la conexión.',
    pt: 'A chave de aplicação está faltando ou tem espaços ou quebras de linha. Copie-a de novo na conexão.',
  },
  'vtex.app-token-invalid': {
    en: 'The application token is missing or has spaces or line breaks in it. Copy it again into the connection.',
    es: 'Falta el token de aplicación o contiene espacios o saltos de línea. Cópielo de nuevo en la conexión.',
    pt: 'O token de aplicação está faltando ou tem espaços ou quebras de linha. Copie-o de novo na conexão.',
  },
  'vtex.path-invalid': {
    en: '"{path}" is no path VTEX could have. It starts with /, like /api/oms/pvt/orders; a query goes into its own table.',
    es: '«{path}» no puede ser una ruta de VTEX. Empieza con /, como /api/oms/pvt/orders; los parámetros de consulta van en su propia tabla.',
    pt: '"{path}" não pode ser um caminho da VTEX. Começa com /, como /api/oms/pvt/orders; os parâmetros de consulta vão na tabela própria.',
  },
  'vtex.path-value-missing': {
    en: 'The place {name} in {path} has no value in this row. Map a field that always has one.',
    es: 'El lugar {name} de {path} no tiene valor en esta fila. Mapee un campo que siempre lo tenga.',
    pt: 'O lugar {name} de {path} está sem valor nesta linha. Mapeie um campo que sempre tenha valor.',
  },
  'vtex.category-path-empty': {
    en: 'The category path "{value}" has no names in it. Map a path such as Appliances/Coffee makers.',
    es: 'La ruta de categoría «{value}» no contiene nombres. Mapee una ruta como Electrodomésticos/Cafeteras.',
    pt: 'O caminho de categoria "{value}" não tem nomes. Mapeie um caminho como Eletroportáteis/Cafeteiras.',
  },
  'vtex.price-three-values': {
    en: 'Base price, cost and markup are all mapped, but VTEX takes two of them and calculates the third. Remove one of the lines.',
    es: 'Están mapeados precio base, costo y margen, pero VTEX acepta dos y calcula el tercero. Quite una de las líneas.',
    pt: 'Preço base, custo e markup estão mapeados, mas a VTEX aceita dois e calcula o terceiro. Remova uma das linhas.',
  },
  'vtex.price-without-base': {
    en: 'This row has no base price, and VTEX holds none for the SKU either. Map the base price, or cost and markup.',
    es: 'Esta fila no tiene precio base y VTEX tampoco tiene uno para el SKU. Mapee el precio base, o costo y margen.',
    pt: 'Esta linha não tem preço base, e a VTEX também não tem um para o SKU. Mapeie o preço base, ou custo e markup.',
  },
  'vtex.stock-without-quantity': {
    en: 'This row has no quantity, and without one VTEX would set the stock to 0. Map the quantity, or say that it is unlimited.',
    es: 'Esta fila no tiene cantidad, y sin ella VTEX pondría el stock en 0. Mapee la cantidad o indique que es ilimitado.',
    pt: 'Esta linha não tem quantidade, e sem ela a VTEX zeraria o estoque. Mapeie a quantidade ou indique que é ilimitado.',
  },
  'vtex.lead-time-invalid': {
    en: '"{value}" is no lead time. Give days (3) or days.hours:minutes:seconds (3.12:00:00).',
    es: '«{value}» no es un plazo. Indique días (3) o días.horas:minutos:segundos (3.12:00:00).',
    pt: '"{value}" não é um prazo. Informe dias (3) ou dias.horas:minutos:segundos (3.12:00:00).',
  },
};
