import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { useId, type ReactNode } from 'react';
import {
  areasQuery,
  areaUnitsQuery,
  createCycle,
  planPeopleQuery,
  planRulebookQuery,
  type NewCycle,
} from '../../api/planning.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { gapsOf } from './duties.js';
import { useListing } from './listing.js';
import { useMissingSteps } from './missing-steps.js';
import { paceWord } from './pace.js';
import { cycleOf, unitDraft } from './plan-draft.js';
import { scheduleTexts } from './plan-texts.js';
import type { StepAsked } from './step-asked.js';
import { newPlanTexts } from './texts.js';

/** Everything once more, what is still missing, and then: the draft, or a rehearsal of it. */
export function StepCreate({ draft, change, forget }: StepAsked): ReactNode {
  const say = useTexts(newPlanTexts);
  const saySchedule = useTexts(scheduleTexts);
  const local = useLocalText();
  const list = useListing();
  const navigate = useNavigate();
  const seedId = useId();
  const missing = useMissingSteps(draft);
  const { areaId, rulebookHash } = draft;
  const { data: areas } = useQuery(areasQuery);
  const { data: units } = useQuery(areaUnitsQuery(areaId));
  const { data: rulebook } = useQuery(planRulebookQuery(rulebookHash));
  const { data: people } = useQuery(planPeopleQuery(areaId, rulebookHash));
  const chosen = units?.items.filter(({ id }) => unitDraft(draft, id).leftOut !== true) ?? [];
  const create = useChange({
    ask: (body: NewCycle, key) => createCycle(body, key),
    onDone: ({ id }, { clock }) => {
      if (clock.kind === 'calendar' || draft.kind === 'rehearsal') forget();
      void navigate({ to: '/cycles/$cycleId/plan', params: { cycleId: id } });
    },
  });
  const send = (kind: 'live' | 'rehearsal'): void => create.mutate(cycleOf(draft, units?.items ?? [], kind));
  const unitIds = new Set(chosen.map(({ id }) => id));
  const gaps = people === undefined ? 0 : gapsOf({ people, unitIds });
  const isReady = missing.size === 0 && units !== undefined;
  return (
    <div className="stack">
      <div className="plan-field">
        <label htmlFor={seedId}>{say('seed')}</label>
        <Input
          id={seedId}
          className="plan-seed"
          maxLength={64}
          value={draft.drawSeed}
          onChange={({ target }) => change({ drawSeed: target.value })}
        />
        <span className="quiet">{say('seedWhat')}</span>
        {draft.drawSeed.trim() === '' && <span className="mark warn">{say('seedMissing')}</span>}
      </div>
      <div>
        <h3>{say('summary')}</h3>
        <dl className="facts">
          <dt>{say('kind')}</dt>
          <dd>
            {say(`kind.${draft.kind}`)}
            {draft.kind === 'rehearsal' && ` · ${say('pace')} ${paceWord(say, draft.daySeconds)}`}
          </dd>
          <dt>{say('area')}</dt>
          <dd>{areas?.items.find(({ id }) => id === areaId)?.name}</dd>
          <dt>{say('year')}</dt>
          <dd>{draft.year}</dd>
          <dt>{say('step.rulebook')}</dt>
          <dd>{rulebook === undefined ? '' : `${local(rulebook.title)} ${rulebook.version}`}</dd>
          <dt>{say('units')}</dt>
          <dd>
            {say('chosenUnits', { count: chosen.length })}
            {': '}
            {list(chosen.map(({ name }) => name))}
          </dd>
        </dl>
      </div>
      {gaps > 0 && <Alert type="warning" showIcon title={saySchedule('gaps', { count: gaps })} />}
      {!isReady && <Alert type="info" showIcon title={say('incomplete')} />}
      {create.error !== null && <ProblemNotice fault={create.error} />}
      {isReady && (
        <>
          <p>{say('createEffect')}</p>
          {draft.kind === 'live' && <p>{say('rehearseEffect')}</p>}
          <div className="row">
            <Button type="primary" loading={create.isPending} onClick={() => send(draft.kind)}>
              {say('create')}
            </Button>
            {draft.kind === 'live' && (
              <Button disabled={create.isPending} onClick={() => send('rehearsal')}>
                {say('rehearse')}
              </Button>
            )}
            <Button disabled={create.isPending} onClick={forget}>
              {say('forget')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
