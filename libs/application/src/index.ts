export type { IdentityProvider, ProvedIdentity, ProviderAttempt } from './ports/identity-provider.js';
export { readAppraisalRecord } from './audit/story/appraisal-record.js';
export type { AppraisalRecord } from './audit/story/appraisal-record.js';
export { flowsOf, keptFlows, replayFlows } from './audit/story/kept-flows.js';
export type { FlowName, KeptFlow, KeptFlowDeps } from './audit/story/kept-flows.js';
export { tellAppraisal } from './audit/story/tell-appraisal.js';
export type { FlowCode, FlowReplays, KeptHistory, KeptRun, ReplayedRun } from './ports/flow-replays.js';
export type { ArchiveStore } from './ports/archive.js';
export { SUITE_IDS } from './ports/suite.js';
export type { SigningKeys, Suite, SuiteId } from './ports/suite.js';
export type { Timestamp, TimestampAuthority, TimestampDigest, TimestampFault } from './ports/timestamp.js';
export type {
  LoggedItem,
  LogHead,
  LogKeyRow,
  LogRoot,
  LogStore,
  NumberedEntry,
  PendingItem,
} from './ports/log.js';
export type { ArchivedBuild, ArchivedFile, ArchivedRun, ArchivedRunStore } from './ports/archived-runs.js';
export type {
  BuildFiles,
  BuildShelf,
  ClosedRun,
  ClosedRuns,
  Replayer,
  ReplayFault,
  ReplayInput,
  RunFacts,
  RunHistory,
} from './ports/archiving.js';
export type { ArchiveAlarm, ArchiveDeps, GapDeps } from './archive/archive-deps.js';
export { archiveBuild } from './archive/archive-build.js';
export { archiveState } from './archive/archive-gaps.js';
export type { ArchiveGap, ArchiveState } from './archive/archive-gaps.js';
export { hashTextOf, objectNameOf } from './archive/archive-object.js';
export { archivePage } from './archive/archive-page.js';
export type { SweptPage } from './archive/archive-page.js';
export { archiveRuns, NO_BUILD } from './archive/archive-runs.js';
export { faultText } from './archive/fault-text.js';
export { readCycles } from './archive/our-cycles.js';
export type { AccessLogStore, AccessRow } from './ports/access-log.js';
export type { Erasure, PersonKeyRow, PersonKeyStore } from './ports/person-keys.js';
export { ERASED } from './ports/person-sealing.js';
export type { MasterKeys, PersonKey, PersonSealer } from './ports/person-sealing.js';
export type { Witness, WitnessFile } from './ports/witness.js';
export { consistentHeads, headsConsistentByProof } from './audit/consistent-heads.js';
export type { HeadsConsistency, Inconsistency, ProvenHead } from './audit/consistent-heads.js';
export { keyChangeText, readKeyChange, signKeyChange } from './audit/key-change.js';
export type { ChangingKeys, KeyChange, ReadKeyChange } from './audit/key-change.js';
export { logKeyId, readVerifierKey, verifierKey } from './audit/log-key.js';
export type { LogKey, Suites } from './audit/log-key.js';
export type { LogDeps, SigningLogKey } from './audit/log-deps.js';
export { exportAppraisal, exportCycle } from './audit/export/export-bundle.js';
export type { ExportedBundle } from './audit/export/export-bundle.js';
export type { ExportDeps } from './audit/export/read-material.js';
export { logOrigin } from './audit/log-origin.js';
export { latestLogRoot } from './audit/log-root.js';
export { entryOf, numberEntries } from './audit/number-entries.js';
export { numberLogs } from './audit/number-logs.js';
export type { NumberedLog } from './audit/number-entries.js';
export { checkHeads } from './audit/check-heads.js';
export type { HeadsCheck } from './audit/check-heads.js';
export { rotateLogKey } from './audit/rotate-log-key.js';
export type { RotatedKey } from './audit/rotate-log-key.js';
export { signHead } from './audit/sign-head.js';
export type { SignedHead } from './audit/sign-head.js';
export { checkTreeHead, signTreeHead } from './audit/tree-head.js';
export type { CheckedHead, HeadFault, HeadToSign, TrustedHead } from './audit/tree-head.js';
export { trustedKeysFrom } from './audit/trusted-keys.js';
export type { KeyChain, KeyChangeFault, TrustedKey, TrustedKeys } from './audit/trusted-keys.js';
export { isWitnessFileName, readWitnessFile, witnessFileName } from './audit/witness-file.js';
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
  AccountLink,
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
  EarlyClosing,
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
  SealedUnit,
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
  ActMessage,
  ActTold,
  Clock,
  ContestDecidedMessage,
  ContestOutcomeMessage,
  ContestStart,
  DeliveredGrade,
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
export type {
  ActAnswer,
  ActTarget,
  ApprovalActRow,
  ApprovalSnapshot,
  ApprovalStand,
  ApprovalStore,
  Deputy,
  StepClocks,
} from './ports/approvals.js';
export type {
  AnsweredObjection,
  NoticeBody,
  NoticeLinks,
  NoticeMaking,
  NoticePage,
  NoticeReads,
  NoticeStore,
  Objection,
  ObjectionAnswer,
  ObjectionIntake,
  ObjectionKeys,
  ObjectionSealer,
  ObjectionText,
  PublicNoticePage,
  ReopenedAppraisal,
} from './ports/notices.js';
export { DELIVERY_WAYS, DOCUMENTS } from './ports/contests.js';
export type {
  ContestEventRow,
  ContestStore,
  DeliveredDocument,
  DeliveryRow,
  DeliveryStore,
  DeliveryWay,
  KinRow,
  WrittenResult,
} from './ports/contests.js';
export type {
  ChallengeAnswerRow,
  ChallengeRow,
  InterestRow,
  Panel,
  PanelSeat,
  PanelStore,
  StandDownRow,
} from './ports/panels.js';
export { TASK_KINDS } from './ports/inbox.js';
export type {
  IfNothing,
  InboxCount,
  InboxFeed,
  InboxFilter,
  InboxMessage,
  InboxStore,
  InboxTask,
  Projection,
  TaskKind,
  Whose,
} from './ports/inbox.js';
export type { EngineQueue, EngineState, EngineWatch, FailedFlow } from './ports/engine-watch.js';
export type {
  TaskReminder,
  UnitWaiting,
  WaitingFilter,
  WaitingStore,
  WaitingTotals,
} from './ports/waiting.js';
export type { StaffMessages } from './ports/staff-messages.js';
export { sendStaffMessages } from './engine/send-staff-messages.js';
export type { StaffMessageDeps } from './engine/send-staff-messages.js';
export { inboxTaskId } from './inbox-task-id.js';
export type {
  DocumentsAbout,
  DocumentStore,
  ImportedGrade,
  RecordedGrade,
  RefusedAttempt,
  RegisteredDocument,
} from './ports/documents.js';
export type { LedgerEntry, LedgerStore, PayrollExport } from './ports/ledger.js';
export type { ImprovementPlan, PlanAct, PlanStore, Talk } from './ports/plans.js';
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
export { showPublicNotice } from './public-notice/show-public-notice.js';
export type { ShownPublicNotice } from './public-notice/show-public-notice.js';
export { submitObjection } from './public-notice/submit-objection.js';
export type { ObjectionDeps, SubmittedObjection } from './public-notice/submit-objection.js';
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
export { endContest } from './engine/contest/end-contest.js';
export { openHearing } from './engine/contest/open-hearing.js';
export { remindContest } from './engine/contest/remind-contest.js';
export { remindDelivery } from './engine/remind-delivery.js';
export { notifyUnit } from './engine/notify-unit.js';
export { openDeliberation } from './engine/open-deliberation.js';
export { planDeliberation } from './engine/plan-deliberation.js';
export { openUnit } from './engine/open-unit.js';
export { closeNotice } from './engine/close-notice.js';
export type { ClosedNotice } from './engine/close-notice.js';
export { publishNotice } from './engine/publish-notice.js';
export type { NoticeDeps, PublishedNotice } from './engine/publish-notice.js';
export { recordDecision } from './engine/record-decision.js';
export { restoreAfterContest } from './staff/decisions/enter-ledger.js';
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
