export {
  appraisalWorkflowId,
  cycleKey,
  cycleWorkflowId,
  surveyWorkflowId,
  unitWorkflowId,
} from './workflow-ids.js';
export { MESSAGE_REFUSALS, TASK_QUEUE } from './names.js';
export type { MessageRefusal } from './names.js';
export {
  appraisalStateQuery,
  confirmConsequencesUpdate,
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
  ContestInput,
  GradeInput,
  Outcome,
  SealInput,
} from './appraisal-messages.js';
export {
  admitUpdate,
  closeCollectionUpdate,
  deliberateUpdate,
  resubmitUpdate,
  surveyClosedSignal,
  unitSealedSignal,
  unitStateQuery,
} from './unit-messages.js';
export type {
  AdmitInput,
  DeliberateInput,
  OpenedUnit,
  ReminderInput,
  ResubmitInput,
  UnitActivities,
  UnitInput,
  UnitResult,
  UnitStage,
  UnitState,
} from './unit-messages.js';
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
