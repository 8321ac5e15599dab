import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ownYearQuery } from '../../api/own-year.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { DutyReport } from './duty-report.js';
import { FollowUpList } from './follow-up-list.js';
import { OwnBundle } from './own-bundle.js';
import { WhoTakesPart } from './who-takes-part.js';
import { YearSteps } from './year-steps.js';
import { yearTexts } from './year-texts.js';

const route = getRouteApi('/signed-in/appraisals/$appraisalId/year');

/** My own year: where it stands, my report, who has a say in it, and what follows. */
export function YearPage(): ReactNode {
  const say = useTexts(yearTexts);
  const { appraisalId } = route.useParams();
  const query = useQuery(ownYearQuery(appraisalId));
  const { data } = query;
  return (
    <Page
      title={say('title', { year: data?.year ?? '' })}
      actions={
        data !== undefined && (
          <span className="row no-print">
            <Link to="/appraisals/$appraisalId" params={{ appraisalId }}>
              {say('toResult')}
            </Link>
            {data.contestId !== null && (
              <Link to="/contests/$contestId" params={{ contestId: data.contestId }}>
                {say('toContest')}
              </Link>
            )}
          </span>
        )
      }
    >
      <Loaded query={query}>
        {(year) => (
          <>
            <YearSteps steps={year.steps} />
            <DutyReport year={year} />
            <WhoTakesPart appraisalId={appraisalId} />
            <FollowUpList appraisalId={appraisalId} />
            <OwnBundle appraisalId={appraisalId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
