export type { LocalText } from './rulebook/schema/text.js';
export type { Rulebook } from './rulebook/schema/rulebook.js';
export type { Condition } from './rulebook/schema/condition.js';
export type { Finding } from './rulebook/finding.js';
export { rulebookSchema } from './rulebook/schema/rulebook.js';
export { contentHash, hashOf, hashOfText } from './rulebook/content-hash.js';
export { canonicalJson } from './rulebook/canonical-json.js';
export { caseJsonSchema, rulebookJsonSchema } from './rulebook/json-schema.js';
export { LINT_CODES } from './rulebook/lint/codes.js';
export type { LintCode } from './rulebook/lint/codes.js';
export { lintRulebook } from './rulebook/lint/lint-rulebook.js';
export type { LintResult } from './rulebook/lint/lint-rulebook.js';
export { parseRulebook } from './rulebook/parse-rulebook.js';
export type { ParsedRulebook } from './rulebook/parse-rulebook.js';
export { canonicalDecimal, decimalSchema, localTextSchema } from './rulebook/schema/text.js';
export { builtinFacts, BUILTIN_FACTS, resultCodes } from './evaluate/builtin-facts.js';
export type { BuiltinFact, FactStage } from './evaluate/builtin-facts.js';
export { factIds, factsRead, holds } from './evaluate/condition.js';
export { consequencesOf } from './evaluate/consequences.js';
export { disciplineEffect } from './evaluate/discipline.js';
export type { ConsideredPunishment, DisciplineEffect } from './evaluate/discipline.js';
export { decideEligibility } from './evaluate/eligibility.js';
export { personFacts, unitFacts } from './evaluate/facts.js';
export type { Facts, FactValue } from './evaluate/facts.js';
export { resultFacts, streakYears } from './evaluate/streak.js';
export { evaluateTerm } from './evaluate/term.js';
export type { TermEvaluation } from './evaluate/term.js';
export { unitCaseSchema } from './evaluate/unit-case.js';
export type { AppraiseeCase, Mark, Punishment, SurveyCounts, UnitCase } from './evaluate/unit-case.js';
export type {
  DecidedBy,
  Decision,
  EligibilityOutcome,
  Evaluation,
  Flag,
  LineReason,
  PersonEvaluation,
  ProposedConsequence,
  QuotaSheet,
  ResultStatus,
} from './evaluate/evaluation.js';
export type { DerivationNode, ExactText, Operation } from './derivation/node.js';
export { Refusal } from './refusal.js';
export { calendarHash, calendarSchema, isWorkingDay, parseCalendar } from './calendar/calendar.js';
export type { Calendar } from './calendar/calendar.js';
export { civilDateOf, endOfCivilDay, startOfCivilDay } from './calendar/civil-date.js';
export type { CivilDate } from './calendar/civil-date.js';
export { deadlineAfter, workingDaysLeft } from './calendar/deadline.js';
export type { ClockPolicy, DeadlineInput, WorkingDaysLeftInput } from './calendar/deadline.js';
export { addWorkingDays, workingDaysBetween } from './calendar/working-days.js';
export { compareExact, exact, formatExact, isExactText, parseExact, roundExact } from './exact/exact.js';
export type { Exact, RoundingMode } from './exact/exact.js';
export { caseErrors, checkCase } from './evaluate/check-case.js';
export type { CaseError } from './evaluate/case-error.js';
export { evaluateUnit } from './evaluate/evaluate-unit.js';
export type { EvaluateOptions } from './evaluate/evaluate-unit.js';
export { diffEvaluations, firstDifferingStep } from './evaluate/diff-evaluations.js';
export type {
  DifferingStep,
  EvaluationDifference,
  PersonDifference,
  QuotaDifference,
} from './evaluate/diff-evaluations.js';
export { gradeAfterHold, seatsLeft } from './evaluate/later-grade.js';
export type { LaterGrade } from './evaluate/later-grade.js';
export { intervalHolds, readSurvey } from './evaluate/survey.js';
export type { SurveyReading } from './evaluate/survey.js';
export { checkDerivation } from './derivation/check-derivation.js';
export type { DerivationCheck } from './derivation/check-derivation.js';
export { derivationInputs } from './derivation/derivation-inputs.js';
export { renderDerivation } from './derivation/render-derivation.js';
export { solveQuota } from './quota/solve-quota.js';
export type { QuotaOutcome, QuotaResult, QuotaUnit } from './quota/solve-quota.js';
export type { QuotaPerson } from './quota/quota-base.js';
export { markMaximum, sheetFor, titleOf } from './evaluate/sheet.js';
export { evaluateAfterHold } from './evaluate/evaluate-after-hold.js';
export type { AfterHoldInput } from './evaluate/evaluate-after-hold.js';
export { columnsOf } from './evaluate/columns/columns-of.js';
export type { Columns, PointColumns, Slot, SurveyColumns } from './evaluate/columns/columns.js';
export { evaluateColumns } from './evaluate/columns/evaluate-columns.js';
export type { ColumnEvaluation, ColumnOptions } from './evaluate/columns/evaluate-columns.js';
export type { RuleSet } from './evaluate/columns/rule-set.js';
export { compileScoring } from './evaluate/columns/scoring-plan.js';
export type { CompiledScoring } from './evaluate/columns/scoring-plan.js';
export { drawKey } from './quota/ranking.js';
