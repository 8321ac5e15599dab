import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { areaUnitsQuery, planPeopleQuery } from '../../api/planning.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Duties } from './duties.js';
import { unitDraft } from './plan-draft.js';
import type { StepAsked } from './step-asked.js';
import { newPlanTexts } from './texts.js';

/** The rulebook's steps resolved to people, before anything is created. */
export function StepPeople({ draft }: StepAsked): ReactNode {
  const say = useTexts(newPlanTexts);
  const { data: units } = useQuery(areaUnitsQuery(draft.areaId));
  const query = useQuery(planPeopleQuery(draft.areaId, draft.rulebookHash));
  if (draft.areaId === '') return <p className="quiet">{say('incomplete')}</p>;
  if (draft.rulebookHash === '') return <p className="quiet">{say('chooseRulebook')}</p>;
  const chosen = units?.items.filter(({ id }) => unitDraft(draft, id).leftOut !== true) ?? [];
  return (
    <Loaded query={query}>
      {(people) =>
        chosen.length === 0 ? (
          <p className="quiet">{say('chooseUnits')}</p>
        ) : (
          <Duties people={people} unitIds={new Set(chosen.map(({ id }) => id))} />
        )
      }
    </Loaded>
  );
}
