// How long a run has taken so far, or took.
import { useEffect, useState } from 'react';
import { isLive } from '../../api/runs';
import type { Run } from '../../api/types';
import { formatDuration } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';

/** Milliseconds from the start to the end, or to `now` while it goes on; null before it started. */
export function elapsedMs(
  run: Pick<Run, 'startedAt' | 'finishedAt'>,
  now: number = Date.now(),
): number | null {
  if (!run.startedAt) return null;
  const end = run.finishedAt ? Date.parse(run.finishedAt) : now;
  return Math.max(0, end - Date.parse(run.startedAt));
}

/** Counts on by itself while the run is live. */
export function Elapsed({ run }: { run: Run }) {
  const [now, setNow] = useState(Date.now);
  const { locale } = useLocale();
  const live = isLive(run.state);
  useEffect(() => {
    if (!live) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [live]);
  const ms = elapsedMs(run, now);
  return ms === null ? '–' : formatDuration(ms, locale);
}
