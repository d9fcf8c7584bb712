// Sentences for the codes the engine throws: plans, parameters, slots, doubt.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const engineMessages: Record<string, Text> = {
  'engine.node-unknown': {
    en: 'Box "{node}" is of type "{type}", which this Eclusa does not have. Replace the box, or update Eclusa.',
    es: 'La caja "{node}" es de tipo "{type}", que esta versión de Eclusa no tiene. Reemplace la caja o actualice Eclusa.',
    pt: 'A caixa "{node}" é do tipo "{type}", que esta versão da Eclusa não tem. Troque a caixa ou atualize a Eclusa.',
  },
  'engine.node-newer': {
    en: 'Box "{node}" was made with version {version} of "{type}", and this Eclusa knows up to version {known}. Update Eclusa.',
    es: 'La caja "{node}" se hizo con la versión {version} de "{type}" y esta Eclusa conoce hasta la versión {known}. Actualice Eclusa.',
    pt: 'A caixa "{node}" foi feita com a versão {version} de "{type}", e esta Eclusa conhece até a versão {known}. Atualize a Eclusa.',
  },
  'engine.node-missing': {
    en: 'There is no box "{node}" in this version of the flow. Open the flow again and choose the box there.',
    es: 'No hay ninguna caja "{node}" en esta versión del flujo. Vuelva a abrir el flujo y elija la caja allí.',
    pt: 'Não há caixa "{node}" nesta versão do fluxo. Abra o fluxo de novo e escolha a caixa nele.',
  },
  'engine.edge-dangling': {
    en: 'The line "{edge}" leads to box "{node}", which is not in the flow. Delete the line and draw it again.',
    es: 'La línea "{edge}" lleva a la caja "{node}", que no está en el flujo. Borre la línea y dibújela de nuevo.',
    pt: 'A linha "{edge}" leva à caixa "{node}", que não está no fluxo. Apague a linha e desenhe-a de novo.',
  },
  'engine.cycle': {
    en: 'These boxes hand rows to each other in a circle, so none of them can be first: {nodes}. Delete one of the lines between them.',
    es: 'Estas cajas se pasan filas en círculo, así que ninguna puede ser la primera: {nodes}. Borre una de las líneas entre ellas.',
    pt: 'Estas caixas passam linhas umas às outras em círculo, e nenhuma pode ser a primeira: {nodes}. Apague uma das ligações entre elas.',
  },
  'engine.parameter-unknown': {
    en: 'This flow has no parameter "{parameter}". Check how it is written, or add it to the flow.',
    es: 'Este flujo no tiene el parámetro "{parameter}". Revise cómo está escrito o agréguelo al flujo.',
    pt: 'Este fluxo não tem o parâmetro "{parameter}". Confira como está escrito ou inclua-o no fluxo.',
  },
  'engine.parameter-missing': {
    en: 'Parameter "{parameter}" has no value and the flow needs one. Give it a value where the flow is installed.',
    es: 'El parámetro "{parameter}" no tiene valor y el flujo lo necesita. Asígnele un valor donde está instalado el flujo.',
    pt: 'O parâmetro "{parameter}" está sem valor e o fluxo precisa dele. Informe um valor onde o fluxo está instalado.',
  },
  'engine.parameter-invalid': {
    en: 'Parameter "{parameter}" should be of type {type}, and its value is {value}. Correct the value.',
    es: 'El parámetro "{parameter}" debe ser de tipo {type} y su valor es {value}. Corrija el valor.',
    pt: 'O parâmetro "{parameter}" deve ser do tipo {type}, e o valor dele é {value}. Corrija o valor.',
  },
  'engine.connection-missing': {
    en: 'Box "{node}" does not say which connection to use. Choose one in its form.',
    es: 'La caja "{node}" no indica qué conexión usar. Elija una en su formulario.',
    pt: 'A caixa "{node}" não diz qual conexão usar. Escolha uma no formulário dela.',
  },
  'engine.slot-unbound': {
    en: 'The flow needs a connection for "{slot}", and none is chosen. Choose one where the flow is installed.',
    es: 'El flujo necesita una conexión para "{slot}" y no hay ninguna elegida. Elíjala donde está instalado el flujo.',
    pt: 'O fluxo precisa de uma conexão para "{slot}", e nenhuma foi escolhida. Escolha uma onde o fluxo está instalado.',
  },
  'engine.in-doubt': {
    en: 'We sent this row from box "{node}", but never saw the answer, so it may already exist on the other side. Look there first; replay the row only if it does not.',
    es: 'Enviamos esta fila desde la caja "{node}", pero no llegamos a ver la respuesta: puede que ya exista del otro lado. Verifique allí primero y reprocese la fila solo si no existe.',
    pt: 'Enviamos esta linha pela caixa "{node}", mas não vimos a resposta: ela pode já existir do outro lado. Verifique lá primeiro e reprocesse a linha só se não existir.',
  },
  'engine.key-missing': {
    en: 'This row has no key at box "{node}", so it cannot be compared with an earlier one. Fill in its code at the source, or choose another key.',
    es: 'Esta fila no tiene clave en la caja "{node}", así que no se puede comparar con una anterior. Complete su código en el origen o elija otra clave.',
    pt: 'Esta linha está sem chave na caixa "{node}", por isso não dá para compará-la com uma anterior. Preencha o código na origem ou escolha outra chave.',
  },
  'engine.key-too-long': {
    en: 'The key of this row at box "{node}" has more than {limit} characters. Choose a code as the key, not a text.',
    es: 'La clave de esta fila en la caja "{node}" tiene más de {limit} caracteres. Elija como clave un código, no un texto.',
    pt: 'A chave desta linha na caixa "{node}" tem mais de {limit} caracteres. Escolha um código como chave, não um texto.',
  },
  'engine.code-empty': {
    en: 'This row has an empty code at box "{node}". Fill in the code at the source, or leave such rows out with a filter before the box.',
    es: 'Esta fila tiene un código vacío en la caja "{node}". Complete el código en el origen o deje fuera esas filas con un filtro antes de la caja.',
    pt: 'Esta linha está com um código vazio na caixa "{node}". Preencha o código na origem ou deixe essas linhas de fora com um filtro antes da caixa.',
  },
  'engine.code-too-long': {
    en: 'A code of this row at box "{node}" has more than {limit} characters. Choose the field that holds the code, not a text.',
    es: 'Un código de esta fila en la caja "{node}" tiene más de {limit} caracteres. Elija el campo que contiene el código, no un texto.',
    pt: 'Um código desta linha na caixa "{node}" tem mais de {limit} caracteres. Escolha o campo que contém o código, não um texto.',
  },
  'engine.code-unknown': {
    en: 'The code "{code}" is not in the table "{table}". Fill it in under "Codes" and replay the row.',
    es: 'El código "{code}" no está en la tabla "{table}". Complételo en "Códigos" y reprocese la fila.',
    pt: 'O código "{code}" não está na tabela "{table}". Preencha-o em "Códigos" e reprocesse a linha.',
  },
  'engine.code-ambiguous': {
    en: 'In the table "{table}" several codes have the value "{code}", {keys} for example, so it is not clear which one is meant. Correct the table under "Codes" and replay the row.',
    es: 'En la tabla "{table}" varios códigos tienen el valor "{code}", por ejemplo {keys}, y no queda claro cuál corresponde. Corrija la tabla en "Códigos" y reprocese la fila.',
    pt: 'Na tabela "{table}" vários códigos têm o valor "{code}", por exemplo {keys}, e não fica claro qual deles vale. Corrija a tabela em "Códigos" e reprocesse a linha.',
  },
  'engine.share-without-merge': {
    en: 'Box "{node}" shares one call among rows but cannot share its answer. This is a defect of the box: send this sentence to support.',
    es: 'La caja "{node}" comparte una llamada entre filas, pero no sabe compartir la respuesta. Es un defecto de la caja: envíe esta frase al soporte.',
    pt: 'A caixa "{node}" faz uma só chamada para várias linhas, mas não sabe repartir a resposta. É um defeito da caixa: envie esta frase ao suporte.',
  },
  'engine.no-spool': {
    en: 'Box "{node}" was started without the rows that wait for it. This is a defect of Eclusa: send this sentence to support.',
    es: 'La caja "{node}" se inició sin las filas que la esperan. Es un defecto de Eclusa: envíe esta frase al soporte.',
    pt: 'A caixa "{node}" foi iniciada sem as linhas que esperam por ela. É um defeito da Eclusa: envie esta frase ao suporte.',
  },
};
