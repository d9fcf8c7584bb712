// Sentences for the codes of files: what is wrong with a file, an archive, a record or a value at a place.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const filesMessages: Record<string, Text> = {
  'nodes.file-changed': {
    en: '{file} changed while it was being read. Run again to read the new one from the start.',
    es: '{file} cambió mientras se leía. Ejecute de nuevo para leer el nuevo desde el principio.',
    pt: '{file} mudou durante a leitura. Execute de novo para ler o novo desde o início.',
  },
  'nodes.file-gone': {
    en: '{file} was taken away while it was being read. Put it back, or run again to go on with the files that are there.',
    es: '{file} fue retirado mientras se leía. Vuelva a ponerlo, o ejecute de nuevo para seguir con los archivos que están.',
    pt: '{file} foi retirado durante a leitura. Coloque-o de volta, ou execute de novo para seguir com os arquivos que estão lá.',
  },
  'nodes.file-too-large': {
    en: '{file} is larger than {megabytes} MB. Check that it is the right file, or raise "Largest file" in the settings of this box.',
    es: '{file} supera los {megabytes} MB. Revise que sea el archivo correcto o suba «Archivo más grande» en los ajustes de esta caja.',
    pt: '{file} passa de {megabytes} MB. Confira se é o arquivo certo ou aumente "Maior arquivo" nos ajustes desta caixa.',
  },
  'nodes.file-unpacked-too-large': {
    en: '{file} unpacks to more than {megabytes} MB. That may be an archive made to do harm. If it is not, raise "Largest file" in the settings of this box.',
    es: '{file} al descomprimirse supera los {megabytes} MB. Puede ser un archivo hecho para causar daño. Si no lo es, suba «Archivo más grande» en los ajustes de esta caja.',
    pt: '{file} descompactado passa de {megabytes} MB. Pode ser um arquivo feito para causar dano. Se não for, aumente "Maior arquivo" nos ajustes desta caixa.',
  },
  'nodes.file-archive-broken': {
    en: '{file} cannot be unpacked ({reason}): it is damaged or was cut off on the way. Have it sent again.',
    es: '{file} no se puede descomprimir ({reason}): está dañado o quedó cortado en el camino. Pida que lo envíen de nuevo.',
    pt: '{file} não pode ser descompactado ({reason}): está danificado ou foi cortado no caminho. Peça que o enviem de novo.',
  },
  'nodes.file-archive-locked': {
    en: '{file} is protected by a password. Have it packed without one.',
    es: '{file} está protegido con contraseña. Pida que lo compriman sin ella.',
    pt: '{file} está protegido por senha. Peça que o compactem sem ela.',
  },
  'nodes.file-archive-empty': {
    en: 'There is no file in {file}. Check that it is the right archive.',
    es: 'No hay ningún archivo dentro de {file}. Revise que sea el correcto.',
    pt: 'Não há nenhum arquivo dentro de {file}. Confira se é o arquivo certo.',
  },
  'nodes.file-line-too-long': {
    en: 'Line {line} of {file} is longer than {kilobytes} kB. Check that it has line breaks, or raise "Largest record" in the settings of this box.',
    es: 'La línea {line} de {file} supera los {kilobytes} kB. Revise que tenga saltos de línea o suba «Registro más grande» en los ajustes de esta caja.',
    pt: 'A linha {line} de {file} passa de {kilobytes} kB. Confira se há quebras de linha ou aumente "Maior registro" nos ajustes desta caixa.',
  },
  'nodes.file-encoding': {
    en: 'Line {line} of {file} is not valid {encoding}. Save the file in one encoding, or choose another one in the settings of this box.',
    es: 'La línea {line} de {file} no es {encoding} válido. Guarde el archivo en una sola codificación o elija otra en los ajustes de esta caja.',
    pt: 'A linha {line} de {file} não é {encoding} válido. Salve o arquivo em uma só codificação ou escolha outra nos ajustes desta caixa.',
  },
  'nodes.file-encoding-unsupported': {
    en: '{file} is saved as {encoding}, which cannot be read. Save it as UTF-8.',
    es: '{file} está guardado como {encoding}, que no se puede leer. Guárdelo como UTF-8.',
    pt: '{file} está salvo como {encoding}, que não pode ser lido. Salve-o como UTF-8.',
  },
  'nodes.file-cut': {
    en: '{file} ends in the middle, after record {record}: it was cut off on the way. The rows up to there are kept. Have the whole file sent, then run again.',
    es: '{file} termina a la mitad, después del registro {record}: quedó cortado en el camino. Las filas hasta ahí se conservan. Pida el archivo completo y ejecute de nuevo.',
    pt: '{file} termina no meio, depois do registro {record}: foi cortado no caminho. As linhas até ali são mantidas. Peça o arquivo completo e execute de novo.',
  },
  'nodes.file-record-too-long': {
    en: 'Record {record} of {file} is longer than {kilobytes} kB. Correct it, or raise "Largest record" in the settings of this box.',
    es: 'El registro {record} de {file} supera los {kilobytes} kB. Corríjalo o suba «Registro más grande» en los ajustes de esta caja.',
    pt: 'O registro {record} de {file} passa de {kilobytes} kB. Corrija-o ou aumente "Maior registro" nos ajustes desta caixa.',
  },
  'nodes.file-record-too-deep': {
    en: 'Record {record} of {file} nests more than {limit} levels deep. Ask for a simpler file.',
    es: 'El registro {record} de {file} se anida en más de {limit} niveles. Pida un archivo más simple.',
    pt: 'O registro {record} de {file} tem mais de {limit} níveis, um dentro do outro. Peça um arquivo mais simples.',
  },
  'nodes.json-record-broken': {
    en: 'Record {record} of {file} is not valid JSON: the fault is at its character {position}, near "{excerpt}". The others go on.',
    es: 'El registro {record} de {file} no es JSON válido: el error está en su carácter {position}, cerca de «{excerpt}». Los demás continúan.',
    pt: 'O registro {record} de {file} não é um JSON válido: o erro está no caractere {position} dele, perto de "{excerpt}". Os outros seguem.',
  },
  'nodes.json-record-encoding': {
    en: 'Record {record} of {file} is not valid UTF-8, which JSON has to be. Have the file saved as UTF-8.',
    es: 'El registro {record} de {file} no es UTF-8 válido, como debe ser un JSON. Pida el archivo guardado en UTF-8.',
    pt: 'O registro {record} de {file} não é UTF-8 válido, como um JSON precisa ser. Peça o arquivo salvo em UTF-8.',
  },
  'nodes.json-record-not-object': {
    en: 'Record {record} of {file} is of type {type} and not an object, so it cannot be a row. The others go on.',
    es: 'El registro {record} de {file} es de tipo {type} y no un objeto, así que no puede ser una fila. Los demás continúan.',
    pt: 'O registro {record} de {file} é do tipo {type} e não um objeto, então não pode ser uma linha. Os outros seguem.',
  },
  'nodes.json-file-broken': {
    en: '{file} is not valid JSON at byte {byte}, after record {record}. The rows up to there are kept. Have the file corrected, then run again.',
    es: '{file} no es JSON válido en el byte {byte}, después del registro {record}. Las filas hasta ahí se conservan. Pida corregir el archivo y ejecute de nuevo.',
    pt: '{file} não é um JSON válido no byte {byte}, depois do registro {record}. As linhas até ali são mantidas. Peça a correção do arquivo e execute de novo.',
  },
  'nodes.json-path-missing': {
    en: 'There is no list at "{path}" in {file}. It holds: {keys}. Correct "Where the list is".',
    es: 'No hay una lista en «{path}» dentro de {file}. Contiene: {keys}. Corrija «Dónde está la lista».',
    pt: 'Não há uma lista em "{path}" em {file}. Ele contém: {keys}. Corrija "Onde está a lista".',
  },
  'nodes.xml-file-broken': {
    en: '{file} is not valid XML in line {line}, after record {record}: {reason}. The rows up to there are kept. Have the file corrected, then run again.',
    es: '{file} no es XML válido en la línea {line}, después del registro {record}: {reason}. Las filas hasta ahí se conservan. Pida corregir el archivo y ejecute de nuevo.',
    pt: '{file} não é um XML válido na linha {line}, depois do registro {record}: {reason}. As linhas até ali são mantidas. Peça a correção do arquivo e execute de novo.',
  },
  'nodes.xml-doctype': {
    en: '{file} has a DOCTYPE, which could bring entities that grow without end or fetch other files. Have it saved without one.',
    es: '{file} tiene un DOCTYPE, que podría traer entidades que crecen sin fin o buscan otros archivos. Pida el archivo sin él.',
    pt: '{file} tem um DOCTYPE, que poderia trazer entidades que crescem sem fim ou buscam outros arquivos. Peça o arquivo sem ele.',
  },
  'nodes.xml-encoding': {
    en: '{file} says that it is {encoding} and is not, near byte {byte}. The rows up to there are kept. Have its first line or its encoding corrected.',
    es: '{file} dice ser {encoding} y no lo es, cerca del byte {byte}. Las filas hasta ahí se conservan. Pida corregir su primera línea o su codificación.',
    pt: '{file} diz que é {encoding} e não é, perto do byte {byte}. As linhas até ali são mantidas. Peça a correção da primeira linha ou da codificação dele.',
  },
  'nodes.xml-path-missing': {
    en: 'There is no element "{path}" in {file}. It holds: {elements}. Correct "Element of a row".',
    es: 'No hay ningún elemento «{path}» en {file}. Contiene: {elements}. Corrija «Elemento de una fila».',
    pt: 'Não há nenhum elemento "{path}" em {file}. Ele contém: {elements}. Corrija "Elemento de uma linha".',
  },
  'nodes.xlsx-old': {
    en: '{file} is an Excel file of the old kind (XLS), or is protected by a password. Save it as XLSX without one.',
    es: '{file} es un archivo de Excel antiguo (XLS) o está protegido con contraseña. Guárdelo como XLSX sin ella.',
    pt: '{file} é um arquivo antigo do Excel (XLS) ou está protegido por senha. Salve-o como XLSX sem ela.',
  },
  'nodes.xlsx-broken': {
    en: '{file} is not a sound Excel workbook ({reason}). Open it in Excel, save it as XLSX and try again.',
    es: '{file} no es un libro de Excel correcto ({reason}). Ábralo en Excel, guárdelo como XLSX e intente de nuevo.',
    pt: '{file} não é um arquivo correto do Excel ({reason}). Abra-o no Excel, salve como XLSX e tente de novo.',
  },
  'nodes.xlsx-sheet-missing': {
    en: 'There is no sheet "{sheet}" in {file}. It has: {sheets}. Correct "Sheet".',
    es: 'No hay ninguna hoja «{sheet}» en {file}. Tiene: {sheets}. Corrija «Hoja».',
    pt: 'Não há nenhuma aba "{sheet}" em {file}. Ele tem: {sheets}. Corrija "Aba".',
  },
  'nodes.xlsx-cell': {
    en: 'Cell {cell} of {file} (row {record}) holds the fault {fault}. Correct its formula in Excel.',
    es: 'La celda {cell} de {file} (fila {record}) tiene el error {fault}. Corrija su fórmula en Excel.',
    pt: 'A célula {cell} de {file} (linha {record}) tem o erro {fault}. Corrija a fórmula no Excel.',
  },
  'nodes.xlsx-texts': {
    en: 'The texts of {file} take more than {megabytes} MB together. Save the sheet as CSV and read that.',
    es: 'Los textos de {file} ocupan en total más de {megabytes} MB. Guarde la hoja como CSV y lea ese archivo.',
    pt: 'Os textos de {file} ocupam juntos mais de {megabytes} MB. Salve a aba como CSV e leia esse arquivo.',
  },
  'nodes.layout-empty': {
    en: 'The layout has no line. Add one for each value: its name, where it begins and how long it is.',
    es: 'El diseño no tiene ninguna línea. Agregue una por cada valor: su nombre, dónde empieza y cuánto mide.',
    pt: 'O layout não tem nenhuma linha. Inclua uma para cada valor: o nome, onde começa e o tamanho.',
  },
  'nodes.layout-line': {
    en: 'Line {line} of the layout needs a name, a place of 1 or more and a length of 1 or more.',
    es: 'La línea {line} del diseño necesita un nombre, una posición de 1 o más y un largo de 1 o más.',
    pt: 'A linha {line} do layout precisa de um nome, uma posição de 1 ou mais e um tamanho de 1 ou mais.',
  },
  'nodes.fixed-short': {
    en: 'Line {line} of {file} has {found} characters, but the layout needs {needed}. Correct the file, or let short lines be filled with blanks.',
    es: 'La línea {line} de {file} tiene {found} caracteres, pero el diseño necesita {needed}. Corrija el archivo o deje que las líneas cortas se completen con espacios.',
    pt: 'A linha {line} de {file} tem {found} caracteres, mas o layout precisa de {needed}. Corrija o arquivo ou deixe as linhas curtas serem completadas com espaços.',
  },
  'nodes.fixed-number': {
    en: '"{value}" for {field}, at place {start} of line {line} of {file}, is not a number. Check the layout, or have the file corrected.',
    es: '«{value}» para {field}, en la posición {start} de la línea {line} de {file}, no es un número. Revise el diseño o pida corregir el archivo.',
    pt: '"{value}" em {field}, na posição {start} da linha {line} de {file}, não é um número. Confira o layout ou peça a correção do arquivo.',
  },
  'nodes.fixed-date': {
    en: '"{value}" for {field}, at place {start} of line {line} of {file}, is not a date. Check the layout, or have the file corrected.',
    es: '«{value}» para {field}, en la posición {start} de la línea {line} de {file}, no es una fecha. Revise el diseño o pida corregir el archivo.',
    pt: '"{value}" em {field}, na posição {start} da linha {line} de {file}, não é uma data. Confira o layout ou peça a correção do arquivo.',
  },
  'nodes.cnab-header': {
    en: 'The first line of {file} ({length} characters) is not the header of a CNAB file. Check that it is the right file, or choose 240 or 400 in the settings of this box.',
    es: 'La primera línea de {file} ({length} caracteres) no es el encabezado de un archivo CNAB. Revise que sea el archivo correcto o elija 240 o 400 en los ajustes de esta caja.',
    pt: 'A primeira linha de {file} ({length} caracteres) não é o cabeçalho de um arquivo CNAB. Confira se é o arquivo certo ou escolha 240 ou 400 nos ajustes desta caixa.',
  },
  'nodes.cnab-cut': {
    en: '{file} ends after {lines} lines without its last record (type 9): it was cut off on the way. The rows up to there are kept. Get it from the bank again, then run again.',
    es: '{file} termina después de {lines} líneas sin su último registro (tipo 9): quedó cortado en el camino. Las filas hasta ahí se conservan. Descárguelo otra vez del banco y ejecute de nuevo.',
    pt: '{file} termina depois de {lines} linhas sem o último registro (tipo 9): foi cortado no caminho. As linhas até ali são mantidas. Baixe-o de novo no banco e execute de novo.',
  },
  'nodes.cnab-count': {
    en: 'The last record of {file} (line {line}) says that there are {expected} lines, but there are {found}. Some were lost or doubled on the way: get the file from the bank again.',
    es: 'El último registro de {file} (línea {line}) dice que hay {expected} líneas, pero hay {found}. Algunas se perdieron o se duplicaron en el camino: descargue otra vez el archivo del banco.',
    pt: 'O último registro de {file} (linha {line}) diz que há {expected} linhas, mas há {found}. Algumas se perderam ou se repetiram no caminho: baixe o arquivo de novo no banco.',
  },
  'nodes.idoc-control': {
    en: 'Line {line} of {file} belongs to no document: there is no control record (EDI_DC40) before it. Check that the file is an IDoc and begins at its start.',
    es: 'La línea {line} de {file} no pertenece a ningún documento: no hay un registro de control (EDI_DC40) antes. Revise que el archivo sea un IDoc y esté completo desde el inicio.',
    pt: 'A linha {line} de {file} não pertence a nenhum documento: não há um registro de controle (EDI_DC40) antes dela. Confira se o arquivo é um IDoc e está completo desde o início.',
  },
  'nodes.host-unknown': {
    en: 'There is no host called {host}. Check the name in the connection.',
    es: 'No existe ningún servidor llamado {host}. Revise el nombre en la conexión.',
    pt: 'Não existe nenhum servidor chamado {host}. Confira o nome na conexão.',
  },
  'nodes.server-unreachable': {
    en: '{server} cannot be reached ({reason}). Check host and port in the connection and that the server is running.',
    es: 'No se puede llegar a {server} ({reason}). Revise el servidor y el puerto en la conexión y que el servidor esté funcionando.',
    pt: 'Não é possível alcançar {server} ({reason}). Confira o servidor e a porta na conexão e se o servidor está no ar.',
  },
  'nodes.server-denied': {
    en: '{server} refused the sign-in. Check user, password or key in the connection.',
    es: '{server} rechazó el acceso. Revise el usuario, la contraseña o la clave en la conexión.',
    pt: '{server} recusou o acesso. Confira usuário, senha ou chave na conexão.',
  },
  'nodes.server-key-unknown': {
    en: '{server} shows the host key {found}. Compare it with what the operator of the server tells you, and put it into "Host key" of the connection.',
    es: '{server} muestra la clave de host {found}. Compárela con la que le indique el operador del servidor y cópiela en «Clave de host» de la conexión.',
    pt: '{server} mostra a chave de host {found}. Compare com a que o operador do servidor informar e copie-a em "Chave de host" da conexão.',
  },
  'nodes.server-key-changed': {
    en: '{server} shows another host key ({found}) than the one in the connection ({expected}). Either the server was set up anew, or somebody stands between. Nothing was sent. Ask the operator of the server before you change the key.',
    es: '{server} muestra otra clave de host ({found}) que la de la conexión ({expected}). O el servidor se instaló de nuevo, o alguien está en el medio. No se envió nada. Pregunte al operador del servidor antes de cambiar la clave.',
    pt: '{server} mostra outra chave de host ({found}) em vez da que está na conexão ({expected}). Ou o servidor foi reinstalado, ou há alguém no meio. Nada foi enviado. Pergunte ao operador do servidor antes de trocar a chave.',
  },
  'nodes.server-path-missing': {
    en: 'There is no {path} on {server}. Check the folder in this box and in the connection.',
    es: 'No existe {path} en {server}. Revise la carpeta en esta caja y en la conexión.',
    pt: 'Não existe {path} em {server}. Confira a pasta nesta caixa e na conexão.',
  },
  'nodes.server-path-denied': {
    en: '{server} does not let this user at {path} ({reason}). Ask its operator for the rights to it.',
    es: '{server} no deja a este usuario llegar a {path} ({reason}). Pida los permisos a su operador.',
    pt: '{server} não deixa este usuário acessar {path} ({reason}). Peça as permissões ao operador dele.',
  },
  'nodes.folder-not-allowed': {
    en: 'Flows may not use the folder {folder}. The operator of this installation allows folders by ECLUSA_FOLDERS; allowed are: {allowed}.',
    es: 'Los flujos no pueden usar la carpeta {folder}. El operador de esta instalación permite carpetas con ECLUSA_FOLDERS; están permitidas: {allowed}.',
    pt: 'Os fluxos não podem usar a pasta {folder}. O operador desta instalação libera pastas com ECLUSA_FOLDERS; estão liberadas: {allowed}.',
  },
  'nodes.folder-leaves': {
    en: 'The folder "{folder}" leaves the folder of its connection. Write one within it.',
    es: 'La carpeta «{folder}» sale de la carpeta de su conexión. Indique una que esté dentro.',
    pt: 'A pasta "{folder}" sai da pasta da conexão. Informe uma que esteja dentro dela.',
  },
  'nodes.too-many-files': {
    en: 'There are more than {limit} files in {folder}. Move those that were read, or choose fewer by "Names of the files".',
    es: 'Hay más de {limit} archivos en {folder}. Mueva los ya leídos o elija menos con «Nombres de los archivos».',
    pt: 'Há mais de {limit} arquivos em {folder}. Mova os que já foram lidos ou escolha menos com "Nomes dos arquivos".',
  },
  'connections.server-answered': {
    en: '{server} answered. There are {count} files in {folder}.',
    es: '{server} respondió. Hay {count} archivos en {folder}.',
    pt: '{server} respondeu. Há {count} arquivos em {folder}.',
  },
  'nodes.store-unknown': {
    en: 'Eclusa does not know how to reach files by a connection of the kind {kind}. Choose an SFTP, FTP or S3 connection.',
    es: 'Eclusa no sabe llegar a archivos con una conexión del tipo {kind}. Elija una conexión SFTP, FTP o S3.',
    pt: 'A Eclusa não sabe chegar a arquivos com uma conexão do tipo {kind}. Escolha uma conexão SFTP, FTP ou S3.',
  },
  'nodes.column-value': {
    en: 'Column {column} of row {row} is "{value}", which is no {type}. Correct the row before this box, or choose another type for the column.',
    es: 'La columna {column} de la fila {row} es «{value}», que no es de tipo {type}. Corrija la fila antes de esta caja o elija otro tipo para la columna.',
    pt: 'A coluna {column} da linha {row} é "{value}", que não é do tipo {type}. Corrija a linha antes desta caixa ou escolha outro tipo para a coluna.',
  },
  'nodes.xlsx-text-too-long': {
    en: 'Column {column} of row {row} has more than {limit} characters, the most a cell of Excel holds. Shorten it before this box, or write CSV.',
    es: 'La columna {column} de la fila {row} tiene más de {limit} caracteres, lo máximo que admite una celda de Excel. Acórtela antes de esta caja o escriba CSV.',
    pt: 'A coluna {column} da linha {row} tem mais de {limit} caracteres, o máximo que uma célula do Excel aceita. Encurte antes desta caixa ou grave CSV.',
  },
  'nodes.too-many-partitions': {
    en: 'The values would make more than {limit} folders. Choose values that many rows share, such as a year and a month.',
    es: 'Los valores darían más de {limit} carpetas. Elija valores que muchas filas compartan, como un año y un mes.',
    pt: 'Os valores dariam mais de {limit} pastas. Escolha valores que muitas linhas tenham em comum, como um ano e um mês.',
  },
  'nodes.parquet-broken': {
    en: '{file} cannot be read as Parquet ({reason}): it is damaged, was cut off, or is no Parquet file. Have it sent again.',
    es: '{file} no se puede leer como Parquet ({reason}): está dañado, quedó cortado o no es un archivo Parquet. Pida que lo envíen de nuevo.',
    pt: '{file} não pode ser lido como Parquet ({reason}): está danificado, foi cortado ou não é um arquivo Parquet. Peça que o enviem de novo.',
  },
  'nodes.parquet-group-too-large': {
    en: 'Row group {group} of {file} unpacks to more than {megabytes} MB. Have the file written with smaller row groups.',
    es: 'El grupo de filas {group} de {file} supera los {megabytes} MB al descomprimirse. Pida el archivo escrito con grupos de filas más pequeños.',
    pt: 'O grupo de linhas {group} de {file} passa de {megabytes} MB descompactado. Peça o arquivo gravado com grupos de linhas menores.',
  },
};
