import type { ApprovalPlan } from '../approval/approval-plan.js';
import type { ApprovalAct } from '../approval/approval-act.js';

type Counted = ApprovalAct & { readonly counts: boolean; readonly void?: boolean };

/**
 * Whether an approved list had the approvals it needs, said from the plan and the counted acts alone: it knows no seats and no
 * order, so it is no second copy of the algebra. Steps of equal weights only.
 */
export function oracleAllows({ plan, acts }: { plan: ApprovalPlan; acts: readonly Counted[] }): boolean {
  const aside = new Set(
    acts.flatMap(({ verb, by, to, void: gone }) =>
      verb === 'recuse' ? [by] : verb === 'grant_recusal' && gone !== true ? [to?.[0] ?? ''] : [],
    ),
  );
  return plan.steps.every((step) => {
    const out = new Set([...aside, plan.starter, ...step.recused.map(({ account }) => account)]);
    const said = acts.filter(({ step: of, counts }) => of === step.id && counts);
    const by = (...verbs: readonly string[]) => said.filter(({ verb }) => verbs.includes(verb));
    const approvals = by('approve');
    const people = new Set(approvals.map((act) => act.by));
    if (people.size !== approvals.length || [...people].some((person) => out.has(person))) return false;
    const successors = new Map(
      acts
        .filter(({ verb, void: gone }) => verb === 'hand_over' && gone !== true)
        .map(({ to }) => [to?.[0], to?.[1]]),
    );
    const somebody = step.seats.some(({ holder }) => !out.has(holder) || successors.has(holder));
    const seats = step.seats.length;
    if (step.many.mode === 'one') return people.size >= 1;
    if (!somebody) return people.size >= 1; // the superiors sat down instead
    if (step.many.mode !== 'vote') return people.size >= seats && by('reject', 'return').length === 0;
    const acted = by('approve', 'reject', 'abstain', 'return').length;
    return 3 * acted >= 2 * seats && 2 * people.size > acted;
  });
}
