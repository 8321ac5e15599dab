import type { Rulebook } from '@kaoji/domain';
import { useMemo } from 'react';
import type { Correction } from '../../api/contests.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { correctionTexts } from './correction-texts.js';
import { titlesOf } from './rule-titles.js';

export type CorrectionWords = { readonly what: string; readonly to: string };

/** A correction in words of the rulebook: what it is about, and what it becomes. */
export function useCorrectionWords(rules: Rulebook | undefined): (one: Correction) => CorrectionWords {
  const say = useTexts(correctionTexts);
  const local = useLocalText();
  const titles = useMemo(() => titlesOf(rules), [rules]);
  return (one) => {
    switch (one.kind) {
      case 'mark': {
        const [part, role] = [local(titles.part(one.part)), local(titles.role(one.role))];
        return {
          what: say('markOf', { part, role, rater: numberOf(one.rater) }).trim(),
          to: one.value ?? say('struck'),
        };
      }
      case 'routine':
        return { what: say('routineOf', { period: one.period }), to: one.value ?? say('struck') };
      case 'adjustment':
        return { what: local(titles.item(one.item)), to: say('times', { count: one.times }) };
      case 'fact':
        return { what: local(titles.fact(one.fact)), to: factWords(one.value, say) };
      case 'evidence':
        return {
          what: say('evidenceOf', { part: local(titles.part(one.part)) }),
          to: one.evidence.length === 0 ? say('noEvidence') : one.evidence.join('、'),
        };
    }
  };
}

/** A blind rater stands under role and number; of another one the role says enough. */
export function numberOf(rater: string): string {
  return /#(\d+)$/.exec(rater)?.[1] ?? '';
}

export function factWords(value: boolean | string | number, say: (key: 'yes' | 'no') => string): string {
  return typeof value === 'boolean' ? say(value ? 'yes' : 'no') : String(value);
}
