import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, meQuery, type Account } from '../../api/accounts.js';
import { cycleQuery, cyclesQuery, type CycleItem } from '../../api/cycles.js';
import { markingQuery } from '../../api/marking.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { markingTexts } from './texts.js';

/** The cycles that are under way, with what I am asked to mark and where I may record. */
export function MarkingCyclesPage(): ReactNode {
  const say = useTexts(markingTexts);
  const { data: me } = useSuspenseQuery(meQuery);
  const query = useInfiniteQuery(cyclesQuery);
  return (
    <Page title={say('listTitle')}>
      <Loaded query={query}>
        {({ pages }) => {
          const open = pages
            .flatMap(({ items }) => items)
            .filter(({ state }) => state === 'open')
            .toSorted((one, other) => other.year - one.year);
          if (open.length === 0) return <p className="sheet">{say('none')}</p>;
          return (
            <>
              {open.map((cycle) => (
                <CycleWork key={cycle.id} cycle={cycle} me={me} />
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

type Asked = { readonly cycle: CycleItem; readonly me: Account };

function CycleWork({ cycle: { id, year, run, areaId }, me }: Asked): ReactNode {
  const say = useTexts(markingTexts);
  return (
    <section className="sheet stack" aria-labelledby={`marking-${id}`}>
      <div className="row">
        <h2 id={`marking-${id}`}>{say('year', { year })}</h2>
        {run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
      </div>
      {hasRole(me, 'supervisor', 'superior', 'panel_member', 'peer') && <MyMarks cycleId={id} />}
      {hasRole(me, 'supervisor', 'hr_officer') && <MyRecords cycleId={id} areaId={areaId} me={me} />}
    </section>
  );
}

function MyMarks({ cycleId }: { readonly cycleId: string }): ReactNode {
  const say = useTexts(markingTexts);
  const query = useQuery(markingQuery(cycleId));
  return (
    <Loaded query={query}>
      {({ items }) => {
        if (items.length === 0) return <p className="quiet">{say('notAsked')}</p>;
        const given = items.filter(({ marked }) => marked !== null).length;
        return (
          <p className="row">
            <Link to="/marking/$cycleId" params={{ cycleId }}>
              {say('toMark')}
            </Link>
            <span className={given === items.length ? 'mark good' : 'mark warn'}>
              {say('counted', { given, all: items.length })}
            </span>
          </p>
        );
      }}
    </Loaded>
  );
}

type Records = { readonly cycleId: string; readonly areaId: string; readonly me: Account };

function MyRecords({ cycleId, areaId, me }: Records): ReactNode {
  const say = useTexts(markingTexts);
  const query = useQuery(cycleQuery(cycleId));
  const isMine = (unitId: string): boolean =>
    me.grants.some(
      (grant) =>
        (grant.role === 'supervisor' || grant.role === 'hr_officer') &&
        grant.areaId === areaId &&
        (grant.unitId === null || grant.unitId === unitId),
    );
  return (
    <Loaded query={query}>
      {({ units }) => (
        <div className="stack" style={{ gap: '0.25rem' }}>
          <h3>{say('records')}</h3>
          <ul className="plain row">
            {units
              .filter(({ unitId }) => isMine(unitId))
              .map(({ unitId, name }) => (
                <li key={unitId}>
                  <Link to="/records/$cycleId/$unitId" params={{ cycleId, unitId }}>
                    {name}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      )}
    </Loaded>
  );
}
