// The settings every box has that may send files: which way rows go, from how many on, and how long a file may take.
import type { Field, Fields } from '@eclusa/flow';

/** How long a file may take when nobody says otherwise. */
export const defaultMinutes = 120;

/** `threshold`: rows up to which single calls are made when nobody says otherwise. */
export function routeFields(threshold: number): Fields {
  return { route, threshold: { ...thresholdField, default: threshold }, mostMinutes };
}

const route: Field = {
  kind: 'choice',
  default: 'auto',
  name: { en: 'How to send', es: 'Cómo enviar', pt: 'Como enviar' },
  help: {
    en: 'Single calls land within seconds and are good for few changes. A file takes VTEX some minutes and is good for many. The answer of each row says which way it went.',
    es: 'Las llamadas sueltas se aplican en segundos y sirven para pocos cambios. Un archivo le toma a VTEX algunos minutos y sirve para muchos. La respuesta de cada fila dice por dónde fue.',
    pt: 'Chamadas avulsas valem em segundos e servem para poucas mudanças. Um arquivo leva alguns minutos na VTEX e serve para muitas. A resposta de cada linha diz por onde ela foi.',
  },
  choices: [
    {
      value: 'auto',
      name: {
        en: 'By the number of rows',
        es: 'Según la cantidad de filas',
        pt: 'Pela quantidade de linhas',
      },
    },
    {
      value: 'single',
      name: { en: 'Always single calls', es: 'Siempre llamadas sueltas', pt: 'Sempre chamadas avulsas' },
    },
    {
      value: 'file',
      name: { en: 'Always a file', es: 'Siempre un archivo', pt: 'Sempre um arquivo' },
    },
  ],
};

const thresholdField = {
  kind: 'number',
  min: 0,
  integer: true,
  when: { field: 'route', is: ['auto'] },
  name: {
    en: 'Single calls up to',
    es: 'Llamadas sueltas hasta',
    pt: 'Chamadas avulsas até',
  },
  unit: { en: 'rows', es: 'filas', pt: 'linhas' },
  help: {
    en: 'A run with more rows than this sends a file.',
    es: 'Una ejecución con más filas que estas envía un archivo.',
    pt: 'Uma execução com mais linhas do que isso envia um arquivo.',
  },
} satisfies Field;

const mostMinutes: Field = {
  kind: 'number',
  default: defaultMinutes,
  min: 1,
  max: 1440,
  integer: true,
  advanced: true,
  name: {
    en: 'Wait for a file at most',
    es: 'Esperar un archivo como máximo',
    pt: 'Esperar um arquivo no máximo',
  },
  unit: { en: 'minutes', es: 'minutos', pt: 'minutos' },
  help: {
    en: 'The rows of a file that VTEX has not finished by then leave as failed.',
    es: 'Las filas de un archivo que VTEX no terminó para entonces salen como fallidas.',
    pt: 'As linhas de um arquivo que a VTEX não terminou até lá saem como falhas.',
  },
};
