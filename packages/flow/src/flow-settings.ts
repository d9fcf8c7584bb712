// The settings of a whole flow as a form: one description for the check, the editor and the command line.
import type { FlowSettings } from './document';
import type { Field } from './field';

/** By the setting's name in the document. All are optional; a flow without any keeps none. */
export const flowSettingFields: Readonly<Record<keyof FlowSettings, Field>> = {
  orderKey: {
    kind: 'expression',
    placeholder: 'codigo',
    name: {
      en: 'Keep rows in order that have the same',
      es: 'Mantener en orden las filas con el mismo',
      pt: 'Manter em ordem as linhas com o mesmo',
    },
    help: {
      en: 'For example codigo: two changes of one product then reach the store in the order they were read, and rows of other products do not wait for them. Looked up in the rows as they are read, and again in the rows that leave a box that waits for all rows. Without it rows may overtake each other, which is fastest.',
      es: 'Por ejemplo codigo: dos cambios de un producto llegan a la tienda en el orden en que se leyeron, y las filas de otros productos no los esperan. Se busca en las filas tal como se leen, y de nuevo en las que salen de una caja que espera todas las filas. Sin esto las filas pueden adelantarse unas a otras, que es lo más rápido.',
      pt: 'Por exemplo codigo: duas mudanças de um produto chegam à loja na ordem em que foram lidas, e as linhas de outros produtos não esperam por elas. É procurado nas linhas como são lidas, e de novo nas que saem de uma caixa que espera todas as linhas. Sem isso as linhas podem ultrapassar umas às outras, o que é mais rápido.',
    },
  },
  overlap: {
    kind: 'choice',
    default: 'allow',
    name: {
      en: 'When the last run is still going on',
      es: 'Si la ejecución anterior sigue en curso',
      pt: 'Se a execução anterior ainda está em andamento',
    },
    choices: [
      {
        value: 'allow',
        name: { en: 'Start beside it', es: 'Iniciar junto a ella', pt: 'Iniciar ao lado dela' },
        help: {
          en: 'Runs of the flow may go on at the same time.',
          es: 'Las ejecuciones del flujo pueden transcurrir al mismo tiempo.',
          pt: 'As execuções do fluxo podem correr ao mesmo tempo.',
        },
      },
      {
        value: 'queue',
        name: { en: 'Wait for it', es: 'Esperarla', pt: 'Esperar por ela' },
        help: {
          en: 'The new run starts when those before it have ended.',
          es: 'La nueva ejecución inicia cuando las anteriores han terminado.',
          pt: 'A nova execução começa quando as anteriores terminarem.',
        },
      },
      {
        value: 'skip',
        name: { en: 'Skip the new one', es: 'Omitir la nueva', pt: 'Pular a nova' },
        help: {
          en: 'The new run does nothing. It is kept in the list of runs, with the one that was going on.',
          es: 'La nueva ejecución no hace nada. Queda en la lista de ejecuciones, con la que estaba en curso.',
          pt: 'A nova execução não faz nada. Ela fica na lista de execuções, com a que estava em andamento.',
        },
      },
      {
        value: 'cancel',
        name: { en: 'Stop the old one', es: 'Detener la anterior', pt: 'Parar a anterior' },
        help: {
          en: 'The run that is going on is stopped, and then the new one starts. What was written stays written.',
          es: 'La ejecución en curso se detiene y luego inicia la nueva. Lo que se escribió queda escrito.',
          pt: 'A execução em andamento é parada e então a nova começa. O que foi gravado continua gravado.',
        },
      },
    ],
  },
  concurrencyKey: {
    kind: 'text',
    maxLength: 200,
    when: { field: 'overlap', is: ['queue', 'skip', 'cancel'] },
    advanced: true,
    name: { en: 'Together with', es: 'Junto con', pt: 'Junto com' },
    help: {
      en: 'Left empty, runs of this flow for the same store count. With a name, so do the runs of every flow that has the same name here.',
      es: 'Si se deja vacío, cuentan las ejecuciones de este flujo para la misma tienda. Con un nombre, también las de todo flujo que tenga aquí el mismo nombre.',
      pt: 'Se ficar vazio, contam as execuções deste fluxo para a mesma loja. Com um nome, também as de todo fluxo que tenha aqui o mesmo nome.',
    },
  },
};
