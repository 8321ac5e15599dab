import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cycleQuery, type Cycle } from './cycles.js';

/**
 * A cycle as the service pushes it, at each change; read again by itself every few seconds where nothing can be pushed.
 * `live`: it is being pushed now.
 */
export function useLiveCycle(cycleId: string): {
  readonly query: UseQueryResult<Cycle>;
  readonly live: boolean;
} {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const usual = cycleQuery(cycleId);
  const query = useQuery(live ? { ...usual, refetchInterval: false as const } : usual);
  const isOpen = query.data?.state === 'open';
  useEffect(() => {
    if (!isOpen) return undefined;
    const { queryKey } = cycleQuery(cycleId);
    const events = new EventSource(`/api/cycles/${encodeURIComponent(cycleId)}/events`);
    events.addEventListener('cycle', ({ data }: MessageEvent<string>) => {
      queries.setQueryData(queryKey, JSON.parse(data) as Cycle);
      setLive(true);
    });
    events.addEventListener('ended', () => {
      events.close();
      setLive(false);
      void queries.invalidateQueries({ queryKey }); // says why it ended
    });
    // A lost connection is tried again by the browser; a refusal is not. Meanwhile the page asks by itself.
    events.addEventListener('error', () => setLive(false));
    return () => {
      events.close();
      setLive(false);
    };
  }, [cycleId, isOpen, queries]);
  return { query, live };
}
