import { Refusal, canonicalJson, lintRulebook, type Finding } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { forbidden, holdsSomewhere } from '../access/permissions.js';

export type AdoptRulebookDeps = { readonly transactions: Transactions; readonly clock: Clock };
export type Adopted = {
  readonly hash: string;
  readonly id: string;
  readonly version: string;
  readonly findings: readonly Finding[];
};

/**
 * Adopts a rulebook as it is, for good; the same one again changes nothing. Refuses `RULEBOOK_FINDINGS`
 * (`details.findings`, each with line and clause) unless lint has nothing to say, and `RULEBOOK_EDITED`
 * when this id and version was adopted with other rules: a changed rulebook needs a new version.
 */
export async function adoptRulebook(deps: AdoptRulebookDeps, actor: Actor, source: string): Promise<Adopted> {
  if (!holdsSomewhere(actor, 'rulebook.adopt')) throw forbidden();
  const { findings, rulebook, hash } = lintRulebook(source);
  if (findings.length > 0 || rulebook === null || hash === null) {
    const count = findings.length === 1 ? 'one finding' : `${findings.length} findings`;
    throw new Refusal('RULEBOOK_FINDINGS', `The rulebook was not adopted: ${count}.`, { findings });
  }
  const { id, version } = rulebook;
  return deps.transactions.run(async (stores) => {
    const same = (await stores.rulebooks.list()).find(
      (adopted) => adopted.rulebookId === id && adopted.rulebookVersion === version,
    );
    if (same !== undefined && same.hash !== hash) {
      throw new Refusal(
        'RULEBOOK_EDITED',
        `${id} ${version} was adopted with other rules. Give the changed rulebook a new version.`,
        { adopted: same.hash, offered: hash },
      );
    }
    await stores.rulebooks.adopt({
      hash,
      rulebookId: id,
      rulebookVersion: version,
      source,
      body: canonicalJson(rulebook),
      adoptedBy: actor.accountId,
      adoptedAt: deps.clock.now(),
    });
    return { hash, id, version, findings };
  });
}
