// A schedule in one sentence, in every language.
import type { Locale, Text } from '../text';
import { fromCron, type PlainSchedule } from './plain';

interface Words {
  every: Record<'minutes' | 'hours', (count: number) => string>;
  between: (from: string, to: string) => string;
  at: (time: string) => string;
  monthly: (day: number, time: string) => string;
  days: readonly string[];
  on: (days: string) => string;
  and: string;
  weekdays: string;
  everyDay: string;
  cron: (cron: string) => string;
}

const words: Record<Locale, Words> = {
  en: {
    every: {
      minutes: (count) => (count === 1 ? 'Every minute' : `Every ${count} minutes`),
      hours: (count) => (count === 1 ? 'Every hour' : `Every ${count} hours`),
    },
    between: (from, to) => `between ${from} and ${to}`,
    at: (time) => `At ${time}`,
    monthly: (day, time) => `On day ${day} of each month at ${time}`,
    days: ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'],
    on: (days) => `on ${days}`,
    and: 'and',
    weekdays: 'Monday to Friday',
    everyDay: 'every day',
    cron: (cron) => `By cron: ${cron}`,
  },
  es: {
    every: {
      minutes: (count) => (count === 1 ? 'Cada minuto' : `Cada ${count} minutos`),
      hours: (count) => (count === 1 ? 'Cada hora' : `Cada ${count} horas`),
    },
    between: (from, to) => `entre las ${from} y las ${to}`,
    at: (time) => `A las ${time}`,
    monthly: (day, time) => `El día ${day} de cada mes a las ${time}`,
    days: ['domingos', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábados'],
    on: (days) => `los ${days}`,
    and: 'y',
    weekdays: 'de lunes a viernes',
    everyDay: 'todos los días',
    cron: (cron) => `Según cron: ${cron}`,
  },
  pt: {
    every: {
      minutes: (count) => (count === 1 ? 'A cada minuto' : `A cada ${count} minutos`),
      hours: (count) => (count === 1 ? 'A cada hora' : `A cada ${count} horas`),
    },
    between: (from, to) => `entre ${from} e ${to}`,
    at: (time) => `Às ${time}`,
    monthly: (day, time) => `No dia ${day} de cada mês às ${time}`,
    days: [
      'aos domingos',
      'às segundas',
      'às terças',
      'às quartas',
      'às quintas',
      'às sextas',
      'aos sábados',
    ],
    on: (days) => days,
    and: 'e',
    weekdays: 'de segunda a sexta',
    everyDay: 'todos os dias',
    cron: (cron) => `Conforme cron: ${cron}`,
  },
};

/** "Every 5 minutes between 8:00 and 20:00, Monday to Friday (America/Sao_Paulo)". */
export function describeSchedule({ cron, timezone }: { cron: string; timezone: string }): Text {
  const plain = fromCron(cron);
  const say = (locale: Locale): string => {
    const sentence = plain ? inWords(plain, words[locale]) : words[locale].cron(cron);
    return `${sentence} (${timezone})`;
  };
  return { en: say('en'), es: say('es'), pt: say('pt') };
}

function inWords(plain: PlainSchedule, own: Words): string {
  if (plain.kind === 'monthly') return own.monthly(plain.day, clock(plain.hour, plain.minute));
  const days = daysInWords(plain.days, own);
  if (plain.kind === 'daily') return `${own.at(clock(plain.hour, plain.minute))}, ${days}`;
  const pace = own.every[plain.unit](plain.every);
  const isWholeDay = plain.from === 0 && plain.to === 24;
  const span = isWholeDay ? '' : ` ${own.between(clock(plain.from, 0), clock(plain.to, 0))}`;
  return `${pace}${span}, ${days}`;
}

function daysInWords(days: readonly number[], own: Words): string {
  if (days.length === 0) return own.everyDay;
  if (days.join() === '1,2,3,4,5') return own.weekdays;
  const names = days.map((day) => own.days[day] ?? '');
  const last = names.at(-1) ?? '';
  return own.on(names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${own.and} ${last}`);
}

function clock(hour: number, minute: number): string {
  return `${hour}:${String(minute).padStart(2, '0')}`;
}
