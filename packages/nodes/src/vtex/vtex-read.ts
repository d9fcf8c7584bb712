// Declares a box that reads one thing of a VTEX store for each row, as data.
import { UserError, type Field, type Json, type NodeType } from '@eclusa/flow';
import { newId } from './coerce';
import type { Values } from './mapping';
import { retold, hasStatus } from './remote';
import { vtexAction, type VtexAction } from './vtex-action';

export type VtexRead = Omit<VtexAction, 'effect' | 'body' | 'shape' | 'prepare'>;

/** What to do with a row for which VTEX has nothing. */
export const whenMissingField: Field = {
  kind: 'choice',
  default: 'fail',
  name: { en: 'When VTEX has none', es: 'Cuando VTEX no lo tiene', pt: 'Quando a VTEX não tem' },
  help: {
    en: 'Such as a code that was never created in the store.',
    es: 'Como un código que nunca se creó en la tienda.',
    pt: 'Como um código que nunca foi criado na loja.',
  },
  choices: [
    { value: 'fail', name: { en: 'The row fails', es: 'La fila falla', pt: 'A linha falha' } },
    {
      value: 'empty',
      name: { en: 'Go on without it', es: 'Seguir sin él', pt: 'Seguir sem ele' },
      help: {
        en: 'The field is left empty (null), so that the next box can tell.',
        es: 'El campo queda vacío (null), para que la caja siguiente lo note.',
        pt: 'O campo fica vazio (null), para a próxima caixa perceber.',
      },
    },
  ],
};

/** A GET for each row. Nothing found (404, or VTEX's `200 null`) fails the row with `vtex.nothing-found`, or is null. */
export function vtexRead(read: VtexRead): NodeType {
  const { request, path = {}, query = {} } = read;
  const pick = (targets: object, values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => Object.hasOwn(targets, id)));
  return vtexAction({
    ...read,
    effect: 'read',
    options: { ...read.options, whenMissing: whenMissingField },
    prepare: ({ config }) => ({
      async run(values, { store }): Promise<Json> {
        // In a dry run an earlier box would have made it: nothing is there to be read yet.
        if (Object.values(values).includes(newId)) return null;
        const options = { params: pick(path, values), query: pick(query, values) };
        try {
          const answer = await store.send(request, options as Parameters<typeof store.send>[1]);
          if (answer !== null || config['whenMissing'] === 'empty') return answer;
        } catch (error) {
          if (!hasStatus(error, 404)) throw error;
          if (config['whenMissing'] === 'empty') return null;
          throw retold('vtex.nothing-found', error, { request, values: { ...values } });
        }
        throw new UserError('vtex.nothing-found', { values: { request, values: { ...values } } });
      },
    }),
  });
}
