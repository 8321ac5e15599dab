import { Alert, Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { closeCollection, type CycleUnit } from '../../api/cycles.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { unitTexts } from './unit-texts.js';

const MOST_LETTERS = 2_000;

/** Ends the collection of a unit before its date, after saying what that does and to whom, for a reason that is kept. */
export function CloseCollection({
  cycleId,
  unit: { unitId, name, state, round, appraisals },
}: {
  readonly cycleId: string;
  readonly unit: CycleUnit;
}): ReactNode {
  const say = useTexts(unitTexts);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [field, hint] = [useId(), useId()];
  const change = useChange({
    ask: (asked: { readonly unitId: string; readonly reason: string }, key) =>
      closeCollection(cycleId, asked.unitId, asked.reason, key),
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
  const written = reason.trim();
  return (
    <form
      className="stack"
      aria-label={say('close')}
      onSubmit={(event) => {
        event.preventDefault();
        if (written !== '') change.mutate({ unitId, reason: written });
      }}
    >
      <p>{say('closeEffect', { unit: name, count: appraisals })}</p>
      <div>
        <label htmlFor={field}>{say('reason')}</label>
        <Input.TextArea
          id={field}
          aria-describedby={hint}
          autoFocus
          required
          maxLength={MOST_LETTERS}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <p id={hint} className="quiet">
          {say('reasonHint')}
        </p>
      </div>
      {change.error !== null && <ProblemNotice fault={change.error} />}
      <div className="row">
        <Button danger htmlType="submit" loading={change.isPending} disabled={written === ''}>
          {say('confirmClose')}
        </Button>
        <Button disabled={change.isPending} onClick={() => setAsking(false)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
