import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { unitPeopleQuery, type UnitPerson } from '../../api/cycles.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { Loaded } from '../../parts/loaded.js';
import { statusTexts } from '../../parts/status-texts.js';
import { unitTexts } from './cycles-texts.js';

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
                <table className="table">
                  <thead>
                    <tr>
                      <th scope="col">{say('name')}</th>
                      <th scope="col">{say('status')}</th>
                      <th scope="col">{say('result')}</th>
                      <th scope="col">{say('received')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {people.map((person) => (
                      <PersonRow key={person.id} person={person} />
                    ))}
                  </tbody>
                </table>
              </div>
              <div className="row">
                <span className="quiet" role="status">
                  {say('shown', { count: people.length })}
                </span>
                {query.hasNextPage && (
                  <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {say('more')}
                  </Button>
                )}
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

type Decided = Parameters<ReturnType<typeof useGradeWords>>[0];

function PersonRow({
  person: { id, name, status, joinedLate, result },
}: {
  readonly person: UnitPerson;
}): ReactNode {
  const say = useTexts(unitTexts);
  const sayStatus = useTexts(statusTexts);
  const gradeWords = useGradeWords();
  const { day } = useInstants();
  return (
    <tr>
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
