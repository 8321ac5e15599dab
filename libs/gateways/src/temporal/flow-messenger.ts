import type { Client } from '@temporalio/client';
import type { FlowMessenger } from '@kaoji/application';
import {
  appraisalWorkflowId,
  contestDecidedUpdate,
  deliveryWorkflowId,
  gradeUpdate,
  sealUpdate,
  surveyWorkflowId,
  TASK_QUEUE,
  unitWorkflowId,
  type AppraisalInput,
  type ContestDecidedInput,
  type DeliveryInput,
  type GradeInput,
  type SealInput,
  type SurveyInput,
  type UnitInput,
} from '@kaoji/temporal-contract';
import { askFlow } from './ask-flow.js';
import { startOnce } from './start-once.js';

/** Longer than a retry of the worker's own: whoever asks is an activity, and repeats. */
const WITHIN_MS = 15_000;

/** Starts flows and delivers stages to appraisals. The update id is the stage, so nothing is delivered twice. */
export function createFlowMessenger(client: Client, taskQueue: string = TASK_QUEUE): FlowMessenger {
  const start = async (
    flow: string,
    workflowId: string,
    input: AppraisalInput | DeliveryInput | SurveyInput | UnitInput,
  ) => startOnce(client, { flow, workflowId, taskQueue, input, withinMs: WITHIN_MS });
  const deliver = async (
    workflowId: string,
    update: string,
    updateId: string,
    message: SealInput | GradeInput | ContestDecidedInput,
  ) => askFlow<void>(client, { workflowId, update, updateId, input: message, withinMs: WITHIN_MS });
  return {
    startUnit: async (input) => start('unitAppraisal', unitWorkflowId(input.cycleKey, input.unitId), input),
    startSurvey: async (input) =>
      start('residentSurvey', surveyWorkflowId(input.cycleKey, input.campaignId), input),
    startAppraisal: async (cycleKey, input) =>
      start('appraisal', appraisalWorkflowId(cycleKey, input.appraisalId), input),
    seal: async (cycleKey, appraisalId, message) =>
      deliver(appraisalWorkflowId(cycleKey, appraisalId), sealUpdate.name, `seal-${message.round}`, message),
    grade: async (cycleKey, appraisalId, message) =>
      deliver(appraisalWorkflowId(cycleKey, appraisalId), gradeUpdate.name, 'grade', {
        after: 'list',
        ...message,
      }),
    contestDecided: async (cycleKey, appraisalId, message) =>
      deliver(
        appraisalWorkflowId(cycleKey, appraisalId),
        contestDecidedUpdate.name,
        `contest-${message.contestId}`,
        message,
      ),
    startDelivery: async (input) =>
      start('resultDelivery', deliveryWorkflowId(input.cycleKey, input.unitId), input),
  };
}
