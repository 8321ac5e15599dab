import type { LedgerLine } from './ledger-line.js';

/** What a ledger line speaks about. */
export const ENTITLEMENTS = [
  'pay_step',
  'performance_pay',
  'counted_years',
  'eligibility',
  'improvement_plan',
  'talk',
  'post',
  'contract',
  'referral',
  'other',
] as const;
export type Entitlement = (typeof ENTITLEMENTS)[number];

const BY_EFFECT: Readonly<Record<string, Entitlement>> = {
  raise_salary_step: 'pay_step',
  no_salary_step: 'pay_step',
  performance_pay_full: 'performance_pay',
  reduce_performance_pay: 'performance_pay',
  year_counts: 'counted_years',
  year_not_counted: 'counted_years',
  promotion_preference: 'eligibility',
  performance_pay_preference: 'eligibility',
  no_promotion_next_year: 'eligibility',
  recommend_for_award: 'eligibility',
  written_review: 'improvement_plan',
  improvement_plan: 'improvement_plan',
  reminder_talk: 'talk',
  admonition: 'talk',
  lower_post: 'post',
  adjust_post: 'post',
  organizational_adjustment: 'post',
  may_terminate_contract: 'contract',
  may_terminate_appointment: 'contract',
  not_renew_contract: 'contract',
  may_renew_contract: 'contract',
};

/** Reads it off the effect's code; a code nobody knows is kept as `other`, never dropped. */
export function entitlementOf({ effect, params }: Pick<LedgerLine, 'effect' | 'params'>): Entitlement {
  if (params['referredTo'] !== undefined || /^refer/.test(effect)) return 'referral';
  return BY_EFFECT[effect] ?? 'other';
}
