import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { closeCollection, type CycleUnit } from '../../api/cycles.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { unitTexts } from './cycles-texts.js';

/** Ends the collection of a unit before its date, after saying what that does and to whom. */
export function CloseCollection({
  cycleId,
  unit: { unitId, name, state, round, appraisals },
}: {
  readonly cycleId: string;
  readonly unit: CycleUnit;
}): ReactNode {
  const say = useTexts(unitTexts);
  const [asking, setAsking] = useState(false);
  const change = useChange({
    ask: (asked: { readonly unitId: string }, key) => closeCollection(cycleId, asked.unitId, key),
    onDone: () => setAsking(false),
  });
  if (change.isSuccess) return <Alert type="success" showIcon role="status" title={say('closed')} />;
  // A returned list is handed in again, not closed.
  if (state !== 'collecting' || round > 0) return null;
  if (!asking) {
    return (
      <div>
        <Button onClick={() => setAsking(true)}>{say('close')}</Button>
      </div>
    );
  }
  return (
    <div className="stack" role="group" aria-label={say('close')}>
      <p>{say('closeEffect', { unit: name, count: appraisals })}</p>
      {change.error !== null && <ProblemNotice fault={change.error} />}
      <div className="row">
        <Button danger loading={change.isPending} onClick={() => change.mutate({ unitId })}>
          {say('confirmClose')}
        </Button>
        <Button disabled={change.isPending} onClick={() => setAsking(false)}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
