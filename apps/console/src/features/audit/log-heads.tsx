import type { LogHeadsView } from '@kaoji/http-contract';
import type { ReactNode } from 'react';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { proofTexts } from './proof-texts.js';

/** The latest root as it is printed, those before it, and the keys they were signed with. */
export function LogHeads({ log: { origin, heads, keys } }: { readonly log: LogHeadsView }): ReactNode {
  const say = useTexts(proofTexts);
  const { second } = useInstants();
  const latest = heads.at(-1);
  if (latest === undefined) return <p>{say('noHeads')}</p>;
  return (
    <>
      <dl className="facts">
        <dt>{say('origin')}</dt>
        <dd>{origin}</dd>
        <dt>{say('root')}</dt>
        <dd>
          <code>{latest.root}</code>
        </dd>
      </dl>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('heads')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('at')}</th>
              <th scope="col" className="number">
                {say('size')}
              </th>
              <th scope="col">{say('root')}</th>
              <th scope="col">{say('suite')}</th>
              <th scope="col">{say('stamp')}</th>
            </tr>
          </thead>
          <tbody>
            {heads.toReversed().map(({ size, root, suite, stamped, at }) => (
              <tr key={size}>
                <th scope="row">{second(at)}</th>
                <td className="number">{size}</td>
                <td>
                  <code>{root}</code>
                </td>
                <td>{say(`suite.${suite}`)}</td>
                <td>{say(stamped ? 'stamped' : 'notStamped')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{say('note')}</summary>
        <pre className="audit-content" tabIndex={0} role="group" aria-label={say('note')}>
          {latest.note}
        </pre>
      </details>
      <h3>{say('keys')}</h3>
      <ul className="plain">
        {keys.map(({ keyId, name, suite, publicKey, change }) => (
          <li key={keyId} className="task-row">
            <div className="row">
              <strong>{name}</strong>
              <span>{say(`suite.${suite}`)}</span>
              {change !== null && <span className="mark">{say('changed')}</span>}
            </div>
            <code className="wrap-anywhere">{publicKey}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
