import { compareExact, exact, ONE, parseExact, ZERO } from '../../exact/exact.js';
import type { SurveyRule } from '../schema/scoring.js';
import { isAppraisee } from './dimensions.js';
import type { LintContext } from './lint-context.js';

type Report = (key: string | readonly (string | number)[], en: string, zh: string) => void;

function lintShares(survey: SurveyRule, report: Report): void {
  const shares = [
    ['minOrdinaryShare', survey.minOrdinaryShare, 'The share of ordinary residents', '普通居民比例'],
    ['assistedMaxShare', survey.assistedMaxShare, 'The share filled in by staff', '工作人员代填比例'],
  ] as const;
  for (const [key, text, en, zh] of shares) {
    const share = parseExact(text ?? '0');
    if (compareExact(share, ZERO) >= 0 && compareExact(share, ONE) <= 0) continue;
    report(key, `${en} lies between 0 and 1.`, `${zh}应在 0 到 1 之间。`);
  }
}

/** A sample in which everybody answers must be valid, or no campaign ever is. */
function lintStrata({ strata, minValid, minOrdinaryShare }: SurveyRule, report: Report): void {
  if (strata === undefined) return;
  for (const [at, { stratum }] of strata.entries()) {
    if (strata.findIndex((one) => one.stratum === stratum) !== at) {
      report(['strata', at, 'stratum'], `The stratum ${stratum} is given twice.`, `“${stratum}”写了两次。`);
      return;
    }
  }
  const least = parseExact(minOrdinaryShare);
  const all = strata.reduce((sum, { sample }) => sum + sample, 0);
  const ordinary = strata.find(({ stratum }) => stratum === 'ordinary')?.sample ?? 0;
  if (all < minValid) {
    report(
      'strata',
      `${all} residents are drawn, but ${minValid} valid ballots are needed.`,
      `抽取${all}人，少于有效票的最低数${minValid}。`,
    );
  } else if (compareExact(least, ONE) <= 0 && compareExact(exact(BigInt(ordinary), BigInt(all)), least) < 0) {
    report(
      'strata',
      `${ordinary} of ${all} drawn are ordinary residents: fewer than the share the sample must have.`,
      `抽取的${all}人中普通居民${ordinary}人，低于样本要求的比例。`,
    );
  }
}

/** The survey rule says nothing impossible: shares, scale, hours, limits of what is shown, sizes of the sample. */
export function lintSurveyRule({ rulebook, report: reportAt }: LintContext): void {
  const { survey } = rulebook;
  if (survey === undefined) return;
  const report: Report = (key, en, zh) =>
    reportAt('LINT_SURVEY_RULE', ['survey', ...[key].flat()], { en, zh });
  lintShares(survey, report);
  lintStrata(survey, report);
  const { satisfiedFrom, scaleMax, reminders, suppression, fallbackRole } = survey;
  if (satisfiedFrom < 1 || satisfiedFrom > scaleMax) {
    report(
      'satisfiedFrom',
      `"Satisfied" must begin on the scale from 1 to ${scaleMax}.`,
      `“满意”的起点应在 1 到 ${scaleMax} 之间。`,
    );
  }
  if (reminders !== undefined && reminders.toHour <= reminders.fromHour) {
    report(
      ['reminders', 'toHour'],
      'The hours for reminders end before they begin.',
      '提醒时段的结束早于开始。',
    );
  }
  if (suppression !== undefined && suppression.comments < suppression.cells) {
    report(
      ['suppression', 'comments'],
      'Comments need at least as many people as answers do.',
      '公布意见所需的人数不得少于公布选项所需的人数。',
    );
  }
  if (fallbackRole !== undefined && isAppraisee(rulebook, fallbackRole)) {
    reportAt('LINT_RATER_IS_APPRAISEE', ['survey', 'fallbackRole'], {
      en: 'The appraisee cannot stand in for the residents.',
      zh: '不能由被考核人代替居民评价。',
    });
  }
}
