import type { ReactNode } from 'react';
import type { SurveyCount } from '../../api/ballot-boxes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { countTexts } from './count-texts.js';

type Asked = { readonly comments: SurveyCount['count']['comments']; readonly k: number };

/** What residents wrote, once enough did that nobody is guessed at. */
export function CountComments({ comments: { given, texts }, k }: Asked): ReactNode {
  const say = useTexts(countTexts);
  return (
    <section className="sheet stack" aria-labelledby="count-comments">
      <h2 id="count-comments">{say('comments')}</h2>
      {given === null && <p className="quiet">{say('commentsFew', { k })}</p>}
      {given === 0 && <p className="quiet">{say('noComments')}</p>}
      {texts.length > 0 && (
        <>
          <p className="quiet">{say('commentsOrder')}</p>
          <ul>
            {texts.map((text, at) => (
              <li key={`${at} ${text}`} className="wrap-anywhere">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
