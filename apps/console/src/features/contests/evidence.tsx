import { Button } from 'antd';
import type { AppraiseeCase, Rulebook } from '@kaoji/domain';
import { useMemo, type ReactNode } from 'react';
import type { ContestFile } from '../../api/contests.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { correctionTexts } from './correction-texts.js';
import { factWords, numberOf } from './correction-words.js';
import { titlesOf } from './rule-titles.js';
import { targetsOf, type Target } from './target.js';

type Asked = {
  readonly person: ContestFile['evidence'];
  readonly rules: Rulebook | undefined;
  readonly onCorrect: (target: Target) => void;
};
const KINDS = ['mark', 'routine', 'adjustment', 'evidence', 'fact'] as const;

/** The sealed evidence row by row, each of which can be corrected; blind marks without whose they are. */
export function Evidence({ person, rules, onCorrect }: Asked): ReactNode {
  const say = useTexts(correctionTexts);
  const targets = useMemo(() => targetsOf(person as unknown as AppraiseeCase, rules), [person, rules]);
  return KINDS.map((kind) => {
    const rows = targets.filter((one) => one.kind === kind);
    if (rows.length === 0) return null;
    return (
      <details key={kind} className="contest-fold" open={kind === 'mark'}>
        <summary>{say('kind', { kind: say(`kind.${kind}`), count: rows.length })}</summary>
        <div className="table-frame" tabIndex={0} role="group" aria-label={say(`kind.${kind}`)}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('col.what')}</th>
                <th scope="col" className="number">
                  {say('col.now')}
                </th>
                <th scope="col">{say('col.act')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((target, at) => (
                <Row key={at} target={target} rules={rules} onCorrect={onCorrect} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    );
  });
}

function Row({ target, rules, onCorrect }: Omit<Asked, 'person'> & { readonly target: Target }): ReactNode {
  const say = useTexts(correctionTexts);
  const { what, now } = useTargetWords(rules)(target);
  return (
    <tr>
      <td>{what}</td>
      <td className={target.kind === 'evidence' ? 'number' : 'number contest-now'}>{now}</td>
      <td>
        <Button size="small" aria-label={say('correctOne', { what })} onClick={() => onCorrect(target)}>
          {say('correct')}
        </Button>
      </td>
    </tr>
  );
}

/** A thing in the evidence in the rulebook's words, and what it is now. */
export function useTargetWords(
  rules: Rulebook | undefined,
): (target: Target) => { readonly what: string; readonly now: string } {
  const say = useTexts(correctionTexts);
  const local = useLocalText();
  const titles = useMemo(() => titlesOf(rules), [rules]);
  return (target) => {
    switch (target.kind) {
      case 'mark': {
        const [part, role] = [local(titles.part(target.part)), local(titles.role(target.role))];
        return { what: say('markOf', { part, role, rater: numberOf(target.rater) }).trim(), now: target.now };
      }
      case 'routine':
        return { what: say('routineOf', { period: target.period }), now: target.now };
      case 'adjustment':
        return { what: local(titles.item(target.item)), now: say('times', { count: target.now }) };
      case 'evidence':
        return {
          what: say('evidenceOf', { part: local(titles.part(target.part)) }),
          now: target.evidence.length === 0 ? say('noEvidence') : target.evidence.join('、'),
        };
      case 'fact':
        return {
          what: local(titles.fact(target.fact)),
          now: target.now === null ? say('unknown') : factWords(target.now, say),
        };
    }
  };
}
