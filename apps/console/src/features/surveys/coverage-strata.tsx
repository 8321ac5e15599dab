import type { ReactNode } from 'react';
import type { Coverage } from '../../api/surveys.js';
import { useTexts } from '../../i18n/use-texts.js';
import { shareOf } from './bar.js';
import { coverageTexts } from './coverage-texts.js';
import { channelTexts, stratumTexts } from './state-texts.js';

/** What was drawn, given out and came back, by stratum; and by which channels it was given out. */
export function CoverageStrata({ coverage }: { readonly coverage: Coverage }): ReactNode {
  const say = useTexts(coverageTexts);
  const sayStratum = useTexts(stratumTexts);
  const sayChannel = useTexts(channelTexts);
  const { strata, channels, step } = coverage;
  return (
    <>
      <h3>{say('byStratum')}</h3>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('byStratum')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('stratum')}</th>
              {(['sample', 'drawn', 'issued', 'received'] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {say(column)}
                </th>
              ))}
              <th scope="col">{say('share')}</th>
            </tr>
          </thead>
          <tbody>
            {strata.map(({ stratum, sample, drawn, issued, received }) => (
              <tr key={stratum}>
                <th scope="row">{sayStratum(stratum)}</th>
                <td className="number">{sample ?? '—'}</td>
                <td className="number">{drawn}</td>
                <td className="number">{issued}</td>
                <td className="number">
                  {received === null ? '—' : step === null ? received : say('atLeast', { count: received })}
                </td>
                <td className="survey-strip">
                  <div className="survey-bar-track" aria-hidden="true">
                    <div className="survey-bar-fill" style={{ width: shareOf(received ?? 0, issued) }} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <span className="quiet">{say('byChannel')}</span>{' '}
        {channels.length === 0
          ? say('noChannel')
          : channels.map(({ channel, issued }) => `${sayChannel(channel)} ${issued}`).join(' · ')}
      </p>
    </>
  );
}
