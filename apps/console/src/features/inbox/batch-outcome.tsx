import type { ReactNode } from 'react';
import type { actOnMany } from '../../api/acts.js';
import type { InboxItem } from '../../api/inbox.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useCodeWords } from '../../parts/code-words.js';
import { inboxTexts } from './texts.js';

type Asked = {
  readonly answer: Awaited<ReturnType<typeof actOnMany>>;
  readonly items: readonly InboxItem[];
};

/** What came of each list: done, or why not and what to do. */
export function BatchOutcome({ answer, items }: Asked): ReactNode {
  const say = useTexts(inboxTexts);
  const words = useCodeWords();
  const nameOf = (unitId: string): string => items.find((item) => item.unitId === unitId)?.unitName ?? unitId;
  return (
    <div role="status" className="stack">
      <h3>{say('outcome')}</h3>
      <ul className="plain">
        {answer.items.map(({ cycleId, unitId, refused }) => (
          <li key={`${cycleId} ${unitId}`} className="row">
            <strong>{nameOf(unitId)}</strong>
            {refused === null ? (
              <span className="mark good">{say('done')}</span>
            ) : (
              <span className="mark-text">
                {say('refused', { why: words(refused.code, refused.message) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
