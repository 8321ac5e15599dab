import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useLiveCycle } from '../../api/cycle-events.js';
import { firstOfInboxQuery } from '../../api/inbox.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { TaskRow } from '../../parts/task-row.js';
import { useAbility } from '../../session/ability.js';
import { Board } from './board.js';
import { CycleNumbers } from './cycle-numbers.js';
import './cycles.css';
import { cyclesTexts } from './cycles-texts.js';
import { isLate } from './stages.js';
import { cycleStateTexts } from './texts.js';
import { useNow } from './use-now.js';

const route = getRouteApi('/signed-in/cycles/$cycleId');
const LATE_SHOWN = 5;

/** Where every unit of a cycle stands, what is late, and the results so far; kept up to date while it is open. */
export function BoardPage(): ReactNode {
  const say = useTexts(cyclesTexts);
  const sayState = useTexts(cycleStateTexts);
  const { second } = useInstants();
  const { cycleId } = route.useParams();
  const { late } = route.useSearch();
  const navigate = route.useNavigate();
  const now = useNow();
  const ability = useAbility();
  const { query, live } = useLiveCycle(cycleId);
  const { data: cycle, dataUpdatedAt } = query;
  const lateCount = cycle?.units.filter((unit) => isLate(unit, now)).length ?? 0;
  return (
    <Page title={cycle === undefined ? say('listTitle') : say('year', { year: cycle.year })}>
      <Loaded query={query}>
        {({ run, state, units, areaId }) => (
          <>
            <p className="row">
              <span className={state === 'open' ? 'mark good' : 'mark'}>{sayState(state)}</span>
              {run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
              <span className="quiet">
                {state === 'open'
                  ? say(live ? 'live' : 'watching', { at: second(dataUpdatedAt) })
                  : say('notWatching')}
              </span>
            </p>
            <section className="sheet stack" aria-labelledby="cycle-board">
              <div className="row spread">
                <h2 id="cycle-board">{say('board')}</h2>
                <Checkbox
                  checked={late === true}
                  onChange={({ target }) =>
                    void navigate({ search: target.checked ? { late: true } : {}, replace: true })
                  }
                >
                  {say('onlyLate', { count: lateCount })}
                </Checkbox>
              </div>
              <Board cycleId={cycleId} areaId={areaId} units={units} onlyLate={late === true} now={now} />
              {ability.can('waiting.follow', { areaId, unitId: 'any_unit' }) && (
                <p>
                  <Link to="/cycles/$cycleId/waiting" params={{ cycleId }}>
                    {say('toWaiting')}
                  </Link>
                </p>
              )}
            </section>
          </>
        )}
      </Loaded>
      {cycle !== undefined && (
        <>
          <section className="sheet stack" aria-labelledby="cycle-late">
            <h2 id="cycle-late">{say('lateWithMe')}</h2>
            <LateWithMe cycleId={cycleId} />
          </section>
          <CycleNumbers cycleId={cycleId} />
        </>
      )}
    </Page>
  );
}

function LateWithMe({ cycleId }: { readonly cycleId: string }): ReactNode {
  const say = useTexts(cyclesTexts);
  const query = useQuery(firstOfInboxQuery({ cycleId, overdue: true }, LATE_SHOWN));
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{say('nothingLate')}</p>
        ) : (
          <ul className="plain">
            {items.map((item) => (
              <li key={item.id}>
                <TaskRow item={item} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
