import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { earlyClosingsQuery } from '../../api/cycle-board.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { unitTexts } from './unit-texts.js';

type Asked = { readonly cycleId: string; readonly unitId: string };

/** That the collection of a unit was closed before its date: when, by whom and why. Nothing where it was not. */
export function ClosedEarly({ cycleId, unitId }: Asked): ReactNode {
  const say = useTexts(unitTexts);
  const { minute } = useInstants();
  const { data } = useQuery(earlyClosingsQuery(cycleId));
  const closings = data?.items.filter((closing) => closing.unitId === unitId) ?? [];
  if (closings.length === 0) return null;
  return (
    <>
      <dt>{say('closedEarly')}</dt>
      {closings.map(({ id, closedAt, name, reason }) => (
        <dd key={id}>
          <span className="quiet">
            {say('closedEarlyBy', { at: minute(closedAt), name: name ?? say('somebody') })}
          </span>{' '}
          {reason}
        </dd>
      ))}
    </>
  );
}
