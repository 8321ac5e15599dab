import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Select } from 'antd';
import type { ReactNode } from 'react';
import { cycleQuery, type Cycle } from '../../api/cycles.js';
import { rulebookQuery } from '../../api/rulebooks.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import './rulebooks.css';
import { TryForm } from './try-form.js';
import { whatIfTexts } from './what-if-texts.js';

const route = getRouteApi('/signed-in/what-if/$cycleId');

/** Other numbers in the rulebook of a cycle: who of a unit would be graded otherwise, and why. Nothing is kept. */
export function WhatIfPage(): ReactNode {
  const say = useTexts(whatIfTexts);
  const { cycleId } = route.useParams();
  const query = useQuery(cycleQuery(cycleId));
  return (
    <Page
      title={say('title')}
      actions={
        query.data !== undefined && (
          <Link to="/rulebooks/$hash" params={{ hash: query.data.rulebookHash }}>
            {say('toRulebook')}
          </Link>
        )
      }
    >
      <Alert type="info" showIcon title={say('nothingKept')} description={say('nothingKeptHint')} />
      <Loaded query={query}>{(cycle) => <OnCycle cycle={cycle} />}</Loaded>
    </Page>
  );
}

/** Only what is sealed can be graded again: units still collecting are not offered. */
function OnCycle({ cycle: { id, year, rulebookHash, units } }: { readonly cycle: Cycle }): ReactNode {
  const say = useTexts(whatIfTexts);
  const { unit: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const rulebook = useQuery(rulebookQuery(rulebookHash));
  const sealed = units.filter(({ round }) => round > 0);
  const unit = sealed.find(({ unitId }) => unitId === asked) ?? sealed[0];
  if (unit === undefined) return <p className="sheet">{say('nothingSealed', { year })}</p>;
  return (
    <>
      <div className="row">
        <label htmlFor="what-if-unit">{say('unit', { year })}</label>
        <Select<string>
          id="what-if-unit"
          className="result-choice"
          value={unit.unitId}
          onChange={(unitId) => void navigate({ search: { unit: unitId }, replace: true })}
          options={sealed.map(({ unitId, name, appraisals }) => ({
            value: unitId,
            label: say('unitOf', { name, count: appraisals }),
          }))}
        />
        {sealed.length < units.length && (
          <span className="quiet">{say('notSealed', { count: units.length - sealed.length })}</span>
        )}
      </div>
      <Loaded query={rulebook}>
        {(read) => <TryForm key={unit.unitId} cycleId={id} unitId={unit.unitId} rulebook={read} />}
      </Loaded>
    </>
  );
}
