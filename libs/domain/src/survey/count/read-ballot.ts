import type { Answer, Answers, Ballot } from '../ballot/ballot.js';
import { cleanComment } from '../ballot/clean-comment.js';
import type { CountPlan, QuestionPlan } from './ballot-plan.js';
import type { InvalidReason } from './campaign-count.js';

/** What one ballot would add to the count; used anew for every ballot, so that 100,000 cost no memory. */
export type BallotMarks = {
  /** Places of counters to be raised by one; only the first `count` are of this ballot. */
  readonly places: number[];
  count: number;
  comment: string;
  scales: number; // scale answers given
  straight: boolean; // all of them the same
  scaleValue: number;
};

export function emptyMarks(): BallotMarks {
  return { places: [], count: 0, comment: '', scales: 0, straight: true, scaleValue: 0 };
}

function mark(marks: BallotMarks, place: number): void {
  marks.places[marks.count] = place;
  marks.count += 1;
}

function readScale(marks: BallotMarks, { values }: QuestionPlan, answer: unknown, from: number): boolean {
  if (typeof answer !== 'number' || !Number.isInteger(answer)) return false;
  if (answer < 1 || answer > values.length) return false;
  if (marks.scales > 0 && answer !== marks.scaleValue) marks.straight = false;
  marks.scales += 1;
  marks.scaleValue = answer;
  mark(marks, from + answer - 1);
  return true;
}

function readChoice(marks: BallotMarks, { places }: QuestionPlan, answer: unknown, from: number): boolean {
  const place = places.get(answer);
  if (place === undefined) return false;
  mark(marks, from + place);
  return true;
}

/** Marks the cells of an answer; false exactly where `isAnswerTo` says it is none. */
function readAnswer(marks: BallotMarks, plan: QuestionPlan, answer: Answer, from: number): boolean {
  if (plan.question.kind === 'scale') {
    if (!readScale(marks, plan, answer, from)) return false;
  } else if (plan.question.kind === 'single') {
    if (!readChoice(marks, plan, answer, from)) return false;
  } else {
    if (!Array.isArray(answer) || answer.length === 0 || answer.length > plan.most) return false;
    if (new Set(answer).size !== answer.length) return false;
    if (!answer.every((choice) => readChoice(marks, plan, choice, from))) return false;
  }
  mark(marks, from + plan.values.length);
  return true;
}

function readBlock(
  marks: BallotMarks,
  questions: readonly QuestionPlan[],
  answers: Answers,
  { from, bound }: { readonly from: number; readonly bound: boolean },
): InvalidReason | null {
  let missing = false;
  const before = marks.count;
  for (const plan of questions) {
    const answer = answers[plan.question.id];
    if (answer === undefined) missing ||= plan.question.required;
    else if (!readAnswer(marks, plan, answer, from + plan.first)) return 'not_offered';
  }
  // Of somebody not rated at all nothing is required.
  return missing && (bound || marks.count > before) ? 'required_missing' : null;
}

/**
 * Reads a ballot into `marks`, or says why it is invalid. Answers to questions that are not asked and about
 * people who have left since count for nothing and spoil nothing. `rating` is the place of the ballot's kind
 * (stratum, assisted) among a person's ratings. Never throws.
 */
export function readBallot(
  plan: CountPlan,
  ballot: Ballot,
  rating: number,
  marks: BallotMarks,
): InvalidReason | null {
  marks.count = 0;
  marks.scales = 0;
  marks.straight = true;
  const community = readBlock(marks, plan.community, ballot.community, { from: 0, bound: true });
  if (community !== null) return community;
  for (const appraisalId of Object.keys(ballot.people)) {
    const person = plan.personOf.get(appraisalId);
    const answers = ballot.people[appraisalId];
    if (person === undefined || answers === undefined) continue;
    const fault = readBlock(marks, plan.appraisee, answers, { from: person, bound: false });
    if (fault !== null) return fault;
    const rated = answers[plan.satisfaction];
    if (rated !== undefined) {
      mark(marks, person + plan.rating + rating + Number(Number(rated) >= plan.satisfiedFrom));
    }
  }
  const { commentMax } = plan;
  const { comment } = ballot;
  marks.comment = commentMax === null || comment === undefined ? '' : cleanComment(comment);
  if (marks.comment.length > (commentMax ?? 0)) return 'not_offered';
  return marks.count === 0 && marks.comment === '' ? 'blank' : null;
}
