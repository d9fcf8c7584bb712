// Sentences about boxes that run another flow.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const flowCallMessages: Record<string, Text> = {
  'flow.called-unknown': {
    en: 'The flow that is to be run does not exist in this workspace. Choose another flow in the box, or switch the box off.',
    es: 'El flujo que se debe ejecutar no existe en este espacio. Elija otro flujo en la caja o desactive la caja.',
    pt: 'O fluxo que deve ser executado não existe neste espaço. Escolha outro fluxo na caixa ou desligue a caixa.',
  },
  'flow.calls-itself': {
    en: 'The box runs this very flow, so it would start itself without end. Choose another flow in the box.',
    es: 'La caja ejecuta este mismo flujo, así que se iniciaría a sí mismo sin fin. Elija otro flujo en la caja.',
    pt: 'A caixa executa este mesmo fluxo, então ele iniciaria a si mesmo sem fim. Escolha outro fluxo na caixa.',
  },
  'flow.called-unpublished': {
    en: '“{flow}” is not published, so it cannot be run. Open it and publish it, or choose another flow in the box.',
    es: '«{flow}» no está publicado, así que no se puede ejecutar. Ábralo y publíquelo, o elija otro flujo en la caja.',
    pt: '“{flow}” não está publicado, então não pode ser executado. Abra-o e publique-o, ou escolha outro fluxo na caixa.',
  },
  'flow.called-takes-no-rows': {
    en: '“{flow}” has no box that takes rows, so there is nothing to hand them to. Begin it with “Called by another system” and publish it, or choose another flow in the box.',
    es: '«{flow}» no tiene una caja que reciba filas, así que no hay a quién entregarlas. Empiécelo con «Llamado por otro sistema» y publíquelo, o elija otro flujo en la caja.',
    pt: '“{flow}” não tem uma caixa que receba linhas, então não há a quem entregá-las. Comece-o com “Chamado por outro sistema” e publique-o, ou escolha outro fluxo na caixa.',
  },
  'flow.called-answers-nothing': {
    en: '“{flow}” answers nothing, and this box is to go on with its answer. Add “Answer the caller” to it and publish it, or let the rows go on as they came.',
    es: '«{flow}» no responde nada, y esta caja debe seguir con su respuesta. Agréguele «Responder a quien llama» y publíquelo, o deje seguir las filas como llegaron.',
    pt: '“{flow}” não responde nada, e esta caixa deve seguir com a resposta dele. Adicione “Responder a quem chama” a ele e publique-o, ou deixe as linhas seguirem como chegaram.',
  },
  'flow.called-not-bound': {
    en: '“{flow}” is not connected for the store “{store}”, so it cannot be run for it. Open its connections and choose them for that store, then run again or resume the run.',
    es: '«{flow}» no está conectado para la tienda «{store}», así que no se puede ejecutar para ella. Abra sus conexiones y elíjalas para esa tienda; después ejecute de nuevo o reanude la ejecución.',
    pt: '“{flow}” não está conectado para a loja “{store}”, então não pode ser executado para ela. Abra as conexões dele e escolha-as para essa loja; depois execute de novo ou retome a execução.',
  },
  'flow.called-needs-store': {
    en: '“{flow}” is connected for stores, and this run is for none. Run this flow for a store, or connect “{flow}” without a store.',
    es: '«{flow}» está conectado para tiendas, y esta ejecución no es para ninguna. Ejecute este flujo para una tienda o conecte «{flow}» sin tienda.',
    pt: '“{flow}” está conectado para lojas, e esta execução não é para nenhuma. Execute este fluxo para uma loja ou conecte “{flow}” sem loja.',
  },
  'flow.called-incomplete': {
    en: '“{flow}” lacks what it needs to run: {names}. Open its connections, choose or fill in what is missing, then run again or resume the run.',
    es: 'A «{flow}» le falta lo que necesita para ejecutarse: {names}. Abra sus conexiones y elija o complete lo que falta; después ejecute de nuevo o reanude la ejecución.',
    pt: 'Falta a “{flow}” o que ele precisa para ser executado: {names}. Abra as conexões dele e escolha ou preencha o que falta; depois execute de novo ou retome a execução.',
  },
  'flow.call-circle': {
    en: 'The box closes a circle: {flows}. Each would start the next without end. Choose another flow in the box, or take the box out of one of those flows and publish it.',
    es: 'La caja cierra un círculo: {flows}. Cada uno iniciaría al siguiente sin fin. Elija otro flujo en la caja, o quite la caja de uno de esos flujos y publíquelo.',
    pt: 'A caixa fecha um círculo: {flows}. Cada um iniciaria o seguinte sem fim. Escolha outro fluxo na caixa, ou tire a caixa de um desses fluxos e publique-o.',
  },
  'flow.call-chain-too-long': {
    en: '“{flow}” was not started: {most} flows had already started one another, and it stops there so that no circle goes on for ever. Look at which flow runs which, and take one of the boxes out.',
    es: '«{flow}» no se inició: ya se habían iniciado {most} flujos uno tras otro, y ahí se detiene para que ningún círculo siga para siempre. Revise qué flujo ejecuta a cuál y quite una de las cajas.',
    pt: '“{flow}” não foi iniciado: {most} fluxos já tinham iniciado uns aos outros, e para por aí para que nenhum círculo continue para sempre. Veja qual fluxo executa qual e tire uma das caixas.',
  },
  'nodes.calls-need-service': {
    en: 'Another flow can be run by the service only, as part of a run. Publish this flow and run it there; here, try the box without sending.',
    es: 'Solo el servicio puede ejecutar otro flujo, como parte de una ejecución. Publique este flujo y ejecútelo allí; aquí, pruebe la caja sin enviar.',
    pt: 'Só o serviço pode executar outro fluxo, como parte de uma execução. Publique este fluxo e execute-o lá; aqui, experimente a caixa sem enviar.',
  },
  'nodes.calls-too-many': {
    en: '{rows} rows would make {runs} runs of “{flow}”, and one box starts {most} at most. Nothing was started: raise “Rows for each run” in the box.',
    es: '{rows} filas harían {runs} ejecuciones de «{flow}», y una caja inicia {most} como máximo. No se inició nada: aumente «Filas por ejecución» en la caja.',
    pt: '{rows} linhas fariam {runs} execuções de “{flow}”, e uma caixa inicia no máximo {most}. Nada foi iniciado: aumente “Linhas por execução” na caixa.',
  },
  'nodes.call-row-refused': {
    en: '“{flow}” does not take this row: {reason}. Correct the row before the box, or change the schema in that flow and publish it.',
    es: '«{flow}» no acepta esta fila: {reason}. Corrija la fila antes de la caja, o cambie el esquema en ese flujo y publíquelo.',
    pt: '“{flow}” não aceita esta linha: {reason}. Corrija a linha antes da caixa, ou mude o esquema nesse fluxo e publique-o.',
  },
  'nodes.call-failed': {
    en: 'The run of “{flow}” with this row failed. Look at the run {runId}, mend what it says, and send the failed rows again. It says: {reason}',
    es: 'La ejecución de «{flow}» con esta fila falló. Vea la ejecución {runId}, corrija lo que dice y envíe de nuevo las filas fallidas. Dice: {reason}',
    pt: 'A execução de “{flow}” com esta linha falhou. Veja a execução {runId}, corrija o que ela diz e envie de novo as linhas com falha. Ela diz: {reason}',
  },
  'nodes.call-cancelled': {
    en: 'The run of “{flow}” with this row was cancelled. Look in the run {runId} at what it had done, and send the failed rows again if they are still to be done.',
    es: 'La ejecución de «{flow}» con esta fila se canceló. Vea en la ejecución {runId} qué había hecho y envíe de nuevo las filas fallidas si aún hay que procesarlas.',
    pt: 'A execução de “{flow}” com esta linha foi cancelada. Veja na execução {runId} o que ela tinha feito e envie de novo as linhas com falha se ainda for preciso.',
  },
  'nodes.call-rows-failed': {
    en: '{failed} of {read} rows failed in the run of “{flow}” that had this row. Open the run {runId} to see which and why, and send them again there.',
    es: 'Fallaron {failed} de {read} filas en la ejecución de «{flow}» que tenía esta fila. Abra la ejecución {runId} para ver cuáles y por qué, y envíelas de nuevo allí.',
    pt: '{failed} de {read} linhas falharam na execução de “{flow}” que tinha esta linha. Abra a execução {runId} para ver quais e por quê, e envie-as de novo lá.',
  },
  'nodes.call-no-answer': {
    en: 'The run of “{flow}” with this row ended without an answer: no row came to “Answer the caller” there. Look in the run {runId} at where the rows went.',
    es: 'La ejecución de «{flow}» con esta fila terminó sin respuesta: ninguna fila llegó allí a «Responder a quien llama». Vea en la ejecución {runId} por dónde fueron las filas.',
    pt: 'A execução de “{flow}” com esta linha terminou sem resposta: nenhuma linha chegou lá a “Responder a quem chama”. Veja na execução {runId} por onde as linhas foram.',
  },
  'nodes.call-answer-too-large': {
    en: 'The answer of “{flow}” to this row has {kilobytes} kB, and a row takes {most} kB at most. Answer with fewer fields or rows there, or let this box go on with the rows of the answer.',
    es: 'La respuesta de «{flow}» a esta fila tiene {kilobytes} kB, y una fila admite {most} kB como máximo. Responda allí con menos campos o filas, o deje que esta caja siga con las filas de la respuesta.',
    pt: 'A resposta de “{flow}” a esta linha tem {kilobytes} kB, e uma linha aceita no máximo {most} kB. Responda lá com menos campos ou linhas, ou deixe esta caixa seguir com as linhas da resposta.',
  },
  'nodes.call-gone': {
    en: 'The run of “{flow}” with this row is no longer there, so nobody knows how it ended. See by “What happened to …?” what became of the row, and send it again if it is still to be done.',
    es: 'La ejecución de «{flow}» con esta fila ya no existe, así que no se sabe cómo terminó. Vea con «¿Qué pasó con …?» qué fue de la fila y envíela de nuevo si aún hay que procesarla.',
    pt: 'A execução de “{flow}” com esta linha não existe mais, então não se sabe como terminou. Veja em “O que aconteceu com …?” o que houve com a linha e envie-a de novo se ainda for preciso.',
  },
};
