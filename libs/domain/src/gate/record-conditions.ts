import { civilDateAt, dayNumberOf, type CivilDate } from '../calendar/civil-date.js';
import type { LocalText } from '../rulebook/schema/text.js';
import type { GateCase, GateDocument } from './gate-case.js';

const NOTICE_DAYS = 30;

/** Why a document that is there does not do, or null when it does. */
type Condition = (document: GateDocument, known: GateCase) => LocalText | null;

const say = (zh: string, en: string): LocalText => ({ zh, en });
const later = (date: CivilDate, days: number): CivilDate => civilDateAt(dayNumberOf(date) + days);

/** The year's own failure, once its result was delivered; the decision rests on it. */
export function failureOfYear({ failures, year }: GateCase): CivilDate | null {
  return failures.find((failure) => failure.year === year)?.provenOn ?? null;
}

/** Failures of earlier years. */
export function earlierFailures({ failures, year }: GateCase): readonly CivilDate[] {
  return failures.filter((failure) => failure.year < year).map(({ provenOn }) => provenOn);
}

const trained: Condition = ({ issuedOn }, known) => {
  const second = failureOfYear(known);
  const between =
    second !== null &&
    issuedOn <= second &&
    earlierFailures(known).some((first) => first < issuedOn && first < second);
  return between
    ? null
    : say(
        '培训或者调岗须在第一次不合格之后、第二次不合格之前',
        'training or re-posting must lie after the first failure and before the second',
      );
};

const stillIncompetent: Condition = ({ issuedOn }, known) =>
  known.documents.some(
    (document) =>
      document.record === 'training_or_post_change_done' &&
      trained(document, known) === null &&
      document.issuedOn < issuedOn,
  )
    ? null
    : say('证据须形成于培训或者调岗之后', 'the evidence must come after the training or the change of post');

const afterDelivery: Condition = ({ issuedOn }, { deliveredOn }) =>
  deliveredOn !== null && issuedOn >= deliveredOn
    ? null
    : say('须在本年度结果告知本人之后办理', "must come after this year's result was delivered");

const noticed: Condition = (document, known) => {
  const early = afterDelivery(document, known);
  if (early !== null) return early;
  const ends = later(document.issuedOn, NOTICE_DAYS);
  return ends <= known.today
    ? null
    : say(`通知满三十日（${ends}）后方可决定`, `only once the thirty days have passed, on ${ends}`);
};

const noticedOrPaid: Condition = (document, known) =>
  document.form === 'month_pay' ? afterDelivery(document, known) : noticed(document, known);

const CONDITIONS: Readonly<Record<string, Condition>> = {
  training_or_post_change_done: trained,
  still_incompetent_after: stillIncompetent,
  not_protected_by_article_42: afterDelivery,
  union_told: afterDelivery,
  notice_or_month_pay: noticedOrPaid,
  thirty_days_notice: noticed,
};

/** Why this document does not meet its record, or null. A document of the future never does. */
export function faultOfDocument(document: GateDocument, known: GateCase): LocalText | null {
  if (document.issuedOn > known.today) return say('日期尚未到来', 'its date lies in the future');
  return CONDITIONS[document.record]?.(document, known) ?? null;
}
