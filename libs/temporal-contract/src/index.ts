export {
  appraisalWorkflowId,
  contestWorkflowId,
  cycleKey,
  cycleWorkflowId,
  deliveryWorkflowId,
  SWEEP_ID,
  surveyWorkflowId,
  unitWorkflowId,
} from './workflow-ids.js';
export type { ArchiveActivities, SweepInput, SweepResult, SweptCount } from './archive-messages.js';
export { MESSAGE_REFUSALS, TASK_QUEUE } from './names.js';
export type { MessageRefusal } from './names.js';
export {
  appraisalStateQuery,
  confirmConsequencesUpdate,
  contestDecidedUpdate,
  contestUpdate,
  departUpdate,
  gradeUpdate,
  sealUpdate,
} from './appraisal-messages.js';
export type {
  AppraisalActivities,
  AppraisalEnd,
  AppraisalInput,
  AppraisalResult,
  AppraisalState,
  ConfirmInput,
  ContestDecidedInput,
  ContestInput,
  GradeInput,
  Outcome,
  SealInput,
} from './appraisal-messages.js';
export {
  actUpdate,
  admitUpdate,
  closeCollectionUpdate,
  objectionAnsweredUpdate,
  resubmitUpdate,
  surveyClosedSignal,
  unitSealedSignal,
  unitStateQuery,
} from './unit-messages.js';
export type {
  AdmitInput,
  ClosedNotice,
  OpenedUnit,
  PlannedList,
  ReminderInput,
  ResubmitInput,
  UnitActivities,
  UnitInput,
  UnitResult,
  UnitStage,
  UnitState,
} from './unit-messages.js';
export type { ActAnswer, ActInput, ApprovalStand, StepClock, StepClocks } from './approval-messages.js';
export {
  appealUpdate,
  contestOutcomeUpdate,
  contestStateQuery,
  outcomeDeliveredUpdate,
  withdrawContestUpdate,
} from './contest-messages.js';
export type {
  ContestActivities,
  ContestFlowInput,
  ContestFlowResult,
  ContestFlowStage,
  ContestFlowState,
  ContestLevel,
  ContestWait,
  OutcomeDeliveredInput,
  OutcomeInput,
} from './contest-messages.js';
export type { DeliveryActivities, DeliveryInput, DeliveryResult } from './delivery-messages.js';
export { cycleStateQuery, unitFinishedSignal } from './cycle-messages.js';
export type { CycleActivities, CycleInput, CycleResult, CycleState } from './cycle-messages.js';
export {
  boxCountedUpdate,
  closeSurveyUpdate,
  countConfirmedUpdate,
  giveToPanelUpdate,
  holdersEnrolledUpdate,
  inviteUpdate,
  surveyStateQuery,
} from './survey-messages.js';
export type {
  Asking,
  Sending,
  SurveyActivities,
  SurveyInput,
  SurveyReminder,
  SurveyResult,
  SurveyStage,
  SurveyState,
  Waiting,
} from './survey-messages.js';
