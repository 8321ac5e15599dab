import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { countQuery, type SurveyCount } from '../../api/ballot-boxes.js';
import { surveysQuery } from '../../api/surveys.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { ConfirmCount } from './confirm-count.js';
import { CountComments } from './count-comments.js';
import { CountFlags } from './count-flags.js';
import { CountNumbers } from './count-numbers.js';
import { CountPeople } from './count-people.js';
import { CountProof } from './count-proof.js';
import { CountQuestions } from './count-questions.js';
import { countTexts } from './count-texts.js';
import './surveys.css';
import { useMay } from './use-may.js';

const route = getRouteApi('/signed-in/surveys/$cycleId/$campaignId/count');

/** The result of a survey: what came and counted, rates with intervals, what is hidden and why, what to look at. */
export function CountPage(): ReactNode {
  const say = useTexts(countTexts);
  const { cycleId, campaignId } = route.useParams();
  const query = useQuery(countQuery(campaignId));
  const { data: surveys } = useQuery(surveysQuery(cycleId));
  const campaign = surveys?.items.find(({ id }) => id === campaignId);
  const community = campaign?.communityName ?? '';
  const mayConfirm = useMay(cycleId, campaign?.unitId)('survey.run');
  return (
    <Page
      title={community === '' ? say('titleOnly') : say('title', { community })}
      actions={
        <Button className="no-print" onClick={() => window.print()}>
          {say('print')}
        </Button>
      }
    >
      <p className="no-print">
        <Link to="/surveys/$cycleId/$campaignId" params={{ cycleId, campaignId }}>
          {say('back')}
        </Link>
      </p>
      <Loaded query={query}>
        {(counted) => <Sheet counted={counted} community={community} mayConfirm={mayConfirm} />}
      </Loaded>
    </Page>
  );
}

type Asked = {
  readonly counted: SurveyCount;
  readonly community: string;
  readonly mayConfirm: boolean;
};

function Sheet({ counted, community, mayConfirm }: Asked): ReactNode {
  const say = useTexts(countTexts);
  const { count, shown } = counted;
  const k = count.suppression.cells;
  const hides = count.community.some(({ cells }) => cells.some((cell) => cell.count === null));
  return (
    <>
      <CountNumbers counted={counted} />
      <CountFlags flags={count.flags} />
      <CountPeople count={count} shown={shown} />
      {count.community.length > 0 && (
        <section className="sheet stack" aria-labelledby="count-questions">
          <h2 id="count-questions">{say('questions')}</h2>
          <CountQuestions questions={count.community} k={k} />
          {hides && <p className="quiet">{say('hiddenWhy', { k })}</p>}
        </section>
      )}
      <CountComments comments={count.comments} k={count.suppression.comments} />
      <CountProof counted={counted} />
      <ConfirmCount counted={counted} community={community} mayConfirm={mayConfirm} />
    </>
  );
}
