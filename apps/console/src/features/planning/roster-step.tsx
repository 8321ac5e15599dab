import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { draftTexts } from './draft-texts.js';

type Asked = { readonly cycle: Cycle; readonly people: number };

/** How many are on the roster, and the way to it. */
export function RosterStep({ cycle: { id, state }, people }: Asked): ReactNode {
  const say = useTexts(draftTexts);
  if (state === 'closed') return <p>{say('rosterOpen', { count: people })}</p>;
  const isOpen = state === 'open';
  return (
    <>
      <p>
        {people === 0 ? say('rosterNone') : say(isOpen ? 'rosterOpen' : 'rosterCount', { count: people })}
      </p>
      <p>
        <Link to="/cycles/$cycleId/roster" params={{ cycleId: id }}>
          {say(isOpen ? 'toJoin' : 'toRoster')}
        </Link>
      </p>
    </>
  );
}
