import { Button } from 'antd';
import type { Correction as DomainCorrection, Rulebook } from '@kaoji/domain';
import type { ReactNode } from 'react';
import type { Correction } from '../../api/contests.js';
import { useTexts } from '../../i18n/use-texts.js';
import { correctionTexts } from './correction-texts.js';
import { useCorrectionWords } from './correction-words.js';

type Asked = {
  readonly corrections: readonly Correction[] | readonly DomainCorrection[];
  readonly rules: Rulebook | undefined;
  readonly onRemove?: (at: number) => void;
};

/** Corrections in words: what is wrong, what it should have been, why. */
export function CorrectionList({ corrections, rules, onRemove }: Asked): ReactNode {
  const say = useTexts(correctionTexts);
  const words = useCorrectionWords(rules);
  if (corrections.length === 0) return null;
  return (
    <ul className="plain" aria-label={say('corrections')}>
      {corrections.map((one, at) => {
        const { what, to } = words(one as Correction);
        return (
          <li key={at}>
            <div className="task-row">
              <div className="row spread">
                <span className="wrap-anywhere">
                  <strong>{what}</strong> → {to}
                </span>
                {onRemove !== undefined && (
                  <Button size="small" aria-label={say('removeOne', { what })} onClick={() => onRemove(at)}>
                    {say('remove')}
                  </Button>
                )}
              </div>
              <p className="quiet contest-words">{one.reason}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
