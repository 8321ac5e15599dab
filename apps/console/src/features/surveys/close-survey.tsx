import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { closeSurvey, coverageQuery, type Campaign } from '../../api/surveys.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { endTexts } from './end-texts.js';
import { channelTexts } from './state-texts.js';

/** Ends the time of a survey now, after saying which of three things that does. */
export function CloseSurvey({ campaign: { id, communityName } }: { readonly campaign: Campaign }): ReactNode {
  const say = useTexts(endTexts);
  const sayChannel = useTexts(channelTexts);
  const [asking, setAsking] = useState(false);
  const query = useQuery(coverageQuery(id));
  const change = useChange({
    ask: (asked: { readonly id: string }, key) => closeSurvey(asked.id, key),
    onDone: () => setAsking(false),
  });
  return (
    <section className="sheet stack" aria-labelledby="survey-close">
      <h2 id="survey-close">{say('close')}</h2>
      {change.isSuccess && <Alert type="success" showIcon role="status" title={say('closed')} />}
      <Loaded query={query}>
        {({ closing, rule }) => {
          if (!asking || closing === null) {
            return (
              <div>
                <Button onClick={() => setAsking(true)}>{say('closeNow')}</Button>
              </div>
            );
          }
          const second = rule?.secondChannel ?? null;
          return (
            <div className="stack" role="group" aria-label={say('closeNow')}>
              <p>
                {say(`effect.${closing}`, { community: communityName, days: rule?.extendWorkingDays ?? 0 })}
                {closing === 'extends' && second !== null && (
                  <> {say('effect.second', { channel: sayChannel(second) })}</>
                )}
              </p>
              {change.error !== null && <ProblemNotice fault={change.error} />}
              <div className="row">
                <Button danger loading={change.isPending} onClick={() => change.mutate({ id })}>
                  {say('confirmClose')}
                </Button>
                <Button disabled={change.isPending} onClick={() => setAsking(false)}>
                  {say('cancel')}
                </Button>
              </div>
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
