export { ROLES } from './ports/records.js';
export type {
  Account,
  AdjustmentRow,
  AdoptedRulebook,
  Appraisal,
  AppraisalStatus,
  Area,
  Campaign,
  CampaignState,
  Community,
  ConsequenceRow,
  ConsequenceState,
  Consultation,
  ContestRow,
  Cycle,
  CycleState,
  CycleUnit,
  CycleUnitState,
  Deliberation,
  DutyReport,
  EvidenceRow,
  Grant,
  Instant,
  LedgerEntry,
  MarkRequest,
  MarkRow,
  OutboxRow,
  Person,
  PinnedCalendar,
  PublicNotice,
  ReminderRow,
  Role,
  RoutineRow,
  SealedEvidence,
  Session,
  Signature,
  StoredEvaluation,
  StoredQuotaSheet,
  Stratum,
  SurveyEnvelope,
  SurveyLink,
  SurveyTally,
  Unit,
} from './ports/records.js';
export type {
  AccountStore,
  AppraisalStore,
  CycleStore,
  DecisionStore,
  EffectStore,
  MarkStore,
  Page,
  PlaceStore,
  ResultStore,
  RulebookStore,
  Stores,
  SurveyStore,
  Transactions,
} from './ports/stores.js';
export type {
  Clock,
  FlowMessenger,
  GradeMessage,
  Ids,
  MessageAnswer,
  Passwords,
  SealMessage,
  Secrets,
  SurveyLinks,
  WorkflowGateway,
} from './ports/gateways.js';
export type { ClockPolicy } from './ports/clock-policy.js';
export type { Turned } from './survey/admission.js';
export { COMMENT_MAX, SCALE } from './survey/answers.js';
export type { AnswerProblem, GivenAnswers, SurveyAnswers } from './survey/answers.js';
export { answerSurvey, isAnswered } from './survey/answer-survey.js';
export type { AnswerOutcome } from './survey/answer-survey.js';
export { issueLinks, revokeLink } from './survey/campaign-links.js';
export type { IssueLinksInput } from './survey/campaign-links.js';
export { createPostTitles } from './survey/post-titles.js';
export { isRated, showQuestionnaire } from './survey/questionnaire.js';
export type { Questionnaire, RatedPerson } from './survey/questionnaire.js';
export type { LinkDeps, PostTitles, SurveyDeps } from './survey/survey-deps.js';
export { tallyEnvelopes } from './survey/tally.js';
export type { TallyRule } from './survey/tally.js';
export type { DeliveringDeps, EngineDeps, UnitKey, UnitRound } from './engine/engine-deps.js';
export type { DeliveryCursor } from './engine/deliver-each.js';
export { admitJoiner } from './engine/admit-joiner.js';
export { freezeForContest, openConfirmation, recordDeparture } from './engine/appraisal-turns.js';
export { closeCycle } from './engine/close-cycle.js';
export { composeUnit } from './engine/compose-unit.js';
export { endCollection, reopenForCorrection } from './engine/end-collection.js';
export { notifyUnit } from './engine/notify-unit.js';
export { openDeliberation } from './engine/open-deliberation.js';
export { openUnit } from './engine/open-unit.js';
export { publishNotice } from './engine/publish-notice.js';
export { recordDecision } from './engine/record-decision.js';
export { remindPeople } from './engine/remind-people.js';
export { closeCampaign, openCampaign } from './engine/run-campaign.js';
export { sealEvidence } from './engine/seal-evidence.js';
export { startUnits } from './engine/start-units.js';
export { listHash } from './engine/unit-results.js';
export { createRulebookShelf } from './staff/plan/rulebook-shelf.js';
export type { RulebookShelf } from './staff/plan/rulebook-shelf.js';
