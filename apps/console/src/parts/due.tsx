import type { ReactNode } from 'react';
import { useInstants } from '../i18n/instants.js';
import { useTexts } from '../i18n/use-texts.js';
import { partsTexts } from './texts.js';

type Deadline = {
  readonly dueAt: number | null;
  readonly overdue: boolean;
  /** After today, by the calendar the cycle pinned; null where none was pinned. */
  readonly workingDaysLeft: number | null;
};

/** A deadline in words: when, and how many working days are left, or that it has passed. */
export function Due({ dueAt, overdue, workingDaysLeft }: Deadline): ReactNode {
  const say = useTexts(partsTexts);
  const { minute } = useInstants();
  if (dueAt === null) return <span className="quiet">{say('noDue')}</span>;
  return (
    <span className="row" style={{ gap: '0.5rem' }}>
      {overdue && <span className="mark late">{say('overdue')}</span>}
      {!overdue && workingDaysLeft !== null && (
        <span className={workingDaysLeft <= 1 ? 'mark warn' : 'mark'}>
          {workingDaysLeft === 0 ? say('lastDay') : say('workingDaysLeft', { count: workingDaysLeft })}
        </span>
      )}
      <time dateTime={new Date(dueAt).toISOString()}>{say('dueAt', { at: minute(dueAt) })}</time>
    </span>
  );
}
