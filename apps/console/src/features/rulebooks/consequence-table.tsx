import type { ConsequenceRule } from '@kaoji/domain/rulebook';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { DecisionTable } from './decision-table.js';
import { decisionTexts } from './decision-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';

/** What follows from which result, of one result when asked. */
export function ConsequenceTable(): ReactNode {
  const say = useTexts(decisionTexts);
  const sayPart = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, condition, named, list } = useReading();
  const [result, setResult] = useState('');
  const { consequences } = rulebook;
  const results = [...new Set(consequences.flatMap((rule) => rule.results))];
  const whenOf = ({ when, unless, streak }: ConsequenceRule): string =>
    [
      streak === undefined
        ? ''
        : sayPart(`streak.${streak.kind}`, { results: list(streak.of.map(named)), count: streak.years }),
      when === undefined ? '' : condition(when),
      unless === undefined ? '' : sayPart('unless', { when: condition(unless.when) }),
    ]
      .filter((text) => text !== '')
      .join(' ');
  return (
    <DecisionTable
      name="consequences"
      title={say('consequences')}
      columns={[say('ofResult'), say('when'), say('follows')]}
      rows={consequences
        .filter((rule) => result === '' || rule.results.includes(result))
        .map((rule) => ({
          rule: rule.id,
          clause: rule.clause,
          cells: [
            list(rule.results.map(named)),
            whenOf(rule) || say('always'),
            <span key="follows" className="row">
              {rule.title === undefined ? rule.effect.code : local(rule.title)}
              {rule.adverse && <span className="mark late">{say('hurts')}</span>}
              <span className="mark">{sayPart(`force.${rule.force}`)}</span>
            </span>,
          ],
        }))}
    >
      <Select<string>
        className="no-print result-choice"
        aria-label={say('show')}
        value={result}
        onChange={setResult}
        options={[
          { value: '', label: say('allResults') },
          ...results.map((code) => ({ value: code, label: named(code) })),
        ]}
      />
    </DecisionTable>
  );
}
