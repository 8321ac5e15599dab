import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery, type Account } from '../../api/accounts.js';
import { cycleQuery, cyclesQuery, type CycleItem } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { RequestMarks } from './request-marks.js';
import { panelTexts } from './texts.js';

/** The units whose panels I may read, by year; HR asks for marks here. */
export function PanelUnitsPage(): ReactNode {
  const say = useTexts(panelTexts);
  const { data: me } = useSuspenseQuery(meQuery);
  const query = useInfiniteQuery(cyclesQuery);
  return (
    <Page title={say('listTitle')}>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items).toSorted((one, other) => other.year - one.year);
          if (items.length === 0) return <p className="sheet">{say('none')}</p>;
          return (
            <>
              {items.map((cycle) => (
                <CyclePanels key={cycle.id} cycle={cycle} me={me} />
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function CyclePanels({ cycle, me }: { readonly cycle: CycleItem; readonly me: Account }): ReactNode {
  const say = useTexts(panelTexts);
  const { id: cycleId, year, run, state, areaId } = cycle;
  const query = useQuery(cycleQuery(cycleId));
  const covers = (unitId: string | null): boolean =>
    me.grants.some((grant) => grant.areaId === areaId && (grant.unitId === null || grant.unitId === unitId));
  const mayAsk = me.grants.some(
    (grant) => grant.role === 'hr_officer' && grant.areaId === areaId && grant.unitId === null,
  );
  return (
    <section className="sheet stack" aria-labelledby={`panels-${cycleId}`}>
      <div className="row">
        <h2 id={`panels-${cycleId}`}>{say('year', { year })}</h2>
        {run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
      </div>
      <Loaded query={query}>
        {({ units }) => (
          <ul className="plain row" aria-label={say('units')}>
            {units
              .filter(({ unitId }) => covers(unitId))
              .map(({ unitId, name }) => (
                <li key={unitId}>
                  <Link to="/panels/$cycleId/$unitId" params={{ cycleId, unitId }}>
                    {name}
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {mayAsk && state !== 'closed' && <RequestMarks cycleId={cycleId} />}
    </section>
  );
}
