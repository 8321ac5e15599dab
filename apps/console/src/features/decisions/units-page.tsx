import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { hasRole, meQuery, type Account } from '../../api/accounts.js';
import { cycleQuery, cyclesQuery, type CycleItem, type CycleUnit } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { roleHere } from '../../parts/role-here.js';
import { unitsTexts } from './units-texts.js';

const BEFORE: readonly CycleUnit['state'][] = ['planned', 'collecting', 'composed'];
const READERS = ['hr_officer', 'supervisor', 'superior', 'auditor'] as const;

/** After the list: objections, deliveries and what follows, unit by unit. */
export function UnitsPage(): ReactNode {
  const say = useTexts(unitsTexts);
  const { data: me } = useSuspenseQuery(meQuery);
  const cycles = useInfiniteQuery(cyclesQuery);
  return (
    <Page title={say('title')}>
      <p>{say('intro')}</p>
      {hasRole(me, 'hr_officer', 'superior', 'auditor') && (
        <p>
          <Link to="/payroll">{say('payroll')}</Link>
        </p>
      )}
      <Loaded query={cycles}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items).toSorted((one, other) => other.year - one.year);
          return items.length === 0 ? (
            <p className="sheet">{say('none')}</p>
          ) : (
            <>
              {items.map((cycle) => (
                <CycleUnits key={cycle.id} cycle={cycle} me={me} />
              ))}
            </>
          );
        }}
      </Loaded>
      {cycles.hasNextPage && (
        <div>
          <Button onClick={() => void cycles.fetchNextPage()} loading={cycles.isFetchingNextPage}>
            {say('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function CycleUnits({ cycle, me }: { readonly cycle: CycleItem; readonly me: Account }): ReactNode {
  const say = useTexts(unitsTexts);
  const query = useQuery(cycleQuery(cycle.id));
  const { id: cycleId, areaId } = cycle;
  return (
    <section className="sheet stack" aria-labelledby={`decisions-${cycleId}`}>
      <div className="row">
        <h2 id={`decisions-${cycleId}`}>{say('cycle', { year: cycle.year })}</h2>
        {cycle.run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
      </div>
      <Loaded query={query}>
        {({ units }) => (
          <ul className="plain">
            {units
              .filter(({ unitId }) => roleHere(me, { areaId, unitId }, ...READERS))
              .map(({ unitId, name, state }) => (
                <li key={unitId}>
                  <div className="task-row row">
                    <strong className="decisions-unit">{name}</strong>
                    {BEFORE.includes(state) ? (
                      <span className="quiet">{say('notYet')}</span>
                    ) : (
                      <UnitLinks cycleId={cycleId} unitId={unitId} me={me} areaId={areaId} />
                    )}
                  </div>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

type Here = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly areaId: string;
  readonly me: Account;
};

function UnitLinks({ cycleId, unitId, areaId, me }: Here): ReactNode {
  const say = useTexts(unitsTexts);
  const params = { cycleId, unitId };
  return (
    <>
      {roleHere(me, { areaId, unitId }, 'hr_officer', 'supervisor', 'superior') && (
        <Link to="/objections/$cycleId/$unitId" params={params}>
          {say('objections')}
        </Link>
      )}
      <Link to="/deliveries/$cycleId/$unitId" params={params}>
        {say('deliveries')}
      </Link>
      <Link to="/decisions/$cycleId/$unitId" params={params}>
        {say('consequences')}
      </Link>
    </>
  );
}
