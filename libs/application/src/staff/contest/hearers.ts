import { Refusal, type ContestStage, type PartTaken, type Rulebook } from '@kaoji/domain';
import { ROLES, type Account, type Role } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { forbidden, hasRole } from '../access/permissions.js';
import { hearingRule } from './contest-rules.js';
import type { FoundContest } from './find-contest.js';
import { partOf, partsOnRecord } from './part-taken.js';

export type Hearers = {
  readonly may: readonly Account[];
  readonly excluded: readonly { readonly account: string; readonly why: readonly PartTaken[] }[];
};

/** Whom the rulebook names for a level of this contest: those without a part in it, and the others with the reason. */
export async function hearersOf(
  stores: Stores,
  rulebook: Rulebook,
  found: FoundContest,
  level: ContestStage,
): Promise<Hearers> {
  const rule = hearingRule(rulebook, level);
  if (rule === null) return { may: [], excluded: [] };
  const { cycle, appraisal } = found;
  const unitId = rule.by.scope === 'area' ? null : appraisal.unitId;
  return withoutPart(stores, found, await holders(stores, rule.by.role, cycle.areaId, unitId));
}

/** Whom a late hearing goes to beside those who are late: the superiors, those without a part in it. */
export async function superiorsOf(
  stores: Stores,
  { process }: Rulebook,
  found: FoundContest,
): Promise<Hearers> {
  const { areaId } = found.cycle;
  const roles = new Set([process.deliberation.escalateTo, 'superior']);
  const accounts = new Map<string, Account>();
  for (const role of roles) {
    for (const one of await holders(stores, role, areaId, found.appraisal.unitId)) accounts.set(one.id, one);
  }
  return withoutPart(stores, found, [...accounts.values()]);
}

/**
 * Refuses `FORBIDDEN` unless this person is named for the level that is heard now, or it was given to them as
 * superior; `TOOK_PART_BEFORE` when the records show a part of theirs in the result, whoever named them.
 */
export async function demandHearer(
  stores: Stores,
  rulebook: Rulebook,
  found: FoundContest,
  actor: Actor,
): Promise<void> {
  const { state, cycle, appraisal } = found;
  const rule = hearingRule(rulebook, state.stage);
  const unitId = appraisal.unitId;
  const named =
    rule !== null &&
    actor.grants.some(
      (grant) =>
        grant.role === rule.by.role &&
        grant.areaId === cycle.areaId &&
        (grant.unitId === null || (rule.by.scope === 'unit' && grant.unitId === unitId)),
    );
  if (!named && !state.reviewers.includes(actor.accountId)) throw forbidden();
  const why = partOf({ id: actor.accountId, personId: actor.personId }, await partsOnRecord(stores, found));
  if (why.length > 0) {
    throw new Refusal('TOOK_PART_BEFORE', 'Whoever had a part in a result does not hear its contest.', {
      why,
    });
  }
}

/** Refuses `FORBIDDEN` unless this person decides lists of the unit; `TOOK_PART_BEFORE` for one's own, a relative's, or what one has sent back oneself. */
export async function demandDeciderAgain(
  stores: Stores,
  { process }: Rulebook,
  found: FoundContest,
  actor: Actor,
): Promise<void> {
  const { cycle, appraisal } = found;
  const { decidedBy, escalateTo } = process.deliberation;
  const scope = { areaId: cycle.areaId, unitId: appraisal.unitId };
  if (![decidedBy, escalateTo].some((role) => hasRole(actor, role, scope))) throw forbidden();
  const parts = partOf({ id: actor.accountId, personId: actor.personId }, await partsOnRecord(stores, found));
  const why = parts.filter(
    (part) => part === 'own_case' || part === 'relative' || part === 'reviewed_before',
  );
  if (why.length > 0) {
    throw new Refusal('TOOK_PART_BEFORE', 'This is decided again by somebody else.', { why });
  }
}

async function withoutPart(
  stores: Stores,
  found: FoundContest,
  accounts: readonly Account[],
): Promise<Hearers> {
  const parts = await partsOnRecord(stores, found);
  const judged = accounts.map((account) => ({ account, why: partOf(account, parts) }));
  return {
    may: judged.filter(({ why }) => why.length === 0).map(({ account }) => account),
    excluded: judged
      .filter(({ why }) => why.length > 0)
      .map(({ account, why }) => ({ account: account.id, why })),
  };
}

async function holders(
  stores: Stores,
  role: string,
  areaId: string,
  unitId: string | null,
): Promise<readonly Account[]> {
  if (!isRole(role)) return [];
  return stores.accounts.holdersOf(role, areaId, unitId);
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
