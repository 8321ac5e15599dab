import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Reminded } from '../../api/cycle-board.js';
import { useTexts } from '../../i18n/use-texts.js';
import { waitingTexts } from './waiting-texts.js';

/** What came of reminding: whom a message goes out to, and who has to be told in another way. */
export function RemindersSent({ reminded }: { readonly reminded: Reminded }): ReactNode {
  const say = useTexts(waitingTexts);
  const { tasks, people, written, writtenToday, alreadyReminded, unreachable, rehearsal, left } = reminded;
  return (
    <Alert
      type={unreachable.length > 0 || left > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={say('done')}
      description={
        <div className="stack" style={{ gap: '0.25rem' }}>
          <p>{tasks === 0 ? say('doneNothing') : say('doneTasks', { count: tasks, people })}</p>
          {written > 0 && <p>{say('doneWritten', { count: written })}</p>}
          {writtenToday > 0 && <p>{say('doneToday', { count: writtenToday })}</p>}
          {tasks > 0 && alreadyReminded > 0 && <p>{say('doneAlready', { count: alreadyReminded })}</p>}
          {rehearsal && <p>{say('doneRehearsal')}</p>}
          {left > 0 && <p>{say('doneLeft', { count: left })}</p>}
          {unreachable.length > 0 && (
            <>
              <p>{say('unreachable', { count: unreachable.length })}</p>
              <ul className="unreachable">
                {unreachable.map(({ name, problem }, index) => (
                  <li key={index}>
                    {name} <span className="quiet">{say(`why.${problem}`)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      }
    />
  );
}
