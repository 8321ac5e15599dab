import { parseExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { SurveyRule } from '../rulebook/schema/scoring.js';
import type { LocalText } from '../rulebook/schema/text.js';
import type { PersonStanding } from './evaluate-person.js';
import type { Flag } from './evaluation.js';
import type { DimensionScore } from './score-dimension.js';
import type { PartScore } from './score-part.js';
import type { RoleScore } from './score-role.js';
import { titleOf } from './sheet.js';
import { satisfactionLines } from './satisfaction-lines.js';
import { intervalHolds } from './survey.js';
import { needsPeople } from './survey-uncertainty.js';
import type { AppraiseeCase, SurveyCounts } from './unit-case.js';

function flag(code: string, zh: string, en: string): Flag {
  return { code, why: { zh, en } };
}

function roleFlags(rulebook: Rulebook, part: LocalText, role: RoleScore): Flag[] {
  const code = role.rater.role;
  const name = rulebook.roles.find((each) => each.code === code)?.title ?? { zh: code, en: code };
  const flags: Flag[] = [];
  const voided = role.marks.voided.length;
  if (voided > 0) {
    flags.push(
      flag(
        'BALLOT_VOID',
        `“${part.zh}”中${name.zh}的${voided}张票无效`,
        `${voided} ballot(s) of ${name.en} in "${part.en}" are void`,
      ),
    );
  }
  const count = role.marks.marks.length;
  if (role.score.kind === 'none') {
    flags.push(
      flag(
        'RATERS_MISSING',
        `“${part.zh}”中${name.zh}有效评分${count}份，至少需要${role.rater.minCount}份`,
        `${name.en} gave ${count} valid mark(s) in "${part.en}"; at least ${role.rater.minCount} are needed`,
      ),
    );
  }
  return flags;
}

function partFlags(rulebook: Rulebook, scored: PartScore, person: AppraiseeCase): Flag[] {
  const { part, source, score } = scored;
  const name = titleOf(part);
  const flags =
    source.kind === 'marks' ? source.roles.flatMap((role) => roleFlags(rulebook, name, role)) : [];
  if (score.kind !== 'number') {
    flags.push(flag('PART_WITHOUT_SCORE', `“${name.zh}”没有有效分数`, `"${name.en}" has no valid score`));
  }
  if (part.evidenceRequired && (person.evidence?.[part.id] ?? []).length === 0) {
    flags.push(
      flag('EVIDENCE_MISSING', `“${name.zh}”没有登记佐证材料`, `no evidence is on record for "${name.en}"`),
    );
  }
  return flags;
}

function dimensionFlags(rulebook: Rulebook, scored: DimensionScore, person: AppraiseeCase): Flag[] {
  const adjustments = scored.adjustments.items
    .filter(({ withoutEvidence }) => withoutEvidence > 0)
    .map(({ item, withoutEvidence }) => {
      const name = titleOf(item);
      return flag(
        'ADJUSTMENT_WITHOUT_EVIDENCE',
        `“${name.zh}”有${withoutEvidence}次没有佐证，未计入`,
        `"${name.en}": ${withoutEvidence} time(s) without evidence were not counted`,
      );
    });
  return [...scored.parts.flatMap((part) => partFlags(rulebook, part, person)), ...adjustments];
}

function notValidFlag(rule: SurveyRule | undefined, counts: SurveyCounts, reason: string): Flag {
  const { valid, ordinary, assisted = 0 } = counts;
  const code = 'SURVEY_NOT_VALID';
  if (reason === 'too_few') {
    const least = rule?.minValid ?? 1;
    return flag(
      code,
      `满意度调查有效票${valid}张，不足${least}张，不产生分数`,
      `${valid} valid survey ballots, ${least} are needed: no number`,
    );
  }
  return reason === 'too_many_assisted'
    ? flag(
        code,
        `满意度调查有效票${valid}张中有${assisted}张由工作人员代填，占比过高，不产生分数`,
        `${assisted} of ${valid} valid ballots were filled in by staff, too many: no number`,
      )
    : flag(
        code,
        `满意度调查普通居民有效票${ordinary}张，占比不足，不产生分数`,
        `${ordinary} of ${valid} valid ballots are ordinary residents', too few: no number`,
      );
}

function uncertainFlag(rulebook: Rulebook, { uncertainty, person }: PersonStanding): Flag[] {
  if (uncertainty === null || needsPeople(uncertainty).length === 0) return [];
  const { interval, grade, gradeAtLow, gradeAtHigh } = uncertainty;
  const { satisfied = 0, valid = 0 } = person.survey ?? {};
  const name = (code: string) =>
    rulebook.grades.find((one) => one.code === code)?.title ?? { zh: code, en: code };
  const grades = [gradeAtLow, grade, gradeAtHigh].map(name);
  return [
    flag(
      'SURVEY_GRADE_UNCERTAIN',
      `满意度${satisfied}/${valid}，95%区间${interval.low}至${interval.high}：下限、实测、上限对应的档次为` +
        `${grades.map(({ zh }) => zh).join('、')}，由具名人员认定`,
      `satisfaction ${satisfied}/${valid}, 95 % interval ${interval.low} to ${interval.high}: the grade at its low ` +
        `end, as measured and at its high end is ${grades.map(({ en }) => en).join(', ')}; named people decide`,
    ),
  ];
}

function surveyFlags(rulebook: Rulebook, standing: PersonStanding): Flag[] {
  const { person, reading } = standing;
  const counts = person.survey;
  if (counts === undefined) return [];
  if (!reading.valid) return [notValidFlag(rulebook.survey, counts, reading.reason)];
  const near = satisfactionLines(rulebook)
    .filter(({ line }) => intervalHolds(counts, parseExact(line)))
    .map(({ title, line }) =>
      flag(
        'SURVEY_NEAR_LINE',
        `满意度${counts.satisfied}/${counts.valid}，95%区间跨越“${title.zh}”的界线${line}，请人工复核`,
        `satisfaction ${counts.satisfied}/${counts.valid}: its 95 % interval holds the line ${line} of "${title.en}"`,
      ),
    );
  return [...near, ...uncertainFlag(rulebook, standing)];
}

/** Whether the result rests on the score at all: not for whoever gets no grade or a forced one. */
function restsOnScore({ provisional, effects }: PersonStanding): boolean {
  if (provisional.status === 'comment_only' || provisional.status === 'ungraded') return false;
  return !effects.some(({ effect }) => 'force' in effect);
}

/**
 * Everything a person must look at before this result is settled. Flags decide nothing; gaps in a score that
 * does not count are not told.
 */
export function personFlags(rulebook: Rulebook, standing: PersonStanding): readonly Flag[] {
  const { person, scores } = standing;
  const gaps = scores.posts.flatMap((post) =>
    post.dimensions.flatMap((scored) => dimensionFlags(rulebook, scored, person)),
  );
  const flags = [...(restsOnScore(standing) ? gaps : []), ...surveyFlags(rulebook, standing)];
  // Two posts share parts: one flag each is enough.
  const seen = new Set<string>();
  return flags.filter(({ code, why }) => {
    const key = `${code} ${why.zh}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
