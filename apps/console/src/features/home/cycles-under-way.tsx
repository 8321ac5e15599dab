import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { cycleQuery, cyclesQuery, type CycleUnit } from '../../api/cycles.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { homeTexts } from './texts.js';

const SHOWN = 3;

/** The cycles under way: how many people are late in each, and which date comes next. */
export function CyclesUnderWay(): ReactNode {
  const say = useTexts(homeTexts);
  const query = useInfiniteQuery(cyclesQuery);
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const open = pages
          .flatMap(({ items }) => items)
          .filter(({ state }) => state === 'open')
          .toSorted((one, other) => other.year - one.year);
        if (open.length === 0) return <p className="quiet">{say('noCycle')}</p>;
        return (
          <>
            <ul className="plain home-kinds">
              {open.slice(0, SHOWN).map(({ id, year, run }) => (
                <UnderWay key={id} cycleId={id} year={year} rehearsal={run !== 'live'} />
              ))}
            </ul>
            {open.length > SHOWN && <Link to="/cycles">{say('allCycles')}</Link>}
          </>
        );
      }}
    </Loaded>
  );
}

type Asked = { readonly cycleId: string; readonly year: number; readonly rehearsal: boolean };

function UnderWay({ cycleId, year, rehearsal }: Asked): ReactNode {
  const say = useTexts(homeTexts);
  const { minute } = useInstants();
  const { data, dataUpdatedAt } = useQuery(cycleQuery(cycleId));
  const units = data?.units ?? [];
  const late = units.reduce((sum, unit) => sum + unit.late, 0);
  const next = nextDate(units, dataUpdatedAt);
  return (
    <li>
      <span className="row">
        <Link to="/cycles/$cycleId" params={{ cycleId }}>
          {say('cycle', { year })}
        </Link>
        {rehearsal && <span className="mark warn">{say('rehearsal')}</span>}
      </span>
      <span className="row">
        {late > 0 && <span className="mark late">{say('cycleLate', { count: late })}</span>}
        <span className="quiet">{next === null ? say('noDate') : say('nextDate', { at: minute(next) })}</span>
      </span>
    </li>
  );
}

/** The first date that lies ahead: the end of a collection or of a public notice. */
function nextDate(units: readonly CycleUnit[], now: number): number | null {
  const dates = units.flatMap(({ state, round, collectionClosesAt, noticeEndsAt }) => {
    if (state === 'collecting' && round === 0) return [collectionClosesAt];
    return state === 'notice' ? [noticeEndsAt] : [];
  });
  const ahead = dates.filter((at): at is number => at !== null && at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
