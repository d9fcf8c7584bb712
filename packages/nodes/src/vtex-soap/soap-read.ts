// Declares a box that reads one thing over SOAP for each row.
import { UserError, type NodeType } from '@eclusa/flow';
import { whenMissingField } from '../vtex/vtex-read';
import { soapBox, type SoapBox } from './soap-box';

/** An unknown id is answered as nil: the row fails with `vtex.nothing-found`, or goes on with null. */
export function soapRead(box: Omit<SoapBox, 'methods' | 'work' | 'effect'> & { method: string }): NodeType {
  const { method, ...rest } = box;
  return soapBox({
    ...rest,
    effect: 'read',
    methods: [method],
    options: { ...box.options, whenMissing: whenMissingField },
    work: (config) => ({
      async run(values, { soap }) {
        const found = await soap.call(method, values);
        if (found !== null || config['whenMissing'] === 'empty') return found;
        throw new UserError('vtex.nothing-found', { values: { request: method, values: { ...values } } });
      },
    }),
  });
}
