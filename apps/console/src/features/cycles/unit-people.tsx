import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { unitPeopleQuery, type UnitPerson } from '../../api/cycles.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { Loaded } from '../../parts/loaded.js';
import { statusTexts } from '../../parts/status-texts.js';
import { MoreRows } from './more-rows.js';
import { unitTexts } from './unit-texts.js';
import { WindowedRows } from './windowed-rows.js';

/** The people of a unit: where each stands, and the way to each delivered result. */
export function UnitPeople({
  cycleId,
  unitId,
}: {
  readonly cycleId: string;
  readonly unitId: string;
}): ReactNode {
  const say = useTexts(unitTexts);
  const query = useInfiniteQuery(unitPeopleQuery(cycleId, unitId));
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="sheet stack" aria-labelledby="unit-people">
      <h2 id="unit-people">{say('people')}</h2>
      <Loaded query={query}>
        {() =>
          people.length === 0 ? (
            <p className="quiet">{say('noPeople')}</p>
          ) : (
            <>
              <div className="table-frame" tabIndex={0} role="group" aria-label={say('people')}>
                <table className="table people" aria-rowcount={people.length + 1}>
                  <thead>
                    <tr>
                      <th scope="col">{say('name')}</th>
                      <th scope="col">{say('status')}</th>
                      <th scope="col">{say('result')}</th>
                      <th scope="col">{say('received')}</th>
                    </tr>
                  </thead>
                  <WindowedRows rows={people} columns={4} row={personRow} />
                </table>
              </div>
              <MoreRows
                shown={people.length}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

const personRow = (person: UnitPerson, rowIndex: number): ReactNode => (
  <PersonRow key={person.id} person={person} rowIndex={rowIndex} />
);

type Decided = Parameters<ReturnType<typeof useGradeWords>>[0];

function PersonRow({
  person: { id, name, status, joinedLate, result },
  rowIndex,
}: {
  readonly person: UnitPerson;
  readonly rowIndex: number;
}): ReactNode {
  const say = useTexts(unitTexts);
  const sayStatus = useTexts(statusTexts);
  const gradeWords = useGradeWords();
  const { day } = useInstants();
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row">
        {name ?? <span className="quiet">{say('unnamed')}</span>}
        {joinedLate && <div className="mark">{say('joinedLate')}</div>}
      </th>
      <td>{sayStatus(status)}</td>
      <td>
        {result === null ? (
          <span className="quiet">{say('noResult')}</span>
        ) : (
          <>
            {gradeWords({ status: result.status as Decided['status'], grade: result.grade })}{' '}
            <Link to="/appraisals/$appraisalId" params={{ appraisalId: id }}>
              {say('toResult')}
            </Link>
          </>
        )}
      </td>
      <td>{result === null ? '—' : day(result.notifiedAt)}</td>
    </tr>
  );
}
