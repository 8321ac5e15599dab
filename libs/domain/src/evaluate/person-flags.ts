import { parseExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { comparisonsOf } from './condition.js';
import type { PersonStanding } from './evaluate-person.js';
import type { Flag } from './evaluation.js';
import type { DimensionScore } from './score-dimension.js';
import type { PartScore } from './score-part.js';
import type { RoleScore } from './score-role.js';
import { titleOf } from './sheet.js';
import { intervalHolds, readSurvey } from './survey.js';
import type { AppraiseeCase } from './unit-case.js';

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

/** Lines a veto draws through the satisfaction rate. */
function satisfactionLines(rulebook: Rulebook): { rule: string; title: LocalText; line: string }[] {
  return rulebook.vetoes.flatMap((veto) =>
    comparisonsOf(veto.when).flatMap(({ fact, op, value }) =>
      fact === 'satisfaction_rate' && ['lt', 'le', 'ge', 'gt'].includes(op) && value !== undefined
        ? [{ rule: veto.id, title: titleOf(veto), line: String(value) }]
        : [],
    ),
  );
}

function surveyFlags(rulebook: Rulebook, person: AppraiseeCase): Flag[] {
  const counts = person.survey;
  if (counts === undefined) return [];
  const reading = readSurvey(rulebook.survey, counts);
  if (!reading.valid) {
    const few = reading.reason === 'too_few';
    return [
      flag(
        'SURVEY_NOT_VALID',
        few
          ? `满意度调查有效票${counts.valid}张，不足${rulebook.survey?.minValid ?? 1}张，不产生分数`
          : `满意度调查普通居民有效票${counts.ordinary}张，占比不足，不产生分数`,
        few
          ? `${counts.valid} valid survey ballots, ${rulebook.survey?.minValid ?? 1} are needed: no number`
          : `${counts.ordinary} of ${counts.valid} valid ballots are ordinary residents', too few: no number`,
      ),
    ];
  }
  return satisfactionLines(rulebook)
    .filter(({ line }) => intervalHolds(counts, parseExact(line)))
    .map(({ title, line }) =>
      flag(
        'SURVEY_NEAR_LINE',
        `满意度${counts.satisfied}/${counts.valid}，95%区间跨越“${title.zh}”的界线${line}，请人工复核`,
        `satisfaction ${counts.satisfied}/${counts.valid}: its 95 % interval holds the line ${line} of "${title.en}"`,
      ),
    );
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
  const flags = [...(restsOnScore(standing) ? gaps : []), ...surveyFlags(rulebook, person)];
  // Two posts share parts: one flag each is enough.
  const seen = new Set<string>();
  return flags.filter(({ code, why }) => {
    const key = `${code} ${why.zh}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
