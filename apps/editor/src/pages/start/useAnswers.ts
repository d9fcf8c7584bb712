// What was answered so far to the three questions; an answer that no longer goes with another is taken back.
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  goalsFrom,
  pacesFor,
  startSources,
  type StartAnswers,
  type StartGoal,
  type StartPace,
  type StartSource,
} from '@eclusa/flow';
import { parsePasted } from '../../rows/paste';
import { ownTimezone } from '../../schedules/schedule-draft';

export interface Answers {
  from: StartSource | null;
  to: StartGoal | null;
  pace: StartPace | null;
  cron: string;
  file: { id: string; name: string } | null;
  path: string;
  items: string;
  /** Rows as a person pasted them. */
  pasted: string;
  name: string | null;
}

const none: Answers = {
  from: null,
  to: null,
  pace: null,
  cron: '*/15 * * * *',
  file: null,
  path: '',
  items: '',
  pasted: '',
  name: null,
};

/** Keeps only answers that go together; where one pace is possible, it is taken. */
export function fitting(answers: Answers): Answers {
  const { from } = answers;
  if (!from) return { ...answers, to: null, pace: null };
  const to = answers.to && goalsFrom(from).includes(answers.to) ? answers.to : null;
  if (!to) return { ...answers, to, pace: null };
  const paces = pacesFor(from, to);
  const pace = answers.pace && paces.includes(answers.pace) ? answers.pace : (paces[0] ?? null);
  return { ...answers, to, pace };
}

/** What still stands in the way of drawing; null when nothing does. */
export function lacking({ from, to, file, path }: Answers): 'from' | 'file' | 'path' | 'to' | null {
  if (!from) return 'from';
  if (from === 'file' && !file) return 'file';
  if (from === 'http' && path.trim() === '') return 'path';
  return to ? null : 'to';
}

/** For the drawing; null while something is lacking. */
export function answersOf(
  answers: Answers,
  { name, locale }: Pick<StartAnswers, 'name' | 'locale'>,
): StartAnswers | null {
  const { from, to, pace, cron, file, path, items, pasted } = fitting(answers);
  if (!from || !to || !pace) return null;
  const rows = from === 'call' && pasted.trim() !== '' ? parsePasted(pasted) : { rows: [] };
  return {
    from,
    to,
    pace,
    name,
    locale,
    ...(pace === 'schedule' && { schedule: { cron, timezone: ownTimezone() } }),
    ...(file && { file: file.id }),
    ...(path.trim() !== '' && { path: path.trim() }),
    ...(items.trim() !== '' && { items: items.trim() }),
    sample: 'rows' in rows ? rows.rows.slice(0, 50) : [],
  };
}

/** Begins with what the address says: `?from=file&to=stock`. */
export function useAnswers(): [Answers, (change: Partial<Answers>) => void] {
  const [wished] = useSearchParams();
  const [answers, setAnswers] = useState<Answers>(() =>
    fitting({
      ...none,
      from: startSources.find((source) => source === wished.get('from')) ?? null,
      to: (wished.get('to') as StartGoal | null) ?? null,
    }),
  );
  return [answers, (change) => setAnswers((before) => fitting({ ...before, ...change }))];
}
