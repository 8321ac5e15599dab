import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { sendReminders, type WaitingFilter } from '../../api/cycle-board.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { RemindersSent } from './reminders-sent.js';
import { waitingTexts } from './waiting-texts.js';

type Asked = {
  readonly cycleId: string;
  readonly filter: WaitingFilter;
  readonly totals: { readonly people: number; readonly tasks: number; readonly overdue: number };
};

/** Reminds all that the list shows, after saying whom and how; then says who was written to and who could not be. */
export function Reminding({ cycleId, filter, totals }: Asked): ReactNode {
  const say = useTexts(waitingTexts);
  const { people, tasks, overdue } = totals;
  const [asking, setAsking] = useState(false);
  const [lateOnly, setLateOnly] = useState(overdue > 0);
  const { late: shownLate = false, ...where } = filter;
  const change = useChange({
    ask: (asked: { readonly late: boolean }, key) => sendReminders(cycleId, { ...where, ...asked }, key),
    onDone: () => setAsking(false),
  });
  if (asking) {
    return (
      <div className="stack" role="group" aria-label={say('remind')}>
        <p>{say('remindEffect', { people, count: tasks })}</p>
        {!shownLate && overdue > 0 && overdue < tasks && (
          <Checkbox checked={lateOnly} onChange={({ target }) => setLateOnly(target.checked)}>
            {say('remindLate', { count: overdue })}
          </Checkbox>
        )}
        {change.error !== null && <ProblemNotice fault={change.error} />}
        <div className="row">
          <Button
            type="primary"
            loading={change.isPending}
            onClick={() => change.mutate({ late: shownLate || (lateOnly && overdue > 0) })}
          >
            {say('confirm')}
          </Button>
          <Button disabled={change.isPending} onClick={() => setAsking(false)}>
            {say('cancel')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <>
      {change.data !== undefined && <RemindersSent reminded={change.data} />}
      {tasks > 0 && (
        <div>
          <Button onClick={() => setAsking(true)}>{say('remind')}</Button>
        </div>
      )}
    </>
  );
}
