import type { ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { openCycle } from '../../api/planning.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { AskedTwice } from './asked-twice.js';
import { draftTexts } from './draft-texts.js';

type Asked = { readonly cycle: Cycle; readonly people: number };

/** Opening, once the plan is published and somebody is on the roster. */
export function OpenStep({ cycle: { id, state, units }, people }: Asked): ReactNode {
  const say = useTexts(draftTexts);
  const change = useChange({ ask: (cycleId: string) => openCycle(cycleId) });
  if (state === 'open' || state === 'closed') return <p>{say('openDone')}</p>;
  if (state !== 'published') return <p className="quiet">{say('openNeedsPublish')}</p>;
  if (people === 0) return <p className="quiet">{say('openNeedsRoster')}</p>;
  return (
    <AskedTwice
      label={say('openDo')}
      effect={say('openEffect', { units: units.length, people })}
      confirm={say('openConfirm')}
      cancel={say('cancel')}
      isPending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(id)}
    />
  );
}
