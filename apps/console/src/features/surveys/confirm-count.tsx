import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { confirmCount, type SurveyCount } from '../../api/ballot-boxes.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { countTexts } from './count-texts.js';

type Asked = {
  readonly counted: SurveyCount;
  readonly community: string;
  readonly mayConfirm: boolean;
};

/** A named person confirms the count they saw, by its hash; absent where it would be refused. */
export function ConfirmCount({ counted, community, mayConfirm }: Asked): ReactNode {
  const say = useTexts(countTexts);
  const { minute } = useInstants();
  const [asking, setAsking] = useState(false);
  const { campaignId, hash, state, count, confirmedAt, confirmedBy } = counted;
  const change = useChange({
    ask: (asked: { readonly hash: string }, key) => confirmCount(campaignId, asked.hash, key),
    onDone: () => setAsking(false),
  });
  const waits = state === 'counted' && count.sample.valid && mayConfirm;
  if (confirmedAt === null && !waits && !change.isSuccess) return null;
  return (
    <section className="sheet stack" aria-labelledby="count-confirm">
      <h2 id="count-confirm">{say('confirm')}</h2>
      {change.isSuccess && <Alert type="success" showIcon role="status" title={say('confirmed')} />}
      {confirmedAt !== null && (
        <p>{say('confirmedAt', { at: minute(confirmedAt), by: confirmedBy ?? '' })}</p>
      )}
      {waits && !change.isSuccess && (
        <div className="stack no-print" role="group" aria-label={say('confirm')}>
          <p className="wrap-anywhere">
            {say('confirmHint', { hash, community, count: count.people.length })}
          </p>
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div className="row">
            {asking ? (
              <>
                <Button danger loading={change.isPending} onClick={() => change.mutate({ hash })}>
                  {say('reallyConfirm')}
                </Button>
                <Button disabled={change.isPending} onClick={() => setAsking(false)}>
                  {say('cancel')}
                </Button>
              </>
            ) : (
              <Button type="primary" onClick={() => setAsking(true)}>
                {say('doConfirm')}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
