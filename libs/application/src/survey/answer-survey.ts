import { civilDateOf } from '@kaoji/domain';
import type { Turned } from './admission.js';
import type { AnswerProblem, GivenAnswers } from './answers.js';
import { checkAnswers } from './answers.js';
import type { Questionnaire } from './questionnaire.js';
import { questionnaireOf, readLink } from './questionnaire.js';
import { sealAnswer } from './sealed-answer.js';
import type { SurveyDeps } from './survey-deps.js';

export type AnswerOutcome =
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'invalid';
      readonly questionnaire: Questionnaire;
      readonly problems: readonly AnswerProblem[];
    }
  | Turned;

/**
 * Takes one answer for one link. Stored are the hash of the link, the campaign, the answer and the civil day
 * in China: no address, no device, no time. Whether the link was spent before is decided by the insert
 * itself, so of any number of simultaneous answers exactly one is accepted and the others find it used.
 */
export async function answerSurvey(
  deps: SurveyDeps,
  token: string,
  given: GivenAnswers,
): Promise<AnswerOutcome> {
  return deps.transactions.run(async (stores) => {
    const link = await readLink(deps, stores, token);
    if (link.kind !== 'admitted') return link;
    const questionnaire = await questionnaireOf(deps, stores, link.campaign);
    const checked = checkAnswers(
      given,
      questionnaire.people.map((person) => person.appraisalId),
    );
    if (!checked.ok) return { kind: 'invalid', questionnaire, problems: checked.problems };
    const put = await stores.surveys.putEnvelope({
      linkHash: link.linkHash,
      campaignId: link.campaign.id,
      payload: sealAnswer(checked.answers),
      day: civilDateOf(deps.clock.now(), 'Asia/Shanghai'),
    });
    return put === 'accepted' ? { kind: 'accepted' } : { kind: 'used' };
  });
}

/** Whether a genuine link has been answered; false for a forged one. */
export async function isAnswered(deps: SurveyDeps, token: string): Promise<boolean> {
  const verified = deps.links.verify(token);
  if (!verified.ok) return false;
  return deps.transactions.read((stores) => stores.surveys.answered(verified.linkHash));
}
