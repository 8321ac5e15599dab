import type { ReactNode } from 'react';
import type { PlanDuty, PlanPeople } from '../../api/planning.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useListing } from './listing.js';
import { scheduleTexts } from './plan-texts.js';

/** More names than this are counted, not read. */
const NAMES = 6;

type Asked = { readonly people: PlanPeople; readonly unitIds: ReadonlySet<string> };

/** Gaps of these units: a step nobody is in, or too few. */
export const gapsOf = ({ people: { units }, unitIds }: Asked): number =>
  units
    .filter(({ unitId }) => unitIds.has(unitId))
    .reduce((sum, { duties }) => sum + duties.filter(({ gap }) => gap !== null).length, 0);

/** Who does what in each unit; units where somebody is missing first, and open. */
export function Duties({ people, unitIds }: Asked): ReactNode {
  const say = useTexts(scheduleTexts);
  const gaps = gapsOf({ people, unitIds });
  const nameOf = (account: string): string =>
    people.people.find((one) => one.account === account)?.name ?? account;
  const units = people.units
    .filter(({ unitId }) => unitIds.has(unitId))
    .map((unit) => ({ ...unit, missing: unit.duties.filter(({ gap }) => gap !== null).length }))
    .toSorted((one, other) => other.missing - one.missing);
  return (
    <div className="stack">
      <p>{say('peopleWhat')}</p>
      {gaps === 0 && (
        <p>
          <span className="mark good">{say('allSeated')}</span>
        </p>
      )}
      {units.map(({ unitId, name, duties, missing }, at) => (
        <details key={unitId} open={missing > 0 || at === 0} className="plan-unit-duties">
          <summary>
            <strong>{name}</strong>{' '}
            {missing > 0 && <span className="mark warn">{say('gaps', { count: missing })}</span>}
          </summary>
          <div className="table-frame" tabIndex={0} role="group" aria-label={say('duties', { unit: name })}>
            <table className="table stacked">
              <thead>
                <tr>
                  <th scope="col">{say('duty')}</th>
                  <th scope="col">{say('who')}</th>
                  <th scope="col">{say('above')}</th>
                </tr>
              </thead>
              <tbody>
                {duties.map((duty) => (
                  <DutyRow key={duty.id} duty={duty} nameOf={nameOf} />
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
      <p className="quiet">{say('standAside')}</p>
    </div>
  );
}

type RowAsked = { readonly duty: PlanDuty; readonly nameOf: (account: string) => string };

function DutyRow({ duty, nameOf }: RowAsked): ReactNode {
  const say = useTexts(scheduleTexts);
  const local = useLocalText();
  const list = useListing();
  const { kind, title, clause, people, above, gap, atLeast } = duty;
  const named = (accounts: readonly string[]): string => {
    const names = list(accounts.slice(0, NAMES).map(nameOf));
    return accounts.length > NAMES ? `${names} ${say('moreNames', { count: accounts.length })}` : names;
  };
  return (
    <tr>
      <th scope="row" className="plan-stage">
        {say(`kind.${kind}`)}
        <span className="plan-what">
          {local(title)}
          {clause !== null && ` · ${clause}`}
        </span>
      </th>
      <td className="wrap-anywhere" data-label={say('who')}>
        {gap === 'nobody' && <span className="mark late">{say('nobody')}</span>}
        {named(people)}{' '}
        {gap === 'too_few' && (
          <div className="mark warn">{say('tooFew', { have: people.length, need: atLeast })}</div>
        )}
      </td>
      <td className="wrap-anywhere" {...(above.length === 0 ? {} : { 'data-label': say('above') })}>
        {named(above)}
      </td>
    </tr>
  );
}
