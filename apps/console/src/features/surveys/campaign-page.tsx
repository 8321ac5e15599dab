import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { surveysQuery, type Campaign } from '../../api/surveys.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { isCounted, markOf } from './campaign-table.js';
import { CloseSurvey } from './close-survey.js';
import { CoverageSection } from './coverage-section.js';
import { DrawSection } from './draw-section.js';
import { GiveToPanel } from './give-to-panel.js';
import { LinksSection } from './links-section.js';
import { ResidentsSection } from './residents-section.js';
import { nextTexts, stateTexts } from './state-texts.js';
import './surveys.css';
import { surveysTexts } from './texts.js';
import { useMay } from './use-may.js';

const route = getRouteApi('/signed-in/surveys/$cycleId/$campaignId');

/** One survey: where it stands, what came in, and for HR everything that is done about it. */
export function CampaignPage(): ReactNode {
  const say = useTexts(surveysTexts);
  const { cycleId, campaignId } = route.useParams();
  const query = useQuery(surveysQuery(cycleId));
  const campaign = query.data?.items.find(({ id }) => id === campaignId);
  return (
    <Page title={campaign === undefined ? say('title') : say('of', { community: campaign.communityName })}>
      <p>
        <Link to="/surveys/$cycleId" params={{ cycleId }}>
          {say('back')}
        </Link>
      </p>
      <Loaded query={query}>
        {() =>
          campaign === undefined ? (
            <p className="sheet">{say('gone')}</p>
          ) : (
            <Sections cycleId={cycleId} campaign={campaign} />
          )
        }
      </Loaded>
    </Page>
  );
}

type Asked = { readonly cycleId: string; readonly campaign: Campaign };

function Sections({ cycleId, campaign }: Asked): ReactNode {
  const may = useMay(cycleId, campaign.unitId);
  const { id, state } = campaign;
  const runs = may('survey.run');
  const asks = state === 'planned' || state === 'open' || state === 'extended';
  return (
    <>
      <Standing cycleId={cycleId} campaign={campaign} mayCount={may('survey.tally')} />
      <CoverageSection campaignId={id} />
      {runs && asks && (
        <>
          <ResidentsSection campaignId={id} />
          <DrawSection campaignId={id} />
          <LinksSection campaignId={id} />
        </>
      )}
      {runs && !asks && <DrawSection campaignId={id} />}
      {runs && (state === 'open' || state === 'extended') && <CloseSurvey campaign={campaign} />}
      {may('survey.give_to_panel') && <GiveToPanel campaign={campaign} />}
    </>
  );
}

function Standing({ cycleId, campaign, mayCount }: Asked & { readonly mayCount: boolean }): ReactNode {
  const say = useTexts(surveysTexts);
  const sayState = useTexts(stateTexts);
  const sayNext = useTexts(nextTexts);
  const { id, state, unitName, answered, root, extensions } = campaign;
  return (
    <section className="sheet stack" aria-labelledby="survey-next">
      <p className="row">
        <span className={markOf(state)}>{sayState(state)}</span>
        <span className="quiet">{unitName}</span>
        {extensions > 0 && <span className="quiet">{say('extensions', { count: extensions })}</span>}
        {answered !== null && <span className="quiet">{say('received', { count: answered })}</span>}
      </p>
      <h2 id="survey-next">{say('next')}</h2>
      <p>{sayNext(state)}</p>
      {root !== null && (
        <p className="quiet wrap-anywhere">
          {say('rootLabel')} <code>{root}</code>
        </p>
      )}
      <div className="row">
        {(state === 'planned' || state === 'sealed') && (
          <Link to="/surveys/$cycleId/ballot-boxes" params={{ cycleId }}>
            {say('boxes')}
          </Link>
        )}
        {isCounted(state) && mayCount && (
          <Link to="/surveys/$cycleId/$campaignId/count" params={{ cycleId, campaignId: id }}>
            {say('toResult')}
          </Link>
        )}
      </div>
    </section>
  );
}
