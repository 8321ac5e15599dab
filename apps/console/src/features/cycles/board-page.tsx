import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { cycleQuery } from '../../api/cycles.js';
import { firstOfInboxQuery } from '../../api/inbox.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { TaskRow } from '../../parts/task-row.js';
import { Board } from './board.js';
import { CycleNumbers } from './cycle-numbers.js';
import './cycles.css';
import { cyclesTexts } from './cycles-texts.js';
import { isLate } from './stages.js';
import { cycleStateTexts } from './texts.js';

const route = getRouteApi('/signed-in/cycles/$cycleId');
const LATE_SHOWN = 5;

/** Where every unit of a cycle stands, what is late, and the results so far; kept up to date while it is open. */
export function BoardPage(): ReactNode {
  const say = useTexts(cyclesTexts);
  const sayState = useTexts(cycleStateTexts);
  const { minute } = useInstants();
  const { cycleId } = route.useParams();
  const { late } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(cycleQuery(cycleId));
  const { data: cycle, dataUpdatedAt } = query;
  const lateCount = cycle?.units.filter((unit) => isLate(unit, dataUpdatedAt)).length ?? 0;
  return (
    <Page title={cycle === undefined ? say('listTitle') : say('year', { year: cycle.year })}>
      <Loaded query={query}>
        {({ run, state, units }) => (
          <>
            <p className="row">
              <span className={state === 'open' ? 'mark good' : 'mark'}>{sayState(state)}</span>
              {run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
              <span className="quiet">
                {state === 'open' ? say('watching', { at: minute(dataUpdatedAt) }) : say('notWatching')}
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
              <Board cycleId={cycleId} units={units} onlyLate={late === true} now={dataUpdatedAt} />
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
