import type { StepRule } from '../approval/approval-plan.js';
import type { DeliberationStepRule } from './schema/deliberation-step.js';
import type { Rulebook } from './schema/rulebook.js';

/** Whose seats a step has, in terms of the office's roles and user names. */
export type StepWho =
  | {
      readonly role: string;
      readonly scope: 'unit' | 'area';
      /** Members who also hold this role have this weight; everybody else 1. */
      readonly weights?: Readonly<Record<string, number>>;
    }
  | { readonly named: readonly string[] };

/** A step of the approval of lists as the rulebook has it, ready to be given its people. */
export type DeliberationStep = StepRule & {
  readonly title: { readonly zh: string; readonly en: string };
  readonly clause: string | null;
  readonly who: StepWho;
  readonly remindAfterWorkingDays: number;
  readonly escalateAfterWorkingDays: number;
  /** The role that may act too once the step is late; null: nobody is above. */
  readonly escalateTo: string | null;
};

type Deliberation = Rulebook['process']['deliberation'];

/**
 * The role above an earlier step or above a role: where it escalates to. Null where the rulebook names nothing above; lint finds
 * that (`LINT_STEP_WHO`).
 */
export function superiorRole(
  { decidedBy, escalateTo, steps = [] }: Deliberation,
  before: number,
  of: string,
): string | null {
  const earlier = steps.slice(0, before);
  const step =
    earlier.find(({ id }) => id === of) ?? earlier.find(({ who }) => 'role' in who && who.role === of);
  return step?.escalateTo ?? (of === decidedBy ? escalateTo : null);
}

function whoOf(deliberation: Deliberation, { who, id }: DeliberationStepRule, at: number): StepWho {
  if ('panel' in who) return { role: who.panel, scope: 'area' };
  if ('named' in who) return { named: who.named };
  if ('role' in who) {
    const { role, scope, weights } = who;
    return { role, scope, ...(weights === undefined ? {} : { weights }) };
  }
  const role = superiorRole(deliberation, at, who.superiorOf);
  if (role === null) throw new RangeError(`deliberationSteps: nobody is above ${who.superiorOf} (${id})`);
  return { role, scope: 'area' };
}

/**
 * The levels of a rulebook's deliberation in order; without `steps` a single one, any of `decidedBy`. For a lint-clean rulebook;
 * throws RangeError where lint would have found a step nobody is in.
 */
export function deliberationSteps({
  process: { deliberation },
}: Pick<Rulebook, 'process'>): readonly DeliberationStep[] {
  const { decidedBy, escalateTo, remindAfterWorkingDays, escalateAfterWorkingDays, steps } = deliberation;
  if (steps === undefined) {
    return [
      {
        id: 'decision',
        title: { zh: '集体研究审定', en: 'deliberation' },
        clause: deliberation.clause ?? null,
        who: { role: decidedBy, scope: 'unit' },
        many: { mode: 'one' },
        returnTo: ['collection'],
        reasonFor: [],
        batch: true,
        remindAfterWorkingDays,
        escalateAfterWorkingDays,
        escalateTo,
      },
    ];
  }
  return steps.map((step, at) => ({
    id: step.id,
    title: step.title,
    clause: step.clause ?? null,
    who: whoOf(deliberation, step, at),
    many: step.many,
    returnTo: step.returnTo,
    reasonFor: step.reasonFor,
    batch: step.batch,
    remindAfterWorkingDays: step.remindAfterWorkingDays,
    escalateAfterWorkingDays: step.escalateAfterWorkingDays,
    escalateTo: step.escalateTo ?? null,
  }));
}
