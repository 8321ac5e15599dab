import { ONE, ZERO, compareExact, parseExact } from '../../exact/exact.js';
import { superiorRole } from '../deliberation-steps.js';
import type { DeliberationStepRule } from '../schema/deliberation-step.js';
import type { Path } from '../yaml-tree.js';
import { isAppraisee } from './dimensions.js';
import type { LintContext } from './lint-context.js';

type Visit = (context: LintContext, step: DeliberationStepRule, at: number, path: Path) => void;

/** A vote that can be won, and not by nobody. */
const lintVote: Visit = ({ report }, { many, id }, _at, path) => {
  if (many.mode !== 'vote') return;
  const threshold = parseExact(many.threshold);
  const quorum = parseExact(many.quorum);
  const overOne = compareExact(threshold, ONE);
  if (overOne > 0 || (overOne === 0 && !many.inclusive) || compareExact(threshold, ZERO) <= 0) {
    const bound = many.inclusive ? '' : ' (exclusive)';
    report('LINT_VOTE_IMPOSSIBLE', [...path, 'many', 'threshold'], {
      en: `"${id}": no vote is won with ${many.threshold}${bound} of the weight, or one is won by nobody.`,
      zh: `“${id}”：通过线 ${many.threshold}${many.inclusive ? '' : '（不含本数）'}无法达到，或者无人同意也算通过。`,
    });
  }
  if (compareExact(quorum, ONE) > 0 || compareExact(quorum, ZERO) <= 0) {
    report('LINT_VOTE_IMPOSSIBLE', [...path, 'many', 'quorum'], {
      en: `"${id}": a quorum of ${many.quorum} of the seats can never be met, or asks for nobody.`,
      zh: `“${id}”：法定人数 ${many.quorum} 超过全部席位，或者无人参加也算达到。`,
    });
  }
};

/** Somebody is meant, and not the appraisee. */
const lintWho: Visit = ({ rulebook, report }, { who, id }, at, path) => {
  const { deliberation } = rulebook.process;
  if ('superiorOf' in who && superiorRole(deliberation, at, who.superiorOf) === null) {
    report('LINT_STEP_WHO', [...path, 'who', 'superiorOf'], {
      en: `"${id}" is for the superior of "${who.superiorOf}", but no earlier step or role of that name has one.`,
      zh: `“${id}”由“${who.superiorOf}”的上级办理，但前面没有这一环节或角色，或者没有写明其上级。`,
    });
  }
  if ('weights' in who && who.weights !== undefined && deliberation.steps?.[at]?.many.mode !== 'vote') {
    report('LINT_STEP_WHO', [...path, 'who', 'weights'], {
      en: `"${id}" gives weights but takes no vote: they would mean nothing.`,
      zh: `“${id}”不是票签，却写了权重，权重不会起作用。`,
    });
  }
  const role = 'role' in who ? who.role : 'panel' in who ? who.panel : null;
  if (role !== null && isAppraisee(rulebook, role)) {
    report('LINT_RATER_IS_APPRAISEE', [...path, 'who', 'role' in who ? 'role' : 'panel'], {
      en: 'The appraisee cannot decide their own result.',
      zh: '被考核人不能决定自己的结果。',
    });
  }
};

/** Returns go to the collection or to an earlier step: anything else runs in a circle or nowhere. */
const lintReturns: Visit = ({ rulebook, report }, { returnTo, id }, at, path) => {
  const earlier = (rulebook.process.deliberation.steps ?? []).slice(0, at).map((step) => step.id);
  returnTo.forEach((target, i) => {
    if (target === 'collection' || earlier.includes(target)) return;
    report('LINT_RETURN_TARGET', [...path, 'returnTo', i], {
      en: `"${id}" returns to "${target}", which is neither "collection" nor an earlier step.`,
      zh: `“${id}”退回到“${target}”，它既不是收集阶段（collection）也不是前面的环节。`,
    });
  });
};

/** The reminder first; then somebody else is told, unless nobody is above. */
const lintLate: Visit = ({ rulebook, report }, step, at, path) => {
  if (step.remindAfterWorkingDays > step.escalateAfterWorkingDays) {
    report('LINT_WINDOW', [...path, 'remindAfterWorkingDays'], {
      en: `"${step.id}": the reminder comes before the escalation.`,
      zh: `“${step.id}”：先催办、后上报。`,
    });
  }
  const steps = rulebook.process.deliberation.steps ?? [];
  if (step.escalateTo === undefined) {
    if (at === steps.length - 1) return;
    report('LINT_NOBODY_DECIDES', path, {
      en: `When "${step.id}" is late nobody is told: only the last step may leave out escalateTo.`,
      zh: `“${step.id}”逾期后无人可报：只有最后一个环节可以不写 escalateTo。`,
    });
    return;
  }
  const { who } = step;
  const seated =
    'role' in who
      ? who.role
      : 'panel' in who
        ? who.panel
        : 'superiorOf' in who
          ? superiorRole(rulebook.process.deliberation, at, who.superiorOf)
          : null;
  if (seated !== step.escalateTo && !isAppraisee(rulebook, step.escalateTo)) return;
  report('LINT_NOBODY_DECIDES', [...path, 'escalateTo'], {
    en: `When "${step.id}" is late, the matter goes to "${step.escalateTo}", who cannot decide or is late already.`,
    zh: `“${step.id}”逾期后交给“${step.escalateTo}”，等于没有人决定。`,
  });
};

/** Every step of the deliberation can be finished, by somebody else than the appraisee, in time or by whoever is above. */
export function lintDeliberationSteps(context: LintContext): void {
  const checks = [lintVote, lintWho, lintReturns, lintLate];
  (context.rulebook.process.deliberation.steps ?? []).forEach((step, at) => {
    const path: Path = ['process', 'deliberation', 'steps', at];
    for (const check of checks) check(context, step, at, path);
    if (step.id === 'collection') {
      context.report('LINT_DUPLICATE_ID', [...path, 'id'], {
        en: '"collection" is where a list is returned to; no step has this id.',
        zh: '“collection”是退回的去处，不能作为环节编号。',
      });
    }
  });
}
