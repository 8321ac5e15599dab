import type { Answer, Answers } from '../survey/ballot/ballot.js';
import type { CountedBallot } from '../survey/count/tally-ballots.js';
import type { Question, Questionnaire } from '../survey/questionnaire/questionnaire.js';
import { diceOf, type Dice } from './dice.js';

/** An answer the question takes; on a scale mostly the better ones. */
function answerTo(dice: Dice, question: Question): Answer {
  if (question.kind === 'scale') {
    const size = question.labels.length;
    return Math.max(1, size - dice.below(dice.chance(80) ? 2 : size));
  }
  const ids = question.options.map(({ id }) => id);
  if (question.kind === 'single') return ids[dice.below(ids.length)] ?? '';
  const first = dice.below(ids.length);
  const most = Math.min(question.atMost ?? ids.length, ids.length - first);
  return ids.slice(first, first + 1 + dice.below(most));
}

function answersTo(dice: Dice, questions: readonly Question[]): Answers {
  const answered = questions.filter(({ required }) => required || !dice.chance(5));
  return Object.fromEntries(answered.map((question) => [question.id, answerTo(dice, question)]));
}

/**
 * `count` ballots that follow from a seed: two thirds of the people are rated by each, one in eight comments,
 * seven in ten come from ordinary residents, one in ten is filled in by staff. All of them are valid.
 */
export function seededBallots(
  seed: number,
  questionnaire: Questionnaire,
  appraisalIds: readonly string[],
  count: number,
): readonly CountedBallot[] {
  const dice = diceOf(seed);
  return Array.from({ length: count }, (_, at): CountedBallot => {
    const community = answersTo(dice, questionnaire.community);
    const rated = appraisalIds.filter(() => dice.chance(67));
    const people = rated.map((id) => [id, answersTo(dice, questionnaire.appraisee)] as const);
    const comment =
      questionnaire.comment !== undefined && dice.chance(12) ? { comment: `演示意见${at}` } : {};
    return {
      ballot: { community, people: Object.fromEntries(people), ...comment },
      stratum: dice.chance(70) ? 'ordinary' : dice.pick(['representative', 'service_object']),
      assisted: dice.chance(10),
    };
  });
}
