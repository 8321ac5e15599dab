import type { ReactNode } from 'react';
import type { Panel } from '../../api/panels.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { panelTexts } from './texts.js';

/** For each appraisee how many sit and how many marked; never what. */
export function PanelProgress({ panel: { people, partTitle } }: { readonly panel: Panel }): ReactNode {
  const say = useTexts(panelTexts);
  const local = useLocalText();
  if (people.length === 0) return null;
  return (
    <div
      className="table-frame"
      tabIndex={0}
      role="group"
      aria-label={say('progressOf', { part: local(partTitle) })}
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('col.person')}</th>
            <th scope="col" className="number">
              {say('col.seated')}
            </th>
            <th scope="col" className="number">
              {say('col.given')}
            </th>
            <th scope="col">{say('col.note')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ appraisalId, name, seated, given, short, missing }) => (
            <tr key={appraisalId}>
              <th scope="row">{name ?? <span className="quiet">{say('unnamed')}</span>}</th>
              <td className="number">{seated}</td>
              <td className="number">{given}</td>
              <td>
                {short && <span className="mark late">{say('short')}</span>}{' '}
                {missing && <span className="mark late">{say('missing')}</span>}
                {!short && !missing && given >= seated && <span className="mark good">{say('all')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
