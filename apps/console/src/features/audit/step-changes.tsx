import { codeWords, type StoryStep } from '@kaoji/domain/story';
import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { playerTexts } from './player-texts.js';

/** What is another one since this step, before and after, with the clause it rests on. */
export function StepChanges({ changed }: Pick<StoryStep, 'changed'>): ReactNode {
  const say = useTexts(playerTexts);
  const local = useLocalText();
  const value = (text: string | null): string => (text === null ? '—' : local(codeWords(text)));
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('changes')}>
      <table className="table">
        <caption className="audit-caption">{say('changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col" className="number">
              {say('before')}
            </th>
            <th scope="col" className="number">
              {say('after')}
            </th>
            <th scope="col">{say('clause')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ what, before, after, clause }) => (
            <tr key={what.en}>
              <th scope="row">{local(what)}</th>
              <td className="number">{value(before)}</td>
              <td className="number">
                <strong>{value(after)}</strong>
              </td>
              <td>{clause ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
