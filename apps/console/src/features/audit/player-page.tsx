import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { storyQuery } from '../../api/audit.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import './audit.css';
import { Comparison } from './comparison.js';
import { Flows } from './flows.js';
import { Player } from './player.js';
import { playerTexts } from './player-texts.js';

const route = getRouteApi('/signed-in/audit/appraisals/$appraisalId');

/** One appraisal as it happened: played, searched, and beside another one. */
export function PlayerPage(): ReactNode {
  const say = useTexts(playerTexts);
  const { appraisalId } = route.useParams();
  const query = useQuery(storyQuery(appraisalId));
  return (
    <Page title={say('title')}>
      <Loaded query={query}>
        {(story) => (
          <>
            <p className="row">
              <code className="wrap-anywhere">{story.appraisalId}</code>
              <span className="quiet wrap-anywhere">{story.cycleKey}</span>
              {story.rehearsal && <span className="mark warn">{say('rehearsal')}</span>}
            </p>
            {story.steps.length === 0 ? <p className="sheet">{say('noSteps')}</p> : <Player story={story} />}
            <Flows flows={story.flows} />
            <Comparison story={story} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
