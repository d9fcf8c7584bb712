// One run, kept up to date by its events while it goes on.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '../../api/keys';
import { isLive, useRun, watchRun } from '../../api/runs';
import type { RunDetail } from '../../api/types';

/** The query of the run; its data changes as events arrive, and is read once more at the end. */
export function useLiveRun(id: string) {
  const cache = useQueryClient();
  const query = useRun(id);
  const live = query.data !== undefined && isLive(query.data.state);
  useEffect(() => {
    if (!live) return undefined;
    return watchRun(
      id,
      (progress) =>
        cache.setQueryData<RunDetail>(keys.run(id), (known) => known && { ...known, ...progress }),
      () => void cache.invalidateQueries({ queryKey: keys.run(id) }),
    );
  }, [cache, id, live]);
  return query;
}
