import type { ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { publishPlan } from '../../api/planning.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { AskedTwice } from './asked-twice.js';
import { draftTexts } from './draft-texts.js';

/** Publishing, once the staff were heard. */
export function PublishStep({ cycle: { id, state } }: { readonly cycle: Cycle }): ReactNode {
  const say = useTexts(draftTexts);
  const change = useChange({ ask: (cycleId: string) => publishPlan(cycleId) });
  if (state === 'draft') return <p className="quiet">{say('publishNeeds')}</p>;
  if (state !== 'consulted') return <p>{say('publishDone')}</p>;
  return (
    <AskedTwice
      label={say('publishDo')}
      effect={say('publishEffect')}
      confirm={say('publishConfirm')}
      cancel={say('cancel')}
      isPending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(id)}
    />
  );
}
