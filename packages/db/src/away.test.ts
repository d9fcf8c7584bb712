import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isDatabaseAway } from './away';

const coded = (code: string) => Object.assign(new Error('no'), { code });

test.each([
  [coded('ECONNREFUSED')],
  [coded('57P03')],
  [new QueryFailedError('SELECT 1', [], coded('57P02'))],
  [new QueryFailedError('SELECT 1', [], new Error('Connection terminated unexpectedly'))],
  [new QueryRunnerAlreadyReleasedError()],
  [new Error('timeout exceeded when trying to connect')],
  [new Error('Client has encountered a connection error and is not queryable')],
  [new Error('Client was closed and is not queryable')],
])('%s: the database is away', (error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([[new QueryFailedError('SELEC 1', [], coded('42601'))], [new TypeError('x')], ['text'], [null]])(
  '%s: it is not',
  (error) => {
    expect(isDatabaseAway(error)).toBe(false);
  },
);
