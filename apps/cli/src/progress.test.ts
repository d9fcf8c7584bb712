import { Readable } from 'node:stream';
import type { RunProgress } from '@eclusa/engine';
import { progressView } from './progress';

const totals = { read: 0, derived: 0, written: 0, skipped: 0, failed: 0, waiting: 0, collected: 0 };
const within = (rows: number): RunProgress => ({
  totals,
  rows,
  expected: 2_000,
  seconds: 2,
  counts: [{ node: 'price', side: 'out', port: 'out', rows }],
});

test('the line moves within a page, before any total is final', () => {
  let shown = '';
  let now = 0;
  const out = () => undefined;
  const terminal = {
    cwd: '/',
    env: {},
    out,
    err: (text: string) => (shown += text),
    redraws: true,
    input: { isTerminal: false, stream: () => Readable.from([]), secret: async () => '' },
  };
  const view = progressView({ ...terminal, onInterrupt: () => out }, 'en', () => (now += 1_000));
  view.show(within(64));
  view.show(within(80));
  expect(shown).toContain('64 / 2,000 rows · 32/s');
  expect(shown).toContain('80 / 2,000 rows · 40/s');
  expect(shown).toMatch(/price +80\n/);
});
