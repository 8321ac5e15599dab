import { useQuery } from '@tanstack/react-query';
import { Input, Radio, Select } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { areasQuery } from '../../api/planning.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { isYear } from './missing-steps.js';
import { DAY_SECONDS } from './plan-draft.js';
import type { StepAsked } from './step-asked.js';
import { newPlanTexts } from './texts.js';

const KINDS = ['live', 'rehearsal'] as const;

/** Real or rehearsed, where, and for which year. */
export function StepBasics({ draft, change }: StepAsked): ReactNode {
  const say = useTexts(newPlanTexts);
  const query = useQuery(areasQuery);
  const only = query.data?.items.length === 1 ? query.data.items[0]?.id : undefined;
  useEffect(() => {
    if (draft.areaId === '' && only !== undefined) change({ areaId: only });
  }, [draft.areaId, only, change]);
  return (
    <div className="stack">
      <fieldset className="plan-choices">
        <legend>{say('kind')}</legend>
        {KINDS.map((kind) => (
          <Radio key={kind} checked={draft.kind === kind} onChange={() => change({ kind })}>
            <strong>{say(`kind.${kind}`)}</strong>
            <span className="plan-what">{say(`kind.${kind}What`)}</span>
          </Radio>
        ))}
      </fieldset>
      {draft.kind === 'rehearsal' && (
        <label className="plan-field">
          <span>{say('pace')}</span>
          <Select
            aria-label={say('pace')}
            value={draft.daySeconds}
            onChange={(daySeconds: number) => change({ daySeconds })}
            options={DAY_SECONDS.map((seconds) => ({ value: seconds, label: say(`pace.${seconds}`) }))}
          />
        </label>
      )}
      <Loaded query={query}>
        {({ items }) => (
          <label className="plan-field">
            <span>{say('area')}</span>
            <Select
              aria-label={say('area')}
              {...(draft.areaId === '' ? {} : { value: draft.areaId })}
              onChange={(areaId: string) => change({ areaId, units: {} })}
              options={items.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </label>
        )}
      </Loaded>
      <div className="plan-field">
        <label htmlFor="plan-year">{say('year')}</label>
        <Input
          id="plan-year"
          inputMode="numeric"
          className="plan-year"
          value={Number.isNaN(draft.year) || draft.year === 0 ? '' : draft.year}
          aria-invalid={!isYear(draft.year)}
          onChange={({ target }) => change({ year: Number(target.value.replaceAll(/\D/g, '')) })}
        />
        {!isYear(draft.year) && <span className="mark warn">{say('yearInvalid')}</span>}
      </div>
    </div>
  );
}
