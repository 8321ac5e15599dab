import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { cycleQuery } from '../../api/cycles.js';
import { gatesQuery } from '../../api/decisions.js';
import { everybodyQuery } from '../../api/unit-people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { roleHere } from '../../parts/role-here.js';
import { statusTexts } from '../../parts/status-texts.js';
import { Decide } from './decide.js';
import './decisions.css';
import { Departure } from './departure.js';
import { Documents } from './documents.js';
import { FollowUp } from './follow-up.js';
import { LaterGrade } from './later-grade.js';
import { personTexts } from './person-texts.js';
import { useResultWords } from './use-result-words.js';

const route = getRouteApi('/signed-in/decisions/$cycleId/$unitId/$appraisalId');

/** All that is decided about one person after the list: gates, documents, follow-up, and what else may be recorded. */
export function PersonDecisionsPage(): ReactNode {
  const say = useTexts(personTexts);
  const sayStatus = useTexts(statusTexts);
  const resultWords = useResultWords();
  const address = route.useParams();
  const { appraisalId, unitId } = address;
  const { data: me } = useSuspenseQuery(meQuery);
  const cycle = useQuery(cycleQuery(address.cycleId));
  const people = useQuery(everybodyQuery(address));
  const gates = useQuery(gatesQuery(appraisalId));
  const person = people.data?.find(({ id }) => id === appraisalId);
  const name = person?.name ?? say('person');
  return (
    <Page title={say('title', { name })}>
      <p>
        <Link to="/decisions/$cycleId/$unitId" params={address}>
          {say('back')}
        </Link>
      </p>
      <Loaded query={people}>
        {() => {
          if (person === undefined || cycle.data === undefined) return <p className="sheet">{say('gone')}</p>;
          const { status, result, personRef } = person;
          const here = { areaId: cycle.data.areaId, unitId };
          const mine = (...roles: Parameters<typeof roleHere>[2][]): boolean => roleHere(me, here, ...roles);
          const acts = mine('hr_officer', 'supervisor', 'superior');
          return (
            <>
              <section className="sheet stack" aria-label={say('stand')}>
                <dl className="facts">
                  <dt>{say('stand')}</dt>
                  <dd>{sayStatus(status)}</dd>
                  <dt>{say('result')}</dt>
                  <dd>
                    {result === null ? (
                      say('noResult')
                    ) : (
                      <Link to="/appraisals/$appraisalId" params={{ appraisalId }}>
                        {resultWords(result.grade ?? result.status)}
                      </Link>
                    )}
                  </dd>
                </dl>
                {mine('hr_officer', 'superior', 'auditor') && (
                  <p>
                    <Link to="/people/$personRef/ledger" params={{ personRef }}>
                      {say('ledger')}
                    </Link>
                  </p>
                )}
              </section>
              {status === 'held' && mine('supervisor', 'superior') && (
                <LaterGrade appraisalId={appraisalId} name={name} rulebookHash={cycle.data.rulebookHash} />
              )}
              <Loaded query={gates}>
                {(shown) => (
                  <>
                    <Decide
                      person={{ appraisalId, name, status }}
                      gates={shown.gates}
                      mayDecide={mine('hr_officer', 'superior')}
                    />
                    <Documents address={address} shown={shown} mayRecord={acts} />
                  </>
                )}
              </Loaded>
              <FollowUp appraisalId={appraisalId} mayAct={acts && result !== null} />
              {mine('hr_officer') && <Departure appraisalId={appraisalId} name={name} status={status} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
