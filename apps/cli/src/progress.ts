// Shows on the terminal how far a run is: redrawn in place where that works, else a line now and then.
import type { RunProgress } from '@eclusa/engine';
import type { Locale } from '@eclusa/flow';
import { boxTable, perSecond } from './summary';
import { label } from './sentences';
import type { Terminal } from './terminal';

/** Milliseconds between two pictures. */
const pace = { redrawn: 200, lines: 2000 };

/** Takes every progress of a run and shows some of them. `end` leaves the last picture standing. */
export function progressView(
  terminal: Terminal,
  locale: Locale,
  now: () => number,
): { show(progress: RunProgress): void; end(): void } {
  let shown = 0;
  let drawn = 0;
  let last: RunProgress | undefined;
  const draw = (progress: RunProgress): void => {
    const lines = terminal.redraws
      ? [headline(progress, locale), ...boxTable(progress.counts, locale)]
      : [headline(progress, locale)];
    // Up over the picture before, and clear to the end of the screen.
    const back = terminal.redraws && drawn > 0 ? `\u001b[${drawn}F\u001b[J` : '';
    terminal.err(`${back}${lines.join('\n')}\n`);
    drawn = lines.length;
    last = undefined;
  };
  return {
    show(progress) {
      last = progress;
      if (now() - shown < (terminal.redraws ? pace.redrawn : pace.lines)) return;
      shown = now();
      draw(progress);
    },
    end() {
      if (last && (drawn > 0 || terminal.redraws)) draw(last);
    },
  };
}

function headline(progress: RunProgress, locale: Locale): string {
  const { totals, rows, expected } = progress;
  const number = (value: number): string => value.toLocaleString(locale);
  const share = expected === undefined ? number(rows) : `${number(rows)} / ${number(expected)}`;
  const parts = [`${share} ${label('rows', locale)}`, `${number(perSecond(progress))}/s`];
  for (const end of ['written', 'skipped', 'failed'] as const) {
    if (totals[end] > 0) parts.push(`${label(end, locale)} ${number(totals[end])}`);
  }
  return parts.join(' · ');
}
