import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../../api/accounts.js';
import { useDraft } from '../../parts/use-draft.js';
import { emptyDraft, type PlanDraft } from './plan-draft.js';

export type ChangeDraft = (over: Partial<PlanDraft>) => void;

/** The plan being made, kept with every change: leaving the page, or the session, loses nothing. */
export function usePlanDraft(): {
  readonly draft: PlanDraft;
  readonly change: ChangeDraft;
  readonly forget: () => void;
} {
  const { data: account } = useSuspenseQuery(meQuery);
  const [empty, setEmpty] = useState(emptyDraft);
  const kept = useDraft<PlanDraft>(account.id, 'plan', empty);
  const draft = { ...empty, ...kept.draft };
  return {
    draft,
    change: (over) => kept.keep({ ...draft, ...over }),
    forget: () => {
      kept.forget();
      setEmpty(emptyDraft()); // with a seed of its own
    },
  };
}
