import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Decided } from '../../api/contests.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { contestTexts } from './texts.js';

/** What was decided just now, and what becomes of it. */
export function DecidedNotice({ decided }: { readonly decided: Decided }): ReactNode {
  const say = useTexts(contestTexts);
  const grade = useGradeWords();
  const { outcome, spared, status, grade: code } = decided;
  const final = { status: status as Parameters<typeof grade>[0]['status'], grade: code };
  return (
    <section className="sheet stack" role="status">
      <h2>{say('decided', { outcome: say(`outcome.${outcome}`) })}</h2>
      {outcome !== 'sent_back' && <p>{say('gradeIs', { grade: grade(final) })}</p>}
      {spared && <p>{say('spared')}</p>}
      <p>{say(outcome === 'sent_back' ? 'nextSentBack' : 'nextDelivered')}</p>
      <Link to="/contests">{say('toList')}</Link>
    </section>
  );
}
