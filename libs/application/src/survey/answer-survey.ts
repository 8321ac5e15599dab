import { createHash } from 'node:crypto';
import type { BallotProblem, GivenBallot } from '@kaoji/domain';
import { checkBallot, civilDateOf, encodeBallot } from '@kaoji/domain';
import type { Instant } from '../ports/records.js';
import type { Turned } from './admission.js';
import { whileOpen } from './admission.js';
import { hourBucket, paceBucket } from './pace.js';
import type { GenuineLink, Shown } from './show-questionnaire.js';
import { showQuestionnaire } from './show-questionnaire.js';
import type { SurveyDeps } from './survey-deps.js';

export type AnswerOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'invalid'; readonly shown: Shown; readonly problems: readonly BallotProblem[] }
  | Turned;

/**
 * Takes one answer for one link. It is sealed to the campaign's box before it goes anywhere; stored are the
 * hash of the link, the campaign, the ciphertext and the civil day in China: no address, no device, no time.
 * Whether the link was spent is decided by the insert itself, so of any number of simultaneous answers exactly
 * one is accepted and the others find it used. `shownAt`: when the page was shown, as it says itself; counted
 * in buckets that belong to nobody. What the intake refuses (SURVEY_BUSY) is thrown on.
 */
export async function answerSurvey(
  deps: SurveyDeps,
  link: GenuineLink,
  given: GivenBallot,
  shownAt: Instant | null = null,
): Promise<AnswerOutcome> {
  const { campaignId, linkHash, expiresAt } = link;
  const campaign = await deps.reads.campaign(campaignId);
  const now = deps.clock.now();
  if (campaign === null || whileOpen({ now, expiresAt, campaign }) !== null) {
    return turnedFrom(await showQuestionnaire(deps, link));
  }
  const sheet = deps.sheets.read(campaign);
  const checked = checkBallot(sheet.questionnaire, sheet.appraisalIds, given);
  if (!checked.ok) {
    const shown = await showQuestionnaire(deps, link);
    return shown.kind === 'form' ? { kind: 'invalid', shown, problems: checked.problems } : shown;
  }

  const ballot = encodeBallot(checked.ballot, sheet.ballotBytes);
  const sealed = await deps.sealer.seal(sheet.publicKey, campaignId, ballot);
  const digest = createHash('sha256').update(sealed, 'base64url').digest('hex');
  const day = civilDateOf(now, 'Asia/Shanghai');
  const put = await deps.intake.put({ linkHash, campaignId, sealed, digest, day });
  switch (put) {
    case 'accepted':
      deps.intake.pace({ campaignId, day, bucket: hourBucket(now) });
      deps.intake.pace({ campaignId, day, bucket: paceBucket(shownAt, now) });
      return { kind: 'accepted' };
    case 'already':
      return { kind: 'used' };
    case 'revoked':
    case 'closed':
    case 'unknown':
      return { kind: put };
  }
}

/** A campaign that opened between two looks at the clock: asking again will do. */
function turnedFrom(looked: Shown | Turned): Turned {
  return looked.kind === 'form' ? { kind: 'not_open', opensAt: null } : looked;
}
