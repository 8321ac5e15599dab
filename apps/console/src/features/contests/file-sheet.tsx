import type { ReactNode } from 'react';
import type { ContestFile } from '../../api/contests.js';
import { useInstants } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/language.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { derivationOf } from '../../parts/derivation-lines.js';
import { DerivationTree } from '../../parts/derivation-tree.js';
import { useGradeWords } from '../../parts/grades.js';
import { contestTexts } from './texts.js';

/** What the contested result is, what the person reported, and how the result came about. */
export function FileSheet({
  file: { evaluation, rendered, dutyReport },
}: {
  readonly file: ContestFile;
}): ReactNode {
  const say = useTexts(contestTexts);
  const local = useLocalText();
  const language = useLanguage();
  const grade = useGradeWords();
  const { minute } = useInstants();
  const { final, composite } = evaluation;
  const root = derivationOf(rendered[language]);
  return (
    <section className="sheet stack" aria-labelledby="contest-file">
      <h2 id="contest-file">{say('file')}</h2>
      <p className="quiet">{say('fileHint')}</p>
      <dl className="facts">
        <dt>{say('result')}</dt>
        <dd>
          <strong>{grade(final)}</strong>
        </dd>
        <dt>{say('composite')}</dt>
        <dd>{composite ?? '—'}</dd>
        <dt>{say('why')}</dt>
        <dd>
          <div>{local(final.why)}</div>
          {final.clause !== null && <Clause clause={final.clause} />}
        </dd>
      </dl>
      <details className="contest-fold">
        <summary>{say('dutyReport')}</summary>
        {dutyReport === null ? (
          <p className="quiet">{say('noDutyReport')}</p>
        ) : (
          <>
            <p className="quiet">{say('submitted', { at: minute(dutyReport.submittedAt) })}</p>
            <p className="contest-words">{dutyReport.text}</p>
          </>
        )}
      </details>
      {root !== null && (
        <details className="contest-fold">
          <summary>{say('derivation')}</summary>
          <DerivationTree root={root} />
        </details>
      )}
    </section>
  );
}
