import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';
import { Rule, Source } from './rule.js';

/** Who takes part and is graded. */
export function EligibilityPart(): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, condition, list } = useReading();
  return rulebook.eligibility.map((rule) => (
    <Rule key={rule.id} rule={rule}>
      <p>{say('ifThen', { when: condition(rule.when), then: say(`outcome.${rule.outcome}`) })}</p>
      {rule.note !== undefined && rule.note.zh !== rule.title?.zh && <p>{local(rule.note)}</p>}
      {rule.setsAside.length > 0 && <p>{say('setsAside', { rules: list(rule.setsAside) })}</p>}
    </Rule>
  ));
}

/** What punishments do to the grade, this year and later; of several the heavier. */
export function DisciplinePart(): ReactNode {
  const say = useTexts(partTexts);
  const { rulebook, effect, list } = useReading();
  const { discipline } = rulebook;
  return (
    <>
      <p>{say('severity', { effects: list(discipline.severity.map(effect)) })}</p>
      <Source rule={discipline} />
      {discipline.rows.map((row) => (
        <DisciplineRow key={row.id} row={row} />
      ))}
    </>
  );
}

type Row = ReturnType<typeof useReading>['rulebook']['discipline']['rows'][number];

function DisciplineRow({ row }: { readonly row: Row }): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, effect } = useReading();
  const kind = rulebook.discipline.punishments.find(({ code }) => code === row.punishment);
  const linked =
    row.linkedToDuty === undefined ? '' : say(row.linkedToDuty ? 'linkedToDuty' : 'notLinkedToDuty');
  const name = kind === undefined ? row.punishment : local(kind.title);
  return (
    <Rule rule={row} title={`${name}${linked}`}>
      <ul>
        {row.years.map((each, year) => (
          // Years have no name but their place.
          <li key={year}>
            {say(year === 0 ? 'thisYear' : 'yearAfter', { count: year, effect: effect(each) })}
          </li>
        ))}
      </ul>
    </Rule>
  );
}

/** What caps or forces a grade whatever the score. */
export function VetoesPart(): ReactNode {
  const say = useTexts(partTexts);
  const { rulebook, condition, effect } = useReading();
  if (rulebook.vetoes.length === 0) return <p className="quiet">{say('noneOfIt')}</p>;
  return rulebook.vetoes.map((veto) => (
    <Rule key={veto.id} rule={veto}>
      <p>{say('ifThen', { when: condition(veto.when), then: effect(veto.effect) })}</p>
    </Rule>
  ));
}
