import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { drawQuery, residentsQuery, type Draw } from '../../api/residents.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { DrawForm } from './draw-form.js';
import { Invitations } from './invitations.js';
import { residentsTexts } from './residents-texts.js';
import { stratumTexts } from './state-texts.js';

/** The draw: how it is made, or how it was and how anybody makes it again; then the messages. */
export function DrawSection({ campaignId }: { readonly campaignId: string }): ReactNode {
  const say = useTexts(residentsTexts);
  const draw = useQuery(drawQuery(campaignId));
  const residents = useQuery(residentsQuery(campaignId));
  return (
    <section className="sheet stack" aria-labelledby="survey-draw">
      <h2 id="survey-draw">{say('draw')}</h2>
      <Loaded query={residents}>
        {(list) => (
          <Loaded query={draw}>
            {(made) =>
              made === null ? (
                <DrawForm campaignId={campaignId} residents={list} />
              ) : (
                <>
                  <Made draw={made} />
                  <Invitations
                    campaignId={campaignId}
                    residents={list}
                    drawn={made.strata.reduce((sum, one) => sum + one.drawn, 0)}
                  />
                </>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </section>
  );
}

function Made({ draw: { seed, listHash, drawnAt, strata, refs } }: { readonly draw: Draw }): ReactNode {
  const say = useTexts(residentsTexts);
  const sayStratum = useTexts(stratumTexts);
  const { minute } = useInstants();
  const sizes = strata.filter(({ size }) => size > 0).map(({ stratum, size }) => `--size ${stratum}=${size}`);
  const all = refs.flatMap((one) => one.refs);
  return (
    <>
      <dl className="facts survey-facts">
        <dt>{say('seed')}</dt>
        <dd>{seed}</dd>
        <dt>{say('hash')}</dt>
        <dd>
          <code>{listHash}</code>
        </dd>
      </dl>
      <p className="quiet">{say('made', { at: minute(drawnAt) })}</p>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('draw')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('stratum')}</th>
              {(['listed', 'size', 'drawn'] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {strata.map(({ stratum, listed, size, drawn }) => (
              <tr key={stratum}>
                <th scope="row">
                  {sayStratum(stratum)}
                  {drawn < size && <div className="quiet survey-note">{say('all')}</div>}
                </th>
                <td className="number">{listed}</td>
                <td className="number">{size}</td>
                <td className="number">{drawn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{say('refs', { count: all.length })}</summary>
        <p className="survey-links wrap-anywhere" tabIndex={0} role="group" aria-label={say('draw')}>
          {all.join(' ')}
        </p>
      </details>
      <h3>{say('again')}</h3>
      <p className="quiet">{say('againHint')}</p>
      <pre className="survey-command" tabIndex={0} role="group" aria-label={say('again')}>
        {`npm run kaoji -- survey draw --population list.csv --seed ${quoted(seed)} ${sizes.join(' ')}`}
      </pre>
    </>
  );
}

/** As a shell takes it, whatever stands in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
