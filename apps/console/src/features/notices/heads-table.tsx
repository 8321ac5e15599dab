import type { ReactNode } from 'react';
import type { PublicHeads } from '../../api/public.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { logTexts } from './log-texts.js';

/** The heads before, and the keys they were signed with. */
export function HeadsTable({ log: { heads, keys } }: { readonly log: PublicHeads }): ReactNode {
  const say = useTexts(logTexts);
  const { minute } = useInstants();
  return (
    <section className="sheet stack" aria-labelledby="log-heads">
      <h2 id="log-heads">{say('heads')}</h2>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('heads')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('at')}</th>
              <th scope="col" className="number">
                {say('size')}
              </th>
              <th scope="col">{say('root')}</th>
              <th scope="col">{say('stamp')}</th>
            </tr>
          </thead>
          <tbody>
            {heads.toReversed().map(({ size, root, stamped, at }) => (
              <tr key={size}>
                <th scope="row">{minute(at)}</th>
                <td className="number">{size}</td>
                <td>
                  <code>{root}</code>
                </td>
                <td>{say(stamped ? 'stamped' : 'notStamped')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{say('keys')}</h3>
      <p className="quiet">{say('keysHint')}</p>
      <ul className="plain">
        {keys.map(({ keyId, name, suite, publicKey }) => (
          <li key={keyId} className="task-row">
            <div className="row">
              <strong>{name}</strong> <span className="mark">{say(`suite.${suite}`)}</span>
            </div>
            <code>{publicKey}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
