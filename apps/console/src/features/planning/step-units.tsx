import type { Rulebook } from '@kaoji/domain';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { areaUnitsQuery, planRulebookQuery, type AreaUnit } from '../../api/planning.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { unitDraft, type UnitDraft } from './plan-draft.js';
import type { StepAsked } from './step-asked.js';
import { newPlanTexts } from './texts.js';
import { UnitFacts } from './unit-facts.js';

/** Which units take part, and what is true of each. */
export function StepUnits({ draft, change }: StepAsked): ReactNode {
  const say = useTexts(newPlanTexts);
  const query = useQuery(areaUnitsQuery(draft.areaId));
  const { data: rulebook } = useQuery(planRulebookQuery(draft.rulebookHash));
  if (draft.areaId === '') return <p className="quiet">{say('incomplete')}</p>;
  const set = (unitId: string, unit: UnitDraft): void =>
    change({ units: { ...draft.units, [unitId]: unit } });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say('noUnits')}</p>
        ) : (
          <div className="stack">
            <p>{say('unitsWhat')}</p>
            {rulebook === undefined && <p className="mark warn">{say('chooseRulebook')}</p>}
            <ul className="plain plan-units" aria-label={say('units')}>
              {items.map((unit) => (
                <Unit
                  key={unit.id}
                  unit={unit}
                  draft={unitDraft(draft, unit.id)}
                  rulebook={rulebook}
                  onChange={(to) => set(unit.id, to)}
                />
              ))}
            </ul>
          </div>
        )
      }
    </Loaded>
  );
}

type Asked = {
  readonly unit: AreaUnit;
  readonly draft: UnitDraft;
  readonly rulebook: Rulebook | undefined;
  readonly onChange: (draft: UnitDraft) => void;
};

function Unit({ unit: { name, communities }, draft, rulebook, onChange }: Asked): ReactNode {
  const say = useTexts(newPlanTexts);
  const { leftOut, ...kept } = draft;
  return (
    <li>
      <Checkbox
        checked={leftOut !== true}
        onChange={({ target }) => onChange(target.checked ? kept : { ...kept, leftOut: true })}
      >
        <strong>{name}</strong>{' '}
        <span className="quiet">{say('communities', { count: communities.length })}</span>
      </Checkbox>
      {leftOut !== true && rulebook !== undefined && (
        <UnitFacts name={name} draft={draft} rulebook={rulebook} onChange={onChange} />
      )}
    </li>
  );
}
