// What becomes of rows that do not say all that a line of a price file sets.
import type { Field, Text } from '@eclusa/flow';

/** `inFile`: what the line says then. */
export function incompleteField(name: Text, help: Text, inFile: Text): Field {
  return {
    kind: 'choice',
    default: 'calls',
    name,
    help,
    choices: [
      {
        value: 'calls',
        name: {
          en: 'By single calls: what VTEX has stays',
          es: 'En llamadas sueltas: queda lo que tiene VTEX',
          pt: 'Em chamadas avulsas: fica o que a VTEX tem',
        },
      },
      { value: 'file', name: inFile },
    ],
  };
}
