import { answersOf, fitting, lacking, type Answers } from './useAnswers';

const some: Answers = {
  from: 'file',
  to: 'stock',
  pace: 'once',
  cron: '*/15 * * * *',
  file: { id: 'file-1', name: 'stock.csv' },
  path: '',
  items: '',
  pasted: '',
  name: null,
};

test('an answer that does not go with a new one is taken back', () => {
  expect(fitting({ ...some, from: 'vtex' })).toMatchObject({ to: null, pace: null });
  expect(fitting({ ...some, from: 'call' })).toMatchObject({ to: 'stock', pace: 'event' });
});

test('what is lacking is named one by one', () => {
  expect(lacking({ ...some, from: null })).toBe('from');
  expect(lacking({ ...some, file: null })).toBe('file');
  expect(lacking({ ...some, from: 'http' })).toBe('path');
  expect(lacking({ ...some, to: null })).toBe('to');
  expect(lacking(some)).toBeNull();
});

test('rows that were pasted are the sample of a system that calls', () => {
  const pasted = '[{"codigo":"A-1","saldo":3}]';
  const answers = answersOf({ ...some, from: 'call', pace: 'event', pasted }, { name: 'x', locale: 'pt' });
  expect(answers?.sample).toEqual([{ codigo: 'A-1', saldo: 3 }]);
});
