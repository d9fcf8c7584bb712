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
};
