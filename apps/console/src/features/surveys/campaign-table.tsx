import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Campaign, CampaignState } from '../../api/surveys.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { stateTexts } from './state-texts.js';
import { surveysTexts } from './texts.js';

/** Those a person must move on come first. */
const ORDER: readonly CampaignState[] = [
  'counted',
  'sealed',
  'planned',
  'extended',
  'open',
  'closed_to_panel',
  'closed_valid',
];

type Asked = {
  readonly cycleId: string;
  readonly campaigns: readonly Campaign[];
  /** Whether counts may be looked at. */
  readonly mayCount: boolean;
};

/** One row a survey: where it stands, how many links are out, until when; the way to it and to its result. */
export function CampaignTable({ cycleId, campaigns, mayCount }: Asked): ReactNode {
  const say = useTexts(surveysTexts);
  const sayState = useTexts(stateTexts);
  const { minute } = useInstants();
  const sorted = campaigns.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('campaigns')}>
      <table className="table survey-campaigns">
        <thead>
          <tr>
            <th scope="col">{say('community')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col" className="number">
              {say('issued')}
            </th>
            <th scope="col">{say('closes')}</th>
            {mayCount && <th scope="col">{say('result')}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, communityName, unitName, state, issued, closesAt, extensions }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/surveys/$cycleId/$campaignId" params={{ cycleId, campaignId: id }}>
                  {communityName}
                </Link>
                <div className="quiet">{unitName}</div>
              </th>
              <td>
                <span className={markOf(state)}>{sayState(state)}</span>
                {extensions > 0 && <div className="quiet">{say('extensions', { count: extensions })}</div>}
              </td>
              <td className="number">{issued}</td>
              <td>{closesAt === null ? say('notYet') : minute(closesAt)}</td>
              {mayCount && (
                <td>
                  {isCounted(state) ? (
                    <Link to="/surveys/$cycleId/$campaignId/count" params={{ cycleId, campaignId: id }}>
                      {say('toResult')}
                      <span className="unseen"> {communityName}</span>
                    </Link>
                  ) : (
                    <span className="quiet">{say('notYet')}</span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether there is a count to look at. */
export function isCounted(state: CampaignState): boolean {
  return state === 'counted' || state === 'closed_valid';
}

/** How a state is marked, beside its word. */
export function markOf(state: CampaignState): string {
  if (state === 'closed_valid') return 'mark good';
  return state === 'open' ? 'mark' : 'mark warn';
}
