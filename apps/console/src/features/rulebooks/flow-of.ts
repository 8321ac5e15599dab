import { deliberationSteps } from '@kaoji/domain/rulebook';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { graphTexts } from './graph-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';

/** One stop of a year: what happens, who acts, how long, and to which earlier stops it may go back. */
export type Stop = {
  readonly id: string;
  readonly title: string;
  readonly who: string;
  readonly days: string;
  readonly backTo: readonly string[];
};

/** How a year runs by the rulebook, stop by stop. */
export function useFlow(): readonly Stop[] {
  const say = useTexts(graphTexts);
  const sayPart = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, role, named, list } = useReading();
  const { consultation, collection, notice, signature, contest } = rulebook.process;
  const days = (count: number): string => say('days', { count });
  const stop = (id: string, title: string, who: string, lasts: string): Stop => ({
    ...{ id, title, who, backTo: [] },
    days: lasts,
  });
  const marking = new Set(
    rulebook.dimensions.flatMap(({ sheets }) =>
      sheets.flatMap(({ parts }) =>
        parts.flatMap(({ source }) => (source.kind === 'marks' ? source.raters.map((one) => one.role) : [])),
      ),
    ),
  );
  return [
    stop(consultation.id, say('consultation'), say('staff'), ''),
    stop(
      'collection',
      sayPart('collection'),
      list([...[...marking].map(role), say('residents')]),
      days(collection.workingDays),
    ),
    ...deliberationSteps(rulebook).map((step) => ({
      id: step.id,
      title: local(step.title),
      who: 'role' in step.who ? role(step.who.role) : list(step.who.named),
      days: say('remindedAfter', { count: step.remindAfterWorkingDays }),
      backTo: step.returnTo,
    })),
    stop(
      notice.id,
      sayPart('notice'),
      say('shown', { grades: list(notice.grades.map(named)) }),
      days(notice.workingDays),
    ),
    stop(signature.id, sayPart('signature'), say('appraisee'), days(signature.workingDays)),
    stop(contest.id, say('mayContest'), say('appraisee'), days(contest.workingDays)),
    ...(contest.review === undefined
      ? []
      : [stop('review', say('review'), role(contest.review.by.role), days(contest.review.workingDays))]),
    ...(contest.appeal === undefined
      ? []
      : [stop('appeal', say('appeal'), role(contest.appeal.by.role), days(contest.appeal.workingDays))]),
  ];
}
