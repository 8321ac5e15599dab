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
export { claimMappingJsonSchema, parseClaimMapping } from './claims/claim-mapping.js';
export type { ClaimMapping } from './claims/claim-mapping.js';
export { mapClaims, textOf } from './claims/map-claims.js';
export type { Claims, MappedClaims } from './claims/map-claims.js';
export { lintRulebook } from './rulebook/lint/lint-rulebook.js';
export type { LintResult } from './rulebook/lint/lint-rulebook.js';
export { parseRulebook } from './rulebook/parse-rulebook.js';
export type { ParsedRulebook } from './rulebook/parse-rulebook.js';
export { adjustableNumbers } from './rulebook/adjustable-numbers.js';
export type { AdjustableNumber, NumberGroup } from './rulebook/adjustable-numbers.js';
export { changedSource } from './rulebook/changed-source.js';
export type { NumberChange } from './rulebook/changed-source.js';
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
  NeedsPeople,
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
export { addDays, addWorkingDays, workingDaysBetween } from './calendar/working-days.js';
export { civilHour, reminderTimes } from './survey/reminder-time.js';
export type { CivilHours, ReminderPlan } from './survey/reminder-time.js';
export { compareExact, exact, formatExact, isExactText, parseExact, roundExact } from './exact/exact.js';
export type { Exact, RoundingMode } from './exact/exact.js';
export { caseErrors, checkCase } from './evaluate/check-case.js';
export type { CaseError } from './evaluate/case-error.js';
export { evaluateUnit } from './evaluate/evaluate-unit.js';
export type { EvaluateOptions } from './evaluate/evaluate-unit.js';
export { listIdentity } from './evaluate/list-identity.js';
export { diffEvaluations, firstDifferingStep } from './evaluate/diff-evaluations.js';
export type {
  DifferingStep,
  EvaluationDifference,
  PersonDifference,
  QuotaDifference,
} from './evaluate/diff-evaluations.js';
export { whatIf } from './evaluate/what-if.js';
export type { Ruled, WhatIf } from './evaluate/what-if.js';
export { gradeAfterHold, seatsLeft } from './evaluate/later-grade.js';
export type { LaterGrade } from './evaluate/later-grade.js';
export { readReceipt, receiptCode } from './survey/receipt.js';
export { intervalHolds, readSurvey } from './evaluate/survey.js';
export type { SurveyUncertainty } from './evaluate/survey-uncertainty.js';
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
export { questionnaireSchema } from './survey/questionnaire/questionnaire.js';
export type { Question, Questionnaire } from './survey/questionnaire/questionnaire.js';
export { defaultQuestionnaire } from './survey/questionnaire/default-questionnaire.js';
export { questionnaireHash } from './survey/questionnaire/questionnaire-hash.js';
export { questionnaireJsonSchema } from './survey/questionnaire/questionnaire-json-schema.js';
export { parseQuestionnaire } from './survey/questionnaire/parse-questionnaire.js';
export { lintQuestionnaire, lintQuestionnaireText } from './survey/questionnaire/lint-questionnaire.js';
export type { QuestionnaireLintResult } from './survey/questionnaire/lint-questionnaire.js';
export type { QuestionnaireFinding } from './survey/questionnaire/questionnaire-finding.js';
export { QUESTIONNAIRE_FAULTS, QUESTIONNAIRE_HINTS } from './survey/questionnaire/lint-codes.js';
export { communityField, COMMENT_FIELD, isAnswerTo, personField } from './survey/ballot/ballot.js';
export type { Answer, Answers, Ballot, GivenBallot } from './survey/ballot/ballot.js';
export { ballotLength, encodeBallot } from './survey/ballot/ballot-bytes.js';
export { checkBallot } from './survey/ballot/check-ballot.js';
export type { BallotProblem, CheckedBallot } from './survey/ballot/check-ballot.js';
export { decodeBallot } from './survey/ballot/decode-ballot.js';
export { STRATA } from './survey/draw/stratum.js';
export type { Stratum } from './survey/draw/stratum.js';
export { DRAW_ALGORITHM, drawRank, drawSample } from './survey/draw/draw-sample.js';
export type { DrawnStratum, DrawStratum } from './survey/draw/draw-sample.js';
export { listHash } from './survey/draw/list-hash.js';
export { consistencyProof, verifyConsistency } from './merkle/consistency.js';
export type { ConsistencyClaim } from './merkle/consistency.js';
export { EMPTY_FRONTIER, frontierRoot, growFrontier } from './merkle/frontier.js';
export type { Frontier } from './merkle/frontier.js';
export { inclusionProof, verifyInclusion } from './merkle/inclusion.js';
export type { InclusionClaim } from './merkle/inclusion.js';
export { createMerkleTree } from './merkle/levels.js';
export type { MerkleTree } from './merkle/levels.js';
export { leafHash, merkleRoot, nodeHash, sameHash } from './merkle/merkle-tree.js';
export type { MerkleHash } from './merkle/merkle-tree.js';
export { rootsAt } from './merkle/roots-at.js';
export { fromBase64, toBase64 } from './log/base64.js';
export { checkpointText, readCheckpoint } from './log/checkpoint.js';
export type { Checkpoint } from './log/checkpoint.js';
export { LOG_KINDS, logLeaf } from './log/log-entry.js';
export type { LogEntry, LogKind } from './log/log-entry.js';
export { formatNote, noteBytes, noteKeyId, readNote } from './log/signed-note.js';
export type { NoteSignature, SignedNote } from './log/signed-note.js';
export type { SurveyRule } from './rulebook/schema/scoring.js';
export { satisfactionQuestion } from './survey/count/ballot-plan.js';
export { countCampaign, DEFAULT_SUPPRESSION } from './survey/count/count-campaign.js';
export type { CampaignInput, StratumFrame } from './survey/count/count-campaign.js';
export type {
  CampaignCount,
  CountFlags,
  InvalidReason,
  PersonCount,
  QuestionCount,
  RateEstimate,
} from './survey/count/campaign-count.js';
export type { PaceCount } from './survey/count/count-flags.js';
export { sampleReading } from './survey/count/sample-reading.js';
export type { Sample, SampleProblem, SampleReading } from './survey/count/sample-reading.js';
export { stratifiedRate } from './survey/count/stratified.js';
export type { StratumRate } from './survey/count/stratified.js';
export type { CountedBallot } from './survey/count/tally-ballots.js';
export { wilson } from './survey/count/wilson.js';
export type { Interval, RateCounts } from './survey/count/wilson.js';
export { standingDueDate } from './calendar/due-date.js';
export { checkObjection, OBJECTION_LIMITS } from './notice/check-objection.js';
export type { GivenObjection, ObjectionProblem } from './notice/check-objection.js';
export { resultChanges } from './notice/notice-change.js';
export type { ResultChange, RoundResult } from './notice/notice-change.js';
export { entriesToShow } from './notice/notice-entries.js';
export type { EarlierNotice, NoticeEntries, NoticeEntry } from './notice/notice-entries.js';
export { noticePeriod } from './notice/notice-period.js';
export { noticeStanding } from './notice/notice-standing.js';
export type { NoticeStanding, ObjectionStanding } from './notice/notice-standing.js';
export { touchedBy } from './notice/touched.js';
export type { SeatLine, Touch } from './notice/touched.js';
export { isTooFew, percent } from './survey/count/chart/chart-words.js';
export { campaignChart } from './survey/count/chart/campaign-chart.js';
export type { ChartOptions } from './survey/count/chart/campaign-chart.js';
export { contestState, CONTEST_OUTCOMES, PARTS_TAKEN } from './contest/contest-record.js';
export type {
  ContestEvent,
  ContestOutcome,
  ContestStage,
  ContestState,
  ContestStatus,
  PartTaken,
} from './contest/contest-record.js';
export { sealedCorrections, withBlindRaters } from './contest/blind-aliases.js';
export { correctedCase } from './contest/corrections.js';
export type { Correction } from './contest/corrections.js';
export { decideContest } from './contest/decide-contest.js';
export type { ContestedCase, ContestedResult, Touched } from './contest/decide-contest.js';
export { differingSteps } from './contest/differing-steps.js';
export { isWorse } from './contest/never-worse.js';
export { endingOf, legalCategoryOf } from './gate/ending.js';
export type { Ending } from './gate/ending.js';
export { PROTECTIONS } from './gate/gate-case.js';
export type {
  GateCase,
  GateDemand,
  GateDocument,
  LegalCategory,
  Protection,
  ProvenFailure,
} from './gate/gate-case.js';
export { SYSTEM_RECORDS } from './gate/law-records.js';
export type { LegalBar } from './gate/legal-bars.js';
export { readGate } from './gate/read-gate.js';
export type { CarriedOutAs, GateCondition, GateReading } from './gate/read-gate.js';
export { effectiveOn } from './entitlement/effective-on.js';
export { ENTITLEMENTS, entitlementOf } from './entitlement/entitlement-of.js';
export type { Entitlement } from './entitlement/entitlement-of.js';
export { entitlementState, standingLines } from './entitlement/entitlement-state.js';
export type { EntitlementState } from './entitlement/entitlement-state.js';
export type { LedgerLine } from './entitlement/ledger-line.js';
export { mergeGrades, provenFailures } from './entitlement/grade-history.js';
export type { Disagreement, PastGrade } from './entitlement/grade-history.js';
export { payrollSheet } from './entitlement/payroll-sheet.js';
export type { EnteredLine, PayrollPeriod, PayrollSheet } from './entitlement/payroll-sheet.js';
export { reconcile } from './entitlement/reconcile.js';
export type { Decided, Reconciled } from './entitlement/reconcile.js';
export { deliberationSteps } from './rulebook/deliberation-steps.js';
export type { DeliberationStep, StepWho } from './rulebook/deliberation-steps.js';
export { isBlind, mayCompare } from './panel/blindness.js';
export type { PanelProgress } from './panel/blindness.js';
export { conflictOf, STAND_DOWN_CAUSES } from './panel/conflict.js';
export type { AppraiseeTies, Conflict, Sitter, StandDownCause } from './panel/conflict.js';
export { needsReason } from './panel/extremes.js';
export { raterReport } from './panel/rater-report.js';
export type { PanelMark, RaterHabit } from './panel/rater-report.js';
export { replacementFor, seatPanel } from './panel/seating.js';
export type { Seating, StoodDown } from './panel/seating.js';
export type { PanelRule } from './rulebook/schema/scoring.js';
export type { BundleReader } from './audit/bundle-reader.js';
export { checkBundle } from './audit/check/check-bundle.js';
export type { BundleCheck } from './audit/check/check-bundle.js';
export { byImportance, finding } from './audit/finding.js';
export type { AuditFinding, AuditPlace } from './audit/finding.js';
export type { FindingCode } from './audit/finding-words.js';
export { ENTRY_KINDS } from './audit/manifest/entry-kinds.js';
export type { EntryKind } from './audit/manifest/entry-kinds.js';
export { manifestJsonSchema } from './audit/manifest/json-schema.js';
export { MANIFEST_FORMAT, MANIFEST_NAME, manifestSchema } from './audit/manifest/manifest.js';
export type { AbsentItem, BundleEntry, BundleHistory, BundleManifest } from './audit/manifest/manifest.js';
export { HASH_OF_SUITE, hashText } from './audit/manifest/suite-hash.js';
export type { AuditSuite, HashName, Hashes } from './audit/manifest/suite-hash.js';
export type { NotChecked } from './audit/not-checked.js';
export { notChecked } from './audit/not-checked.js';
export { recomputeBundle } from './audit/recompute/recompute-bundle.js';
export type { Recomputed } from './audit/recompute/recompute-bundle.js';
export { unitFrameSchema } from './audit/recompute/unit-frame.js';
export type { UnitFrame } from './audit/recompute/unit-frame.js';
