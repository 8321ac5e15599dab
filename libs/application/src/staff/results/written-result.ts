import type { LocalText, PersonEvaluation, ResultStatus, Rulebook } from '@kaoji/domain';
import type { DeliveryRow } from '../../ports/contests.js';
import type { Appraisal, Instant } from '../../ports/records.js';

/** The written result as its person gets it: what, why, by which clause, and how to contest it until when. */
export type WrittenNotice = {
  readonly result: { readonly code: string; readonly title: LocalText };
  readonly score: string | null;
  readonly rule: string | null;
  readonly clause: string | null;
  readonly why: LocalText;
  readonly contest: {
    readonly until: Instant | null; // null: not delivered yet
    readonly workingDays: number;
    readonly reviewWorkingDays: number | null;
    readonly appealWorkingDays: number | null;
    readonly how: LocalText;
  };
  readonly delivery: Pick<
    DeliveryRow,
    'document' | 'way' | 'deliveredBy' | 'witnesses' | 'reference' | 'deliveredAt'
  > | null;
};

const STATUS_TITLES: Readonly<Record<Exclude<ResultStatus, 'graded'>, LocalText>> = {
  comment_only: { zh: '只写评语，不确定档次', en: 'comment only, no grade' },
  ungraded: { zh: '不确定档次', en: 'no grade' },
  held: { zh: '暂缓确定档次', en: 'held' },
  undecided: { zh: '尚未确定', en: 'undecided' },
};

/** Makes the written result of somebody whose list is approved; the same at every reading. */
export function writtenNotice(
  { process, grades }: Rulebook,
  { final, composite }: PersonEvaluation,
  { contestUntil }: Pick<Appraisal, 'contestUntil'>,
  delivery: DeliveryRow | null,
): WrittenNotice {
  const code = final.grade ?? final.status;
  const { results, workingDays, othersWorkingDays, review, appeal } = process.contest;
  const days = results.includes(code) ? workingDays : othersWorkingDays;
  return {
    result: {
      code,
      title: grades.find((grade) => grade.code === final.grade)?.title ?? statusTitle(final.status),
    },
    ...{ score: composite, rule: final.rule, clause: final.clause, why: final.why },
    contest: {
      ...{ until: contestUntil, workingDays: days },
      reviewWorkingDays: review?.workingDays ?? null,
      appealWorkingDays: appeal?.fileWithinWorkingDays ?? null,
      how: howToContest(days, appeal?.fileWithinWorkingDays ?? null),
    },
    delivery: delivery === null ? null : shown(delivery),
  };
}

function statusTitle(status: ResultStatus): LocalText {
  return status === 'graded' ? { zh: '已确定档次', en: 'graded' } : STATUS_TITLES[status];
}

function howToContest(days: number, appealDays: number | null): LocalText {
  if (days === 0) {
    return {
      zh: '规则手册未规定此结果的复核期限。',
      en: 'The rulebook gives this result no time to contest.',
    };
  }
  const appeal =
    appealDays === null
      ? { zh: '', en: '' }
      : {
          zh: `对复核决定不服的，可以自收到复核决定之日起 ${appealDays} 个工作日内申诉。`,
          en: ` Whoever disagrees with the review may appeal within ${appealDays} working days of receiving it.`,
        };
  return {
    zh: `对结果有异议的，可以自收到之日起 ${days} 个工作日内申请复核；复核由未参与原考核的人员办理，不会因申请而加重。${appeal.zh}`,
    en: `Whoever disagrees may ask for a review within ${days} working days of receiving the result; somebody without a part in it decides, and the result never gets worse by asking.${appeal.en}`,
  };
}

function shown(row: DeliveryRow): NonNullable<WrittenNotice['delivery']> {
  const { document, way, deliveredBy, witnesses, reference, deliveredAt } = row;
  return { document, way, deliveredBy, witnesses, reference, deliveredAt };
}
