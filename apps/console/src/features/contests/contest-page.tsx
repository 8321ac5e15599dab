import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import { contestQuery, type Decided } from '../../api/contests.js';
import { myAppraisalsQuery } from '../../api/results.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { ContestantActs } from './contestant-acts.js';
import { DecideAgain } from './decide-again.js';
import { DecidedNotice } from './decided-notice.js';
import { DeliverOutcome } from './deliver-outcome.js';
import { Differences } from './differences.js';
import { Hearing } from './hearing.js';
import { Standing } from './standing.js';
import { Story } from './story.js';
import { contestTexts } from './texts.js';
import { useContestsWaiting, verbsIn } from './waiting.js';

const route = getRouteApi('/signed-in/contests/$contestId');

/** One contest: where it stands, what I may do in it, what it changed, and all that happened. */
export function ContestPage(): ReactNode {
  const say = useTexts(contestTexts);
  const { contestId } = route.useParams();
  const { data: me } = useSuspenseQuery(meQuery);
  const query = useQuery(contestQuery(contestId));
  const mine = useQuery({ ...myAppraisalsQuery, enabled: hasRole(me, 'appraisee') });
  const verbs = verbsIn(useContestsWaiting().items, contestId);
  // Whoever decided had a part in it from then on, and does not read it again.
  const [decided, setDecided] = useState<Decided | null>(null);
  if (decided !== null) {
    return (
      <Page title={say('title')}>
        <DecidedNotice decided={decided} />
      </Page>
    );
  }
  return (
    <Page title={say('title')} actions={<ToResult appraisalId={query.data?.appraisalId} me={me} />}>
      <Loaded query={query}>
        {(contest) => {
          const isMine = mine.data?.items.some(({ id }) => id === contest.appraisalId) ?? false;
          return (
            <>
              <Standing contest={contest} />
              {isMine && <ContestantActs contest={contest} />}
              {verbs.has('decide') && <Hearing contest={contest} onDecided={setDecided} />}
              {verbs.has('decide_again') && <DecideAgain contest={contest} onDecided={setDecided} />}
              {!isMine &&
                contest.status === 'decided' &&
                hasRole(me, 'hr_officer', 'supervisor', 'superior') && <DeliverOutcome contest={contest} />}
              {!verbs.has('decide') && <Differences contest={contest} />}
              <Story contest={contest} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

type Asked = { readonly appraisalId: string | undefined; readonly me: Parameters<typeof hasRole>[0] };

/** Whoever hears a contest reads the file; the others the result itself. */
function ToResult({ appraisalId, me }: Asked): ReactNode {
  const say = useTexts(contestTexts);
  const may = hasRole(me, 'appraisee', 'hr_officer', 'supervisor', 'superior', 'auditor');
  if (appraisalId === undefined || !may) return null;
  return (
    <Link className="no-print" to="/appraisals/$appraisalId" params={{ appraisalId }}>
      {say('toResult')}
    </Link>
  );
}
