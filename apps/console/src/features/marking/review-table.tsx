import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MarkingItem } from '../../api/marking.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import type { MarkingSheet } from './marking-sheet.js';
import { entryOf, faultOf, keyOf } from './sheet.js';
import { faultTexts, markingTexts } from './texts.js';

/** Drafts beside what was given before; a fault says what to mend, and leads there. */
export function ReviewTable({
  sheet: { cycleId, draft },
  items,
}: {
  readonly sheet: MarkingSheet;
  readonly items: readonly MarkingItem[];
}): ReactNode {
  const say = useTexts(markingTexts);
  const sayFault = useTexts(faultTexts);
  const local = useLocalText();
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('reviewTitle')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('col.person')}</th>
            <th scope="col">{say('col.partReason')}</th>
            <th scope="col" className="number">
              {say('col.before')}
            </th>
            <th scope="col" className="number">
              {say('col.mark')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const { value, reason } = entryOf(item, draft);
            const fault = faultOf(item, { value, reason });
            return (
              <tr key={keyOf(item)}>
                <th scope="row">{item.name}</th>
                <td className="wrap-anywhere marking-what">
                  {local(item.partTitle)}
                  {item.postTitle !== null && <div className="quiet">{local(item.postTitle)}</div>}
                  {reason !== '' && <div>{reason}</div>}
                  {fault !== null && (
                    <p>
                      <span className="marking-fault">{sayFault(fault)}</span>{' '}
                      <Link to="/marking/$cycleId" params={{ cycleId }} search={{ person: item.appraisalId }}>
                        {say('mend')}
                      </Link>
                    </p>
                  )}
                </td>
                <td className="number">{item.marked ?? <span className="quiet">{say('firstTime')}</span>}</td>
                <td className="number">{value}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
