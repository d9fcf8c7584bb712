// Sentences about flows that start when another ends.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const flowEndMessages: Record<string, Text> = {
  'flow.watched-unknown': {
    en: '“{box}” waits for a flow that does not exist in this workspace. Choose another flow in the box, or switch the box off.',
    es: '«{box}» espera un flujo que no existe en este espacio. Elija otro flujo en la caja o desactive la caja.',
    pt: '“{box}” espera um fluxo que não existe neste espaço. Escolha outro fluxo na caixa ou desligue a caixa.',
  },
  'flow.watches-itself': {
    en: '“{box}” waits for this very flow, so it would start itself without end. Choose another flow in the box.',
    es: '«{box}» espera a este mismo flujo, así que se iniciaría a sí mismo sin fin. Elija otro flujo en la caja.',
    pt: '“{box}” espera este mesmo fluxo, então ele iniciaria a si mesmo sem fim. Escolha outro fluxo na caixa.',
  },
  'flow.watch-circle': {
    en: '“{box}” closes a circle: {flows}. Each would start the next without end. Choose another flow in the box, or take the box out of one of those flows and publish it.',
    es: '«{box}» cierra un círculo: {flows}. Cada uno iniciaría al siguiente sin fin. Elija otro flujo en la caja, o quite la caja de uno de esos flujos y publíquelo.',
    pt: '“{box}” fecha um círculo: {flows}. Cada um iniciaria o seguinte sem fim. Escolha outro fluxo na caixa, ou tire a caixa de um desses fluxos e publique-o.',
  },
  'trigger.chain-too-long': {
    en: 'The end of “{flow}” started nothing here: {most} flows had already started one another, and it stops there so that no circle goes on for ever. Look at which flow starts which, and take one of the boxes out.',
    es: 'El fin de «{flow}» no inició nada aquí: ya se habían iniciado {most} flujos uno tras otro, y ahí se detiene para que ningún círculo siga para siempre. Revise qué flujo inicia a cuál y quite una de las cajas.',
    pt: 'O fim de “{flow}” não iniciou nada aqui: {most} fluxos já tinham iniciado uns aos outros, e para por aí para que nenhum círculo continue para sempre. Veja qual fluxo inicia qual e tire uma das caixas.',
  },
  'trigger.watched-gone': {
    en: 'The flow this box waits for is gone, so nothing starts it any more. Choose another flow in the box and publish.',
    es: 'El flujo que esta caja espera ya no existe, así que nada lo inicia. Elija otro flujo en la caja y publique.',
    pt: 'O fluxo que esta caixa espera não existe mais, então nada o inicia. Escolha outro fluxo na caixa e publique.',
  },
};
