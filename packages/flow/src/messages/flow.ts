// Sentences for the codes of the flow language itself: defects, documents, edits.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const flowMessages: Record<string, Text> = {
  'bug.unexpected': {
    en: 'Something broke inside Eclusa: {detail}. Nothing in your flow is known to be wrong. Try once more; if it stays, send this sentence to support.',
    es: 'Algo falló dentro de Eclusa: {detail}. No sabemos de ningún error en su flujo. Intente de nuevo; si se repite, envíe esta frase al soporte.',
    pt: 'Algo quebrou dentro da Eclusa: {detail}. Não há erro conhecido no seu fluxo. Tente de novo; se continuar, envie esta frase ao suporte.',
  },
  'flow.edit-malformed': {
    en: 'This change cannot be made: {path} {reason}. Reload the page and try again.',
    es: 'Este cambio no se puede hacer: {path} {reason}. Recargue la página e intente de nuevo.',
    pt: 'Esta mudança não pode ser feita: {path} {reason}. Recarregue a página e tente de novo.',
  },
  'flow.id-taken': {
    en: 'There is already something with the id {id} in this flow. Use another id.',
    es: 'Ya existe algo con el id {id} en este flujo. Use otro id.',
    pt: 'Já existe algo com o id {id} neste fluxo. Use outro id.',
  },
  'flow.node-gone': {
    en: 'The box {id} is no longer in the flow. It may have been removed a moment ago; undo to bring it back.',
    es: 'La caja {id} ya no está en el flujo. Quizá se quitó hace un momento; deshaga para recuperarla.',
    pt: 'A caixa {id} não está mais no fluxo. Talvez tenha sido removida há pouco; desfaça para recuperá-la.',
  },
  'flow.edge-gone': {
    en: 'The arrow from {from} to {to} is no longer in the flow.',
    es: 'La flecha de {from} a {to} ya no está en el flujo.',
    pt: 'A seta de {from} para {to} não está mais no fluxo.',
  },
  'flow.too-many-edges': {
    en: 'The flow already has {limit} arrows, the most allowed. Split it into several flows.',
    es: 'El flujo ya tiene {limit} flechas, el máximo permitido. Divídalo en varios flujos.',
    pt: 'O fluxo já tem {limit} setas, o máximo permitido. Divida-o em vários fluxos.',
  },
  'flow.slot-gone': {
    en: 'The connection {id} is no longer in the flow.',
    es: 'La conexión {id} ya no está en el flujo.',
    pt: 'A conexão {id} não está mais no fluxo.',
  },
  'flow.parameter-gone': {
    en: 'The parameter {id} is no longer in the flow.',
    es: 'El parámetro {id} ya no está en el flujo.',
    pt: 'O parâmetro {id} não está mais no fluxo.',
  },
  'flow.note-gone': {
    en: 'The note {id} is no longer in the flow.',
    es: 'La nota {id} ya no está en el flujo.',
    pt: 'A nota {id} não está mais no fluxo.',
  },
  'flow.group-gone': {
    en: 'The group {id} is no longer in the flow.',
    es: 'El grupo {id} ya no está en el flujo.',
    pt: 'O grupo {id} não está mais no fluxo.',
  },
  'flow.not-a-fragment': {
    en: 'What was pasted is not a piece of an Eclusa flow. Copy boxes in a flow first.',
    es: 'Lo que pegó no es una parte de un flujo de Eclusa. Copie primero cajas de un flujo.',
    pt: 'O que foi colado não é parte de um fluxo da Eclusa. Copie antes caixas de um fluxo.',
  },
  'flow.file-not-json': {
    en: 'The flow file is not valid JSON: {reason}. Correct that place, or export the flow again.',
    es: 'El archivo del flujo no es JSON válido: {reason}. Corrija ese lugar o exporte el flujo de nuevo.',
    pt: 'O arquivo do fluxo não é um JSON válido: {reason}. Corrija esse ponto ou exporte o fluxo de novo.',
  },
  'flow.file-too-big': {
    en: 'The flow file has {size} characters; {limit} is the limit. A flow holds no data: put data in files or tables.',
    es: 'El archivo del flujo tiene {size} caracteres y el límite es {limit}. Un flujo no guarda datos: póngalos en archivos o tablas.',
    pt: 'O arquivo do fluxo tem {size} caracteres e o limite é {limit}. Um fluxo não guarda dados: coloque-os em arquivos ou tabelas.',
  },
  'flow.file-too-deep': {
    en: 'The flow file is nested more than {limit} levels deep. That is not a flow made by Eclusa.',
    es: 'El archivo del flujo tiene más de {limit} niveles anidados. No es un flujo hecho por Eclusa.',
    pt: 'O arquivo do fluxo tem mais de {limit} níveis aninhados. Não é um fluxo feito pela Eclusa.',
  },
  'flow.file-not-a-flow': {
    en: 'The file is not an Eclusa flow ({path}: {reason}). Choose a file that ends in .flow.json.',
    es: 'El archivo no es un flujo de Eclusa ({path}: {reason}). Elija un archivo que termine en .flow.json.',
    pt: 'O arquivo não é um fluxo da Eclusa ({path}: {reason}). Escolha um arquivo que termine em .flow.json.',
  },
  'flow.file-too-new': {
    en: 'The flow was saved by a newer Eclusa (format {version}). Update Eclusa to open it.',
    es: 'El flujo se guardó con una Eclusa más nueva (formato {version}). Actualice Eclusa para abrirlo.',
    pt: 'O fluxo foi salvo por uma Eclusa mais nova (formato {version}). Atualize a Eclusa para abri-lo.',
  },
  'flow.migration-failed': {
    en: 'The settings of the box {id} ({type}) could not be brought up to date: {reason}. Add the box anew.',
    es: 'No se pudieron actualizar los ajustes de la caja {id} ({type}): {reason}. Agregue la caja de nuevo.',
    pt: 'Não foi possível atualizar os ajustes da caixa {id} ({type}): {reason}. Adicione a caixa de novo.',
  },
};
