import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import { cyclesQuery } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { rulebookTexts } from './texts.js';

/** The way from a rulebook to trying other numbers, on each cycle that runs by it; for those who may. */
export function TryNumbers({ hash }: { readonly hash: string }): ReactNode {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && hasRole(me, 'hr_officer', 'superior') ? <Ways hash={hash} /> : null;
}

function Ways({ hash }: { readonly hash: string }): ReactNode {
  const say = useTexts(rulebookTexts);
  const { data } = useInfiniteQuery(cyclesQuery);
  const cycles = (data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ rulebookHash }) => rulebookHash === hash,
  );
  if (cycles.length === 0) return null;
  return (
    <p className="row no-print">
      <span>{say('tryNumbers')}</span>
      {cycles.map(({ id, year, run }) => (
        <Link key={id} to="/what-if/$cycleId" params={{ cycleId: id }}>
          {say(run === 'live' ? 'onCycle' : 'onRehearsal', { year })}
        </Link>
      ))}
    </p>
  );
}
