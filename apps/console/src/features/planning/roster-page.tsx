import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { cycleQuery, type Cycle } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { draftTexts } from './draft-texts.js';
import { JoinForm } from './join-form.js';
import { useMayPlan } from './may-plan.js';
import './planning.css';
import { RosterImport } from './roster-import.js';
import { rosterTexts } from './roster-texts.js';

const route = getRouteApi('/signed-in/cycles/$cycleId/roster');

/** The roster of a cycle: imported as a whole before it opens, joined one by one afterwards. */
export function RosterPage(): ReactNode {
  const say = useTexts(rosterTexts);
  const { cycleId } = route.useParams();
  const query = useQuery(cycleQuery(cycleId));
  const { data: cycle } = query;
  return (
    <Page title={cycle === undefined ? say('loadingTitle') : say('title', { year: cycle.year })}>
      <Loaded query={query}>{(found) => <Roster cycle={found} />}</Loaded>
    </Page>
  );
}

function Roster({ cycle }: { readonly cycle: Cycle }): ReactNode {
  const say = useTexts(rosterTexts);
  const sayDraft = useTexts(draftTexts);
  const isMine = useMayPlan(cycle.areaId);
  if (!isMine) return <p className="sheet">{say('notYours')}</p>;
  const { id, run, state, units } = cycle;
  const count = units.reduce((sum, { appraisals }) => sum + appraisals, 0);
  return (
    <>
      <p className="row">
        {run !== 'live' && <span className="mark warn">{sayDraft('rehearsal')}</span>}
        <Link to="/cycles/$cycleId/plan" params={{ cycleId: id }}>
          {say('toPlan')}
        </Link>
      </p>
      <section className="sheet stack" aria-labelledby="roster-now">
        <h2 id="roster-now">{say('onRoster', { count })}</h2>
        {count === 0 ? (
          <p>{say('none')}</p>
        ) : (
          <ul className="plain row">
            {units.map(({ unitId, name, appraisals }) => (
              <li key={unitId}>
                <Link to="/cycles/$cycleId/units/$unitId" params={{ cycleId: id, unitId }}>
                  {say('perUnit', { name, count: appraisals })}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      {state === 'closed' && <p className="sheet">{say('closed')}</p>}
      {state === 'open' && <JoinForm cycle={cycle} />}
      {state !== 'open' && state !== 'closed' && <RosterImport cycle={cycle} />}
    </>
  );
}
