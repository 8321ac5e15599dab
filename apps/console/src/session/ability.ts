import { createMongoAbility, type MongoAbility, type MongoQuery } from '@casl/ability';
import { abilityRulesOf, type AbilityRule, type Permission, type Place } from '@kaoji/domain/rights';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { meQuery, type Account } from '../api/accounts.js';

/** What somebody may do where: `can(permission, place)`, or `can(permission, 'place')` for anywhere. */
export type Ability = MongoAbility<[Permission, 'place' | Place], MongoQuery>;

/** By the very rules the service asks; whether the law and the stage let it, the service says. */
export function abilityOf({ grants }: Pick<Account, 'grants'>): Ability {
  const rules = [...abilityRulesOf(grants)] as (AbilityRule & { conditions?: MongoQuery })[];
  return createMongoAbility<Ability>(rules, { detectSubjectType: () => 'place' });
}

/** What whoever is signed in may do: a button that would be refused is absent, or says why. */
export function useAbility(): Ability {
  const { data: account } = useSuspenseQuery(meQuery);
  return useMemo(() => abilityOf(account), [account]);
}
