import type { ReactNode } from 'react';
import type { InboxItem } from '../api/inbox.js';
import { useLocalText, useTexts } from '../i18n/use-texts.js';
import { Due } from './due.js';
import { TaskLink } from './task-link.js';
import { taskRowTexts } from './task-row-texts.js';

/** One thing that waits: what, for whom, until when, and what happens if nothing does. */
export function TaskRow({
  item,
  children,
}: {
  readonly item: InboxItem;
  readonly children?: ReactNode;
}): ReactNode {
  const say = useTexts(taskRowTexts);
  const local = useLocalText();
  const { title, year, run, unitName, personName, count, as, onBehalfOf, ifNothingText } = item;
  return (
    <div className="task-row">
      <div className="row">
        <TaskLink item={item}>
          <strong>
            {local(title)}
            {personName === null ? '' : ` · ${personName}`}
          </strong>
        </TaskLink>
        {run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
        {as !== 'self' && (
          <span className="mark">{say(`as.${as}`, { name: onBehalfOf?.name ?? say('somebody') })}</span>
        )}
      </div>
      <div className="row quiet">
        <span>{say('of', { year, unit: unitName })}</span>
        {count !== null && <span>{say('count', { count })}</span>}
      </div>
      <Due {...item} />
      <p className="quiet">{local(ifNothingText)}</p>
      {children}
    </div>
  );
}
