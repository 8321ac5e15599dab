import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { boxHoldersQuery } from '../../api/ballot-boxes.js';
import { cycleQuery } from '../../api/cycles.js';
import { surveysQuery } from '../../api/surveys.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { CampaignTable } from './campaign-table.js';
import './surveys.css';
import { surveysTexts } from './texts.js';
import { useMay } from './use-may.js';

const route = getRouteApi('/signed-in/surveys/$cycleId');

/** The surveys of a cycle: what each waits for; the questions; who holds keys. */
export function CampaignsPage(): ReactNode {
  const say = useTexts(surveysTexts);
  const { cycleId } = route.useParams();
  const may = useMay(cycleId);
  const cycle = useQuery(cycleQuery(cycleId));
  return (
    <Page title={cycle.data === undefined ? say('title') : say('year', { year: cycle.data.year })}>
      <section className="sheet stack" aria-labelledby="surveys-before">
        <h2 id="surveys-before">{say('before')}</h2>
        <Preparation cycleId={cycleId} />
      </section>
      <section className="sheet stack" aria-labelledby="surveys-list">
        <h2 id="surveys-list">{say('campaigns')}</h2>
        <Loaded query={cycle}>
          {() =>
            may('survey.read') ? (
              <Campaigns cycleId={cycleId} mayCount={may('survey.tally')} />
            ) : (
              <p className="quiet">{say('noPath')}</p>
            )
          }
        </Loaded>
      </section>
    </Page>
  );
}

function Preparation({ cycleId }: { readonly cycleId: string }): ReactNode {
  const say = useTexts(surveysTexts);
  const query = useQuery(boxHoldersQuery(cycleId));
  return (
    <>
      <ul className="plain row">
        <li>
          <Link to="/surveys/$cycleId/questionnaire" params={{ cycleId }}>
            {say('questionnaire')}
          </Link>
        </li>
        <li>
          <Link to="/surveys/$cycleId/ballot-boxes" params={{ cycleId }}>
            {say('boxes')}
          </Link>
        </li>
      </ul>
      <Loaded query={query}>
        {({ items }) => (
          <p>
            <span className={items.length < 2 ? 'mark warn survey-say' : 'mark good survey-say'}>
              {say('holders', { count: items.length })}
            </span>
          </p>
        )}
      </Loaded>
    </>
  );
}

type Listed = { readonly cycleId: string; readonly mayCount: boolean };

function Campaigns({ cycleId, mayCount }: Listed): ReactNode {
  const say = useTexts(surveysTexts);
  const query = useQuery(surveysQuery(cycleId));
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say('none')}</p>
        ) : (
          <CampaignTable cycleId={cycleId} campaigns={items} mayCount={mayCount} />
        )
      }
    </Loaded>
  );
}
