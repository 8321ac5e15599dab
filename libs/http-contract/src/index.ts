export { endpoint } from './endpoint.js';
export type { Endpoint, Method } from './endpoint.js';
export { endpoints } from './endpoints.js';
export type { EndpointName } from './endpoints.js';
export { PROBLEMS, PROBLEM_CODES, isProblemCode } from './problem-codes.js';
export type { ProblemCode } from './problem-codes.js';
export { PROBLEM_MEDIA_TYPE, problemFaultSchema, problemPath, problemSchema } from './problem.js';
export type { ProblemDocument, ProblemFault } from './problem.js';
export { idempotencyKeySchema, pageQuerySchema } from './text.js';
export type { PageQuery } from './text.js';
export {
  CSRF_HEADER,
  IDEMPOTENCY_HEADER,
  REQUEST_ID_HEADER,
  PROVIDER_COOKIE,
  SESSION_COOKIE,
  accountSchema,
  credentialsSchema,
  sessionAnswerSchema,
  tokenAnswerSchema,
} from './accounts.js';
export type {
  AccountView,
  Credentials,
  GrantView,
  OwnSessionListView,
  BeginAtProviderBody,
  ProviderAnswerBody,
  SessionAnswer,
  SignInWaysView,
  StepUpBody,
  SteppedUpView,
  TokenAnswer,
} from './accounts.js';
export type { AccessItem, AccessQuery, ErasedView, ErasureBody } from './access.js';
export { asStory } from './stories.js';
export type { StoryView } from './stories.js';
export type { AreaView, NoticeView, UnitView } from './places.js';
export { adoptRulebookSchema } from './rulebooks.js';
export type { AdoptRulebookInput, AdoptedRulebookView, CheckedRulebookView } from './rulebooks.js';
export type { WhatIfBody, WhatIfView } from './what-if.js';
export { EVENTS_MEDIA_TYPE } from './cycle-board.js';
export type { RemindedView, RemindersBody, WaitingQuery, WaitingView } from './cycle-board.js';
export { consultationSchema, createCycleSchema } from './cycles.js';
export type {
  AppraisalItem,
  AppraisalQuery,
  CloseCollectionBody,
  ConsultationInput,
  CreateCycleInput,
  CreatedCycle,
  CycleItem,
  CycleStep,
  CycleUnitView,
  CycleView,
  Done,
} from './cycles.js';
export type { LogHeadsView, LogRootView } from './log-heads.js';
export { BUNDLE_MEDIA_TYPE } from './audit.js';
export { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE, rosterEntrySchema, templateQuerySchema } from './roster.js';
export type { Admitted, Imported, RosterEntry } from './roster.js';
export type { CalendarQuery, PlanDatesQuery } from './planning.js';
export {
  adjustmentsSchema,
  dutyReportSchema,
  evidenceSchema,
  markRequestsSchema,
  marksSchema,
  routineSchema,
} from './marks.js';
export type {
  AdjustmentsInput,
  Assigned,
  DutyReportInput,
  EvidenceInput,
  MarkRequestsInput,
  Marked,
  MarkingItem,
  MarksInput,
  Recorded,
  RoutineInput,
} from './marks.js';
export { issueLinksSchema, revokeLinkSchema } from './surveys.js';
export type { CampaignView, IssueLinksInput, Links, RevokeLinkInput } from './surveys.js';
export { PDF_MEDIA_TYPE, deliveryReportSchema } from './residents.js';
export type {
  AssistedLinkInput,
  DeliveryReportInput,
  DrawInput,
  DrawView,
  ImportedResidents,
  InviteInput,
  ReissueLinkInput,
  ResidentsView,
  SlipsInput,
} from './residents.js';
export type {
  ActedBoxView,
  BoxHolderView,
  ConfirmCountInput,
  GiveToPanelInput,
  PassphraseInput,
  SurveyCountView,
} from './ballot-boxes.js';
export type {
  AdoptQuestionnaireInput,
  AdoptedQuestionnaireView,
  ChooseQuestionnaireInput,
} from './questionnaires.js';
export { personEvaluationSchema, quotaSheetSchema } from './evaluation.js';
export type { NoticeItem } from './notices.js';
export type { AnswerObjectionBody, ObjectionItem, RecordObjectionBody } from './objections.js';
export { resubmitSchema } from './deliberation.js';
export type { ListPerson, ResubmitBody, UnitListView } from './deliberation.js';
export { actSchema, deputyInputSchema, manyActsSchema, recusalRequestSchema } from './acts.js';
export type {
  ActBody,
  ActListView,
  ActedView,
  ApprovalView,
  DeputyBody,
  ManyActsBody,
  RecusalRequestBody,
} from './acts.js';
export {
  confirmationSchema,
  contestSchema,
  departureSchema,
  laterGradeSchema,
  signatureSchema,
} from './results.js';
export type {
  ConfirmationInput,
  ConsequenceView,
  ContestInputBody,
  DepartureInput,
  LaterGradeInput,
  MyAppraisal,
  ResultView,
  SignatureInput,
} from './results.js';
export type { OwnGradesView, OwnYearView } from './own-year.js';
export type {
  AgainBody,
  AppealBody,
  ContestDifferenceBody,
  ContestFileBody,
  ContestTrialBody,
  ContestViewBody,
  DeliveryListBody,
  HearingBody,
  KinBody,
  OutcomeBody,
  StaffDeliveryBody,
  TrialBody,
  UnitDeliveryBody,
} from './contests.js';
export { CALENDAR_MEDIA_TYPE, inboxCountsSchema, inboxItemSchema, taskKindSchema } from './inbox.js';
export type {
  FeedAddress,
  FeedQuery,
  FeedState,
  InboxCountsView,
  InboxItemView,
  InboxQuery,
} from './inbox.js';
export type {
  DocumentBody,
  FollowUpView,
  GatesView,
  LaterDecisionBody,
  PlanBody,
  PlanEndBody,
  PlanStepBody,
  RefusedAttemptView,
  TalkBody,
  UnitConsequencesView,
  WithdrawalBody,
} from './decisions.js';
export type {
  InterestBody,
  NamedPanelView,
  NamePanelBody,
  OwnPanelListView,
  PanelAbsenceBody,
  PanelAnswerBody,
  PanelChallengeBody,
  PanelListView,
  PanelRecusalBody,
  PanelReportView,
} from './panels.js';
export type { LedgerQuery, LedgerView, PayrollPeriodBody } from './ledger.js';
export { archiveStateSchema } from './operation.js';
export type { ArchiveStateView, ServiceStateView } from './operation.js';
export { summarySchema } from './audit.js';
export type { CycleSummary } from './audit.js';
export type { Readiness } from './health.js';
