import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { ConsequenceTable } from './consequence-table.js';
import { DecisionTable } from './decision-table.js';
import { decisionTexts } from './decision-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';

/** The rules as tables: who is graded, what punishments do, which grade, how many seats, what follows. */
export function DecisionTables(): ReactNode {
  const say = useTexts(decisionTexts);
  const sayPart = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, condition, effect, named, share } = useReading();
  const { eligibility, discipline, vetoes, bands, quota } = rulebook;
  const years = Math.max(...discipline.rows.map((row) => row.years.length), 1);
  const punished = (code: string): string => {
    const found = discipline.punishments.find((one) => one.code === code);
    return found === undefined ? code : local(found.title);
  };
  const duty = (linked: boolean | undefined): string =>
    linked === undefined ? '' : sayPart(linked ? 'linkedToDuty' : 'notLinkedToDuty');
  return (
    <>
      <p className="sheet">{say('precedence')}</p>
      <DecisionTable
        name="eligibility"
        title={say('eligibility')}
        columns={[say('when'), say('then')]}
        rows={[...eligibility]
          .filter(({ outcome }) => outcome !== 'graded')
          .concat(eligibility.filter(({ outcome }) => outcome === 'graded'))
          .map(({ id, clause, when, outcome }) => ({
            rule: id,
            clause,
            cells: [condition(when), sayPart(`outcome.${outcome}`)],
          }))}
      />
      <DecisionTable
        name="discipline"
        title={say('discipline')}
        columns={[
          say('punishment'),
          say('year'),
          ...Array.from({ length: years - 1 }, (_, at) => say('yearAfter', { count: at + 1 })),
        ]}
        rows={discipline.rows.map((row) => ({
          rule: row.id,
          clause: row.clause,
          cells: [
            punished(row.punishment) + duty(row.linkedToDuty),
            ...Array.from({ length: years }, (_, at) => {
              const found = row.years[at];
              return found === undefined ? say('none') : effect(found);
            }),
          ],
        }))}
      />
      <DecisionTable
        name="grade"
        title={say('grade')}
        columns={[say('when'), say('then')]}
        rows={[
          ...vetoes.map((veto) => ({
            rule: veto.id,
            clause: veto.clause,
            cells: [condition(veto.when), effect(veto.effect)],
          })),
          ...bands.map((band) => ({
            rule: band.id,
            clause: band.clause,
            cells: [
              say('score', {
                range: say('range', {
                  from: sayPart(band.from.includes ? 'from' : 'above', { score: band.from.value }),
                  to: sayPart(band.to.includes ? 'upTo' : 'below', { score: band.to.value }),
                }),
              }),
              named(band.grade),
            ],
          })),
        ]}
      />
      <DecisionTable
        name="quota"
        title={say('quota')}
        columns={[say('when'), say('share')]}
        rows={[
          ...[...quota.lowered, ...quota.raised].map((rule) => ({
            rule: rule.id,
            clause: rule.clause,
            cells: [condition(rule.when), share(rule.cap)],
          })),
          { rule: quota.id, clause: quota.clause, cells: [say('otherwise'), share(quota.cap)] },
        ]}
      />
      <ConsequenceTable />
      <DecisionTable
        name="gates"
        title={say('gates')}
        columns={[sayPart('categories'), say('record')]}
        rows={rulebook.gates.map((gate) => ({
          rule: gate.id,
          clause: gate.clause,
          cells: [
            gate.categories === 'all' ? say('everybody') : gate.categories.map(named).join(' / '),
            <ul key="records">
              {gate.requires.map(({ record, title }) => (
                <li key={record}>{local(title)}</li>
              ))}
            </ul>,
          ],
        }))}
      />
    </>
  );
}
