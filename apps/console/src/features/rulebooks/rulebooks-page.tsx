import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import { rulebooksQuery } from '../../api/rulebooks.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import './rulebooks.css';
import { rulebookTexts } from './texts.js';

/** Every adopted rulebook, the newest first; each leads to where it is read. */
export function RulebooksPage(): ReactNode {
  const say = useTexts(rulebookTexts);
  const { day } = useInstants();
  const query = useQuery(rulebooksQuery);
  const { data: me } = useQuery(meQuery);
  const adopts = me !== undefined && hasRole(me, 'hr_officer');
  return (
    <Page title={say('listTitle')} actions={adopts && <Link to="/rulebooks/new">{say('toAdopt')}</Link>}>
      <p className="quiet">{say('listHint')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="sheet">{say(adopts ? 'noneForHr' : 'none')}</p>
          ) : (
            <div className="sheet table-frame" tabIndex={0} role="group" aria-label={say('listTitle')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{say('col.rulebook')}</th>
                    <th scope="col">{say('col.version')}</th>
                    <th scope="col">{say('col.adopted')}</th>
                    <th scope="col">{say('col.hash')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items
                    .toSorted((one, other) => other.adoptedAt - one.adoptedAt)
                    .map(({ hash, id, version, adoptedAt }) => (
                      <tr key={hash}>
                        <th scope="row">
                          <Link to="/rulebooks/$hash" params={{ hash }}>
                            {id}
                          </Link>
                        </th>
                        <td>{version}</td>
                        <td>{day(adoptedAt)}</td>
                        <td>
                          <code title={hash}>{shortHash(hash)}</code>
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function shortHash(hash: string): string {
  return hash.replace(/^sha256:/, '').slice(0, 12);
}
