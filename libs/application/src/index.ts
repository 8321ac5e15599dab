export { ROLES } from './ports/records.js';
export type {
  AdoptedQuestionnaire,
  BallotBox,
  BoxHolder,
  BoxLeaf,
  BoxShare,
  Campaign,
  CampaignCountRow,
  CampaignState,
  Invitation,
  LinkChannel,
  SheetBody,
  Stratum,
  StrippedEnvelope,
  SurveyDraw,
  SurveyEnvelope,
  SurveyHandover,
  SurveyLink,
  SurveyPace,
  SurveyResident,
  SurveySheet,
  SurveyTally,
} from './ports/survey-records.js';
export type { BoxStore, InvitationStore, QuestionnaireStore, SurveyStore } from './ports/survey-stores.js';
export type {
  BallotBoxes,
  BallotIntake,
  BallotSealer,
  ContactSealer,
  HolderKey,
  InvitationChannel,
  InvitationMessage,
  OpenBox,
  PublicCampaign,
  SealedShare,
  UnlockedHolder,
  SendOutcome,
  Shuffle,
  SlipPrinter,
  SurveyReads,
} from './ports/survey-gateways.js';
export type {
  Account,
  AcknowledgedCase,
  AdjustmentRow,
  AdoptedRulebook,
  Appraisal,
  AppraisalStatus,
  Area,
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
export { answerSurvey } from './survey/answer-survey.js';
export type { AnswerOutcome } from './survey/answer-survey.js';
export { checkReceipt, receiptOf } from './survey/receipt.js';
export type { CountedReceipt, ReceiptOutcome } from './survey/receipt.js';
export { createSealedTrees } from './survey/sealed-trees.js';
export type { PublishedLeaves, SealedTrees } from './survey/sealed-trees.js';
export { createSheets } from './survey/sheet.js';
export type { RatedPerson, Sheet, Sheets } from './survey/sheet.js';
export { showQuestionnaire } from './survey/show-questionnaire.js';
export type { GenuineLink, Shown } from './survey/show-questionnaire.js';
export { issueLinks, revokeLink } from './survey/campaign-links.js';
export type { IssueLinksInput } from './survey/campaign-links.js';
export { createPostTitles } from './survey/post-titles.js';
export { isRated, ratedPeople } from './survey/rated-people.js';
export type { LinkDeps, PostTitles, SurveyDeps } from './survey/survey-deps.js';
export type { CampaignDeps, DeliveringDeps, EngineDeps, UnitKey, UnitRound } from './engine/engine-deps.js';
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
export { closeCampaign } from './engine/close-campaign.js';
export { destroyBox } from './engine/destroy-box.js';
export { openCampaign } from './engine/open-campaign.js';
export { remindSurvey } from './engine/remind-survey.js';
export { sealEvidence } from './engine/seal-evidence.js';
export { openSecondChannel } from './engine/open-second-channel.js';
export { deliverInvitations, remindResidents } from './engine/send-invitations.js';
export type { Sending, SendingDeps } from './engine/send-pages.js';
export { queueInvitations } from './survey/queue-invitations.js';
export type { QueueDeps } from './survey/queue-invitations.js';
export { startUnits } from './engine/start-units.js';
export { listHash } from './engine/unit-results.js';
export { createRulebookShelf } from './staff/plan/rulebook-shelf.js';
export type { RulebookShelf } from './staff/plan/rulebook-shelf.js';
