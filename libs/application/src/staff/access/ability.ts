import { createMongoAbility, type MongoAbility, type MongoQuery } from '@casl/ability';
import {
  abilityRulesOf,
  type AbilityRule,
  type Grant,
  type Permission,
  type Place,
} from '@kaoji/domain/rights';

/** What somebody may do where: `can(permission, place)`, or `can(permission, 'place')` for anywhere. */
export type Ability = MongoAbility<[Permission, 'place' | Place], MongoQuery>;

/** A page asks for each of its rows: the ability of one reading of an account is made once. */
const made = new WeakMap<readonly Grant[], Ability>();

/** The ability these grants give. */
export function abilityOf(grants: readonly Grant[]): Ability {
  const known = made.get(grants);
  if (known !== undefined) return known;
  const rules = [...abilityRulesOf(grants)] as (AbilityRule & { conditions?: MongoQuery })[];
  const ability = createMongoAbility<Ability>(rules, { detectSubjectType: () => 'place' });
  made.set(grants, ability);
  return ability;
}
