import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { requestDefaultMarks } from '../../api/panels.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { panelTexts } from './texts.js';

/** Asks everybody by role for their marks, after saying whom that reaches. */
export function RequestMarks({ cycleId }: { readonly cycleId: string }): ReactNode {
  const say = useTexts(panelTexts);
  const [asking, setAsking] = useState(false);
  const change = useChange({
    ask: (cycle: string) => requestDefaultMarks(cycle),
    onDone: () => setAsking(false),
  });
  const { data, error, isPending } = change;
  return (
    <div className="stack">
      {data !== undefined && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={data.assigned === 0 ? say('requestedNone') : say('requested', { count: data.assigned })}
        />
      )}
      {asking ? (
        <div className="stack" role="group" aria-label={say('request')}>
          <p>{say('requestEffect')}</p>
          {error !== null && <ProblemNotice fault={error} />}
          <div className="row">
            <Button type="primary" loading={isPending} onClick={() => change.mutate(cycleId)}>
              {say('confirmRequest')}
            </Button>
            <Button disabled={isPending} onClick={() => setAsking(false)}>
              {say('cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button onClick={() => setAsking(true)}>{say('request')}</Button>
        </div>
      )}
    </div>
  );
}
