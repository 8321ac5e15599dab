import type { ReactNode } from 'react';
import type { ServiceState } from '../../api/operation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { serviceTexts } from './service-texts.js';

type Queue = NonNullable<ServiceState['engine']>['queues'][number];
const SECOND_MS = 1_000;

/** Each queue of the engine: what waits in it, since when, and how many processes take from it. */
export function Queues({ queues }: { readonly queues: readonly Queue[] }): ReactNode {
  const say = useTexts(serviceTexts);
  const idle = queues.some(({ workers }) => workers === 0);
  return (
    <>
      {idle && <p className="mark late wrapped">{say('noWorkers')}</p>}
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('queues')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.queue')}</th>
              <th scope="col" className="number">
                {say('col.waiting')}
              </th>
              <th scope="col" className="number">
                {say('col.oldest')}
              </th>
              <th scope="col" className="number">
                {say('col.workers')}
              </th>
              <th scope="col">{say('build')}</th>
            </tr>
          </thead>
          <tbody>
            {queues.map(({ name, kind, waiting, oldestWaitMs, workers, builds }) => (
              <tr key={kind}>
                <th scope="row">
                  {say(`kind.${kind}`)} <span className="quiet">{name}</span>
                </th>
                <td className="number">{waiting}</td>
                <td className="number">
                  {waiting === 0 ? '—' : say('seconds', { count: Math.ceil(oldestWaitMs / SECOND_MS) })}
                </td>
                <td className="number">
                  {workers === 0 ? <span className="mark late">{workers}</span> : workers}
                </td>
                <td className="wrap-anywhere">{builds.length === 0 ? '—' : builds.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
