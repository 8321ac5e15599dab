import { whoWords } from '@kaoji/domain/story';
import type { ReactNode } from 'react';
import type { Look } from '../../api/audit.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { accessTexts } from './access-texts.js';

/** Looks as they are on record: by ids and by the names of the service's own readings. */
export function AccessRows({ looks }: { readonly looks: readonly Look[] }): ReactNode {
  const say = useTexts(accessTexts);
  const local = useLocalText();
  const { second } = useInstants();
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('at')}</th>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('reading')}</th>
            <th scope="col">{say('permission')}</th>
            <th scope="col">{say('subject')}</th>
          </tr>
        </thead>
        <tbody>
          {looks.map(({ id, at, accountId, role, endpoint, permission, subject }) => (
            <tr key={id}>
              <th scope="row">{second(at)}</th>
              <td>
                {local(whoWords([role]))}
                <div>
                  <code className="wrap-anywhere">{accountId}</code>
                </div>
              </td>
              <td>
                <code>{endpoint}</code>
              </td>
              <td>
                <code>{permission}</code>
              </td>
              <td>
                {subject === null ? say('wholeCycle') : <code className="wrap-anywhere">{subject}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
