import { isAppraisee } from './dimensions.js';
import { eachConsequence } from './each-consequence.js';
import type { LintContext } from './lint-context.js';

const NOTICE_MINIMUM = 5; // working days, N6 Art 17(4)

function lintNotice({ rulebook, report }: LintContext): void {
  const { workingDays } = rulebook.process.notice;
  if (workingDays >= NOTICE_MINIMUM) return;
  report('LINT_NOTICE_TOO_SHORT', ['process', 'notice', 'workingDays'], {
    en: `The public notice lasts ${workingDays} working days; it must be at least ${NOTICE_MINIMUM}.`,
    zh: `公示期为 ${workingDays} 个工作日，应不少于 ${NOTICE_MINIMUM} 个工作日。`,
  });
}

function lintDeciders({ rulebook, report }: LintContext): void {
  const { decidedBy, escalateTo } = rulebook.process.deliberation;
  for (const [key, role] of [
    ['decidedBy', decidedBy],
    ['escalateTo', escalateTo],
  ] as const) {
    if (!isAppraisee(rulebook, role)) continue;
    report('LINT_RATER_IS_APPRAISEE', ['process', 'deliberation', key], {
      en: 'The appraisee cannot decide their own result.',
      zh: '被考核人不能决定自己的结果。',
    });
  }
  if (decidedBy !== escalateTo) return;
  report('LINT_NOBODY_DECIDES', ['process', 'deliberation', 'escalateTo'], {
    en: `When "${decidedBy}" is late, the matter goes to "${escalateTo}" again: nobody decides.`,
    zh: `“${decidedBy}”逾期后仍交给“${escalateTo}”，等于没有人决定。`,
  });
}

function lintWindows({ rulebook, report }: LintContext): void {
  const { collection, deliberation } = rulebook.process;
  const { remindAfterWorkingDays: remind, escalateAfterWorkingDays: escalate, workingDays } = collection;
  if (remind > escalate || escalate > workingDays) {
    report('LINT_WINDOW', ['process', 'collection'], {
      en: 'Collection: the reminder comes before the escalation, both within the window.',
      zh: '收集阶段：先催办、后上报，且都应在时限之内。',
    });
  }
  if (deliberation.remindAfterWorkingDays > deliberation.escalateAfterWorkingDays) {
    report('LINT_WINDOW', ['process', 'deliberation'], {
      en: 'Deliberation: the reminder comes before the escalation.',
      zh: '审议阶段：先催办、后上报。',
    });
  }
}

function lintContest({ rulebook, report }: LintContext): void {
  const { contest } = rulebook.process;
  if (contest.othersWorkingDays > 0) return;
  const hurt = new Set(
    eachConsequence(rulebook).flatMap(({ rule, ofTerm }) => (rule.adverse && !ofTerm ? rule.results : [])),
  );
  const without = rulebook.grades
    .map(({ code }) => code)
    .filter((code) => hurt.has(code) && !contest.results.includes(code));
  if (without.length === 0) return;
  report('LINT_CONTEST_MISSING', ['process', 'contest', 'results'], {
    en: `No window to contest: ${without.join(', ')}.`,
    zh: `下列结果没有申请复核、申诉的期限：${without.join('、')}。`,
  });
}

/** Notice is long enough, somebody decides, windows are in order, adverse grades can be contested. */
export function lintProcess(context: LintContext): void {
  lintNotice(context);
  lintDeciders(context);
  lintWindows(context);
  lintContest(context);
}
