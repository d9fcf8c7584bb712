// Sentences for schedules that cannot be understood or never come.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const scheduleMessages: Record<string, Text> = {
  'schedule.cron-invalid': {
    en: '“{cron}” is no cron expression. It has five parts: minute, hour, day of the month, month, day of the week; for example 30 6 * * 1-5.',
    es: '“{cron}” no es una expresión cron. Tiene cinco partes: minuto, hora, día del mes, mes y día de la semana; por ejemplo 30 6 * * 1-5.',
    pt: '“{cron}” não é uma expressão cron. Ela tem cinco partes: minuto, hora, dia do mês, mês e dia da semana; por exemplo 30 6 * * 1-5.',
  },
  'schedule.timezone-unknown': {
    en: '“{timezone}” is no time zone. Choose one from the list, such as America/Sao_Paulo.',
    es: '“{timezone}” no es una zona horaria. Elija una de la lista, por ejemplo America/Sao_Paulo.',
    pt: '“{timezone}” não é um fuso horário. Escolha um da lista, por exemplo America/Sao_Paulo.',
  },
  'schedule.never': {
    en: '“{cron}” never comes: there is no such date. Check the day and the month.',
    es: '“{cron}” no llega nunca: esa fecha no existe. Revise el día y el mes.',
    pt: '“{cron}” nunca chega: essa data não existe. Confira o dia e o mês.',
  },
};
