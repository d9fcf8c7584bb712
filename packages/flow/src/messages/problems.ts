// Sentences for what is wrong with a drawn flow: boxes, arrows, forms, slots and parameters.
import type { Text } from '../text';

const t = (en: string, es: string, pt: string): Text => ({ en, es, pt });

/** By code; `{value}` places are filled from the problem's values. */
export const problemMessages: Record<string, Text> = {
  'flow.malformed': t(
    'The flow file is damaged at {path}: {reason}. Open an earlier version, or correct that place in the file.',
    'El archivo del flujo está dañado en {path}: {reason}. Abra una versión anterior o corrija ese lugar del archivo.',
    'O arquivo do fluxo está danificado em {path}: {reason}. Abra uma versão anterior ou corrija esse ponto do arquivo.',
  ),
  'flow.too-many-nodes': t(
    'The flow has {count} boxes; {limit} is the limit. Split it into several flows.',
    'El flujo tiene {count} cajas y el límite es {limit}. Divídalo en varios flujos.',
    'O fluxo tem {count} caixas e o limite é {limit}. Divida-o em vários fluxos.',
  ),
  'flow.chain-too-long': t(
    'More than {limit} boxes follow one another. Split the flow in two.',
    'Hay más de {limit} cajas seguidas. Divida el flujo en dos.',
    'Há mais de {limit} caixas em sequência. Divida o fluxo em dois.',
  ),
  'flow.no-source': t(
    'There is nothing to read from. Add a source, such as HTTP or CSV, and connect it.',
    'No hay de dónde leer. Agregue un origen, como HTTP o CSV, y conéctelo.',
    'Não há de onde ler. Adicione uma origem, como HTTP ou CSV, e conecte-a.',
  ),
  'flow.node-unknown': t(
    '“{box}” is of the type {type}, which this Eclusa does not have. Remove the box, or update Eclusa.',
    '“{box}” es del tipo {type}, que esta Eclusa no tiene. Quite la caja o actualice Eclusa.',
    '“{box}” é do tipo {type}, que esta Eclusa não tem. Remova a caixa ou atualize a Eclusa.',
  ),
  'flow.node-too-new': t(
    '“{box}” was made with a newer Eclusa (version {version} of {type}; known here: {known}). Update Eclusa, or add the box anew.',
    '“{box}” se creó con una Eclusa más nueva (versión {version} de {type}; aquí se conoce la {known}). Actualice Eclusa o agregue la caja de nuevo.',
    '“{box}” foi criada com uma Eclusa mais nova (versão {version} de {type}; aqui se conhece a {known}). Atualize a Eclusa ou adicione a caixa de novo.',
  ),
  'flow.node-outdated': t(
    '“{box}” has settings of an older version. Save the flow to bring them up to date, then look at its form.',
    '“{box}” tiene ajustes de una versión anterior. Guarde el flujo para actualizarlos y revise el formulario.',
    '“{box}” tem ajustes de uma versão anterior. Salve o fluxo para atualizá-los e confira o formulário.',
  ),
  'flow.disabled-changes-kind': t(
    '“{box}” is switched off, but what enters it cannot go on as it is to the next box. Switch it on, or remove its outgoing arrow.',
    '“{box}” está desactivada, pero lo que entra no puede pasar tal cual a la siguiente caja. Actívela o quite su flecha de salida.',
    '“{box}” está desligada, mas o que entra nela não pode seguir assim para a próxima caixa. Ligue-a ou remova a seta de saída.',
  ),
  'flow.config-too-deep': t(
    'The settings of “{box}” are nested too deep. Simplify them.',
    'Los ajustes de “{box}” están demasiado anidados. Simplifíquelos.',
    'Os ajustes de “{box}” estão aninhados demais. Simplifique-os.',
  ),
  'flow.node-not-connected': t(
    'Nothing arrives at “{box}”. Connect it, or remove it.',
    'No llega nada a “{box}”. Conéctela o quítela.',
    'Nada chega a “{box}”. Conecte-a ou remova-a.',
  ),
  'flow.node-not-reached': t(
    'No source leads to “{box}”. Connect the boxes before it to a source.',
    'Ningún origen lleva a “{box}”. Conecte a un origen las cajas anteriores.',
    'Nenhuma origem leva a “{box}”. Conecte a uma origem as caixas anteriores.',
  ),
  'flow.source-unused': t(
    '“{box}” reads rows that go nowhere. Connect it to the next box.',
    '“{box}” lee filas que no van a ninguna parte. Conéctela a la siguiente caja.',
    '“{box}” lê linhas que não vão a lugar nenhum. Conecte-a à próxima caixa.',
  ),
  'flow.input-not-connected': t(
    'Nothing arrives at the input “{port}” of “{box}”. Connect it.',
    'No llega nada a la entrada “{port}” de “{box}”. Conéctela.',
    'Nada chega à entrada “{port}” de “{box}”. Conecte-a.',
  ),
  'flow.join-ambiguous': t(
    '{count} arrows lead into the input “{port}” of “{box}”, so it cannot tell which of them a match is from. Keep one, or bring them together in a box of their own before.',
    '{count} flechas entran por “{port}” en “{box}”, que así no sabe de cuál viene una correspondencia. Deje una o únalas antes en una caja propia.',
    '{count} setas entram por “{port}” em “{box}”, que assim não sabe de qual vem uma combinação. Deixe uma ou junte-as antes em uma caixa própria.',
  ),
  'flow.create-unchecked': t(
    'If an answer is lost, “{box}” cannot tell whether it was done, and the row waits for a person. Fill in how it is found, if the other side can be asked.',
    'Si se pierde una respuesta, “{box}” no sabe si ya se hizo, y la fila espera a una persona. Complete cómo se encuentra, si el otro sistema lo permite.',
    'Se uma resposta se perder, “{box}” não sabe se já foi feito, e a linha espera por uma pessoa. Preencha como encontrar, se o outro sistema permitir.',
  ),
  'flow.called-twice': t(
    'The rows of a call can enter a flow at one box only, and “{first}” takes them already. Remove “{box}”.',
    'Las filas de una llamada pueden entrar a un flujo por una sola caja, y “{first}” ya las recibe. Quite “{box}”.',
    'As linhas de uma chamada só podem entrar no fluxo por uma caixa, e “{first}” já as recebe. Remova “{box}”.',
  ),
  'flow.changes-before-barrier': t(
    '“{box}” remembers what was written, but “{waiting}” after it waits for all rows first, so everything would be sent in every run. Put “{box}” after “{waiting}”.',
    '“{box}” recuerda lo que se escribió, pero “{waiting}”, más adelante, espera primero todas las filas, así que todo se enviaría en cada ejecución. Coloque “{box}” después de “{waiting}”.',
    '“{box}” lembra o que foi gravado, mas “{waiting}”, mais adiante, espera antes todas as linhas, e por isso tudo seria enviado em cada execução. Coloque “{box}” depois de “{waiting}”.',
  ),
  'flow.port-unnamed': t(
    'Line {line} of “{box}” adds an output without a name. Give it one.',
    'La línea {line} de “{box}” agrega una salida sin nombre. Póngale uno.',
    'A linha {line} de “{box}” adiciona uma saída sem nome. Dê um nome a ela.',
  ),
  'flow.port-twice': t(
    '“{box}” has the output “{port}” twice. Rename one of them.',
    '“{box}” tiene dos veces la salida “{port}”. Cambie el nombre de una.',
    '“{box}” tem a saída “{port}” duas vezes. Renomeie uma delas.',
  ),
  'flow.ring': t(
    'The arrows go in a circle: {boxes}. Rows would never arrive; remove one of these arrows.',
    'Las flechas forman un círculo: {boxes}. Las filas nunca llegarían; quite una de esas flechas.',
    'As setas formam um círculo: {boxes}. As linhas nunca chegariam; remova uma dessas setas.',
  ),
  'flow.edge-dangling': t(
    'An arrow leads to or from a box that is gone ({box}). Remove the arrow.',
    'Una flecha une una caja que ya no existe ({box}). Quite la flecha.',
    'Uma seta liga uma caixa que não existe mais ({box}). Remova a seta.',
  ),
  'flow.edge-to-itself': t(
    '“{from}” cannot be connected to itself. Choose another box.',
    '“{from}” no se puede conectar consigo misma. Elija otra caja.',
    '“{from}” não pode ser conectada a si mesma. Escolha outra caixa.',
  ),
  'flow.edge-twice': t(
    '“{from}” and “{to}” are already connected this way. One arrow is enough.',
    '“{from}” y “{to}” ya están conectadas así. Con una flecha basta.',
    '“{from}” e “{to}” já estão conectadas assim. Uma seta basta.',
  ),
  'flow.edge-closes-ring': t(
    'This arrow would close a circle: “{to}” already leads to “{from}”. Connect “{from}” to a box further on.',
    'Esta flecha cerraría un círculo: “{to}” ya lleva a “{from}”. Conecte “{from}” a una caja de más adelante.',
    'Esta seta fecharia um círculo: “{to}” já leva a “{from}”. Conecte “{from}” a uma caixa mais à frente.',
  ),
  'flow.edge-into-source': t(
    '“{to}” is a source: it reads from outside and takes no arrows. Connect “{from}” to a box after it.',
    '“{to}” es un origen: lee desde afuera y no recibe flechas. Conecte “{from}” a una caja posterior.',
    '“{to}” é uma origem: lê de fora e não recebe setas. Conecte “{from}” a uma caixa depois dela.',
  ),
  'flow.no-output': t(
    '“{from}” has no output “{port}” any more. Remove the arrow, or draw it from another output.',
    '“{from}” ya no tiene la salida “{port}”. Quite la flecha o trácela desde otra salida.',
    '“{from}” não tem mais a saída “{port}”. Remova a seta ou puxe-a de outra saída.',
  ),
  'flow.no-input': t(
    '“{to}” has no input “{port}”. Remove the arrow, or draw it to another input.',
    '“{to}” no tiene la entrada “{port}”. Quite la flecha o trácela hacia otra entrada.',
    '“{to}” não tem a entrada “{port}”. Remova a seta ou leve-a a outra entrada.',
  ),
  'flow.port-types-differ': t(
    '“{from}” gives {given} here, but “{to}” needs {wanted}. Put a box between them that turns one into the other.',
    '“{from}” entrega {given} aquí, pero “{to}” necesita {wanted}. Ponga entre ambas una caja que convierta lo uno en lo otro.',
    '“{from}” entrega {given} aqui, mas “{to}” precisa de {wanted}. Ponha entre elas uma caixa que converta um no outro.',
  ),
  'flow.field-missing': t(
    '“{field}” is not filled in. It is required.',
    'Falta completar “{field}”. Es obligatorio.',
    'Falta preencher “{field}”. É obrigatório.',
  ),
  'flow.field-unknown': t(
    '“{box}” has a setting “{field}” that its form does not know. It has no effect; remove it from the file.',
    '“{box}” tiene un ajuste “{field}” que su formulario no conoce. No tiene efecto; quítelo del archivo.',
    '“{box}” tem um ajuste “{field}” que o formulário não conhece. Não tem efeito; remova-o do arquivo.',
  ),
  'flow.field-wrong-kind': t(
    '“{field}” holds {value}, but needs {kind}.',
    '“{field}” contiene {value}, pero necesita {kind}.',
    '“{field}” contém {value}, mas precisa de {kind}.',
  ),
  'flow.field-not-a-choice': t(
    '“{value}” is not one of the choices of “{field}” ({choices}). Choose again.',
    '“{value}” no es una de las opciones de “{field}” ({choices}). Elija de nuevo.',
    '“{value}” não é uma das opções de “{field}” ({choices}). Escolha de novo.',
  ),
  'flow.field-too-long': t(
    '“{field}” has {length} characters; {limit} is the limit. Shorten it.',
    '“{field}” tiene {length} caracteres y el límite es {limit}. Acórtelo.',
    '“{field}” tem {length} caracteres e o limite é {limit}. Encurte-o.',
  ),
  'flow.field-wrong-form': t(
    '“{value}” does not have the form that “{field}” needs. See the help of the field.',
    '“{value}” no tiene la forma que necesita “{field}”. Vea la ayuda del campo.',
    '“{value}” não tem a forma que “{field}” precisa. Veja a ajuda do campo.',
  ),
  'flow.field-too-small': t(
    '“{field}” is {value}; the smallest allowed is {limit}.',
    '“{field}” es {value}; el mínimo permitido es {limit}.',
    '“{field}” é {value}; o mínimo permitido é {limit}.',
  ),
  'flow.field-too-large': t(
    '“{field}” is {value}; the largest allowed is {limit}.',
    '“{field}” es {value}; el máximo permitido es {limit}.',
    '“{field}” é {value}; o máximo permitido é {limit}.',
  ),
  'flow.field-not-whole': t(
    '“{field}” is {value}, but must be a whole number.',
    '“{field}” es {value}, pero debe ser un número entero.',
    '“{field}” é {value}, mas deve ser um número inteiro.',
  ),
  'flow.field-not-json': t(
    '“{field}” is not valid JSON: {reason}. Look for a missing comma, quote or bracket.',
    '“{field}” no es JSON válido: {reason}. Busque una coma, comilla o llave que falte.',
    '“{field}” não é um JSON válido: {reason}. Procure uma vírgula, aspas ou chave que falta.',
  ),
  'flow.table-too-short': t(
    '“{field}” has too few lines: add some, {rows} at the least.',
    'A “{field}” le faltan líneas: agregue algunas, como mínimo {rows}.',
    'Faltam linhas em “{field}”: adicione algumas, no mínimo {rows}.',
  ),
  'flow.mapping-line-broken': t(
    'Line {line} of “{field}” is damaged. Remove it and add it again.',
    'La línea {line} de “{field}” está dañada. Quítela y agréguela de nuevo.',
    'A linha {line} de “{field}” está danificada. Remova-a e adicione de novo.',
  ),
  'flow.mapping-target-missing': t(
    '“{target}” is required and has no expression yet. Say which field of the row fills it.',
    '“{target}” es obligatorio y aún no tiene expresión. Indique qué campo de la fila lo completa.',
    '“{target}” é obrigatório e ainda não tem expressão. Diga qual campo da linha o preenche.',
  ),
  'flow.mapping-target-twice': t(
    '“{target}” is filled twice in “{field}”. Keep one line.',
    '“{target}” se completa dos veces en “{field}”. Deje una sola línea.',
    '“{target}” é preenchido duas vezes em “{field}”. Deixe uma linha só.',
  ),
  'flow.mapping-target-unknown': t(
    '“{field}” has no target “{target}”. Remove the line, or choose another target.',
    '“{field}” no tiene el destino “{target}”. Quite la línea o elija otro destino.',
    '“{field}” não tem o destino “{target}”. Remova a linha ou escolha outro destino.',
  ),
  'flow.mapping-target-unnamed': t(
    'Line {line} of “{field}” fills a field without a name. Name it.',
    'La línea {line} de “{field}” completa un campo sin nombre. Póngale nombre.',
    'A linha {line} de “{field}” preenche um campo sem nome. Dê um nome a ele.',
  ),
  'flow.slot-unknown': t(
    '“{field}” uses the connection “{slot}”, which this flow does not have. Choose another, or add it.',
    '“{field}” usa la conexión “{slot}”, que este flujo no tiene. Elija otra o agréguela.',
    '“{field}” usa a conexão “{slot}”, que este fluxo não tem. Escolha outra ou adicione-a.',
  ),
  'flow.slot-wrong-kind': t(
    '“{field}” cannot use the connection “{slot}” of kind {kind}; it needs {wanted}. Choose another.',
    '“{field}” no puede usar la conexión “{slot}” de tipo {kind}; necesita {wanted}. Elija otra.',
    '“{field}” não pode usar a conexão “{slot}” do tipo {kind}; precisa de {wanted}. Escolha outra.',
  ),
  'flow.slot-unused': t(
    'No box uses the connection “{slot}”. Remove it if it is not needed.',
    'Ninguna caja usa la conexión “{slot}”. Quítela si no hace falta.',
    'Nenhuma caixa usa a conexão “{slot}”. Remova-a se não for necessária.',
  ),
  'flow.slot-unbound': t(
    'No connection has been chosen for “{slot}” ({kind}). Choose one before running.',
    'No se eligió ninguna conexión para “{slot}” ({kind}). Elija una antes de ejecutar.',
    'Nenhuma conexão foi escolhida para “{slot}” ({kind}). Escolha uma antes de executar.',
  ),
  'flow.slot-bound-to-other-kind': t(
    'The connection chosen for “{slot}” is of kind {given}, but {kind} is needed. Choose another.',
    'La conexión elegida para “{slot}” es de tipo {given}, pero se necesita {kind}. Elija otra.',
    'A conexão escolhida para “{slot}” é do tipo {given}, mas é preciso {kind}. Escolha outra.',
  ),
  'flow.parameter-default': t(
    'The default of the parameter “{parameter}” ({value}) is not of its type. Change one of the two.',
    'El valor por defecto del parámetro “{parameter}” ({value}) no es de su tipo. Cambie uno de los dos.',
    'O valor padrão do parâmetro “{parameter}” ({value}) não é do seu tipo. Mude um dos dois.',
  ),
  'flow.parameter-unset': t(
    'The parameter “{parameter}” has no value. Fill it in before running.',
    'El parámetro “{parameter}” no tiene valor. Complételo antes de ejecutar.',
    'O parâmetro “{parameter}” não tem valor. Preencha-o antes de executar.',
  ),
  'flow.parameter-value': t(
    'The value {value} does not fit the parameter “{parameter}”. Correct it.',
    'El valor {value} no corresponde al parámetro “{parameter}”. Corríjalo.',
    'O valor {value} não serve para o parâmetro “{parameter}”. Corrija-o.',
  ),
};
