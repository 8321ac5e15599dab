import type { Stratum } from '../../ports/survey-records.js';
import type { LinkDeps } from '../../survey/survey-deps.js';
import type { Actor } from '../access/actor.js';
import { giveOutLinks } from '../survey/run-survey.js';

/**
 * One link for one household visit: staff fill in what the resident says, and the answer is counted as assisted,
 * within the rulebook's share. Refuses as `giveOutLinks` does.
 */
export async function assistedLink(
  deps: LinkDeps & { readonly surveyOrigin: string },
  actor: Actor,
  input: { readonly campaignId: string; readonly stratum: Stratum; readonly key: string },
): Promise<{ readonly link: string }> {
  const { links } = await giveOutLinks(deps, actor, { ...input, count: 1, channel: 'assisted' });
  return { link: links[0] ?? '' };
}
