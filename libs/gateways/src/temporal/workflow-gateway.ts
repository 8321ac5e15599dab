import { WorkflowNotFoundError, isGrpcServiceError, type Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { WorkflowGateway } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import {
  actUpdate,
  admitUpdate,
  appealUpdate,
  appraisalWorkflowId,
  boxCountedUpdate,
  closeCollectionUpdate,
  closeSurveyUpdate,
  confirmConsequencesUpdate,
  contestOutcomeUpdate,
  contestUpdate,
  contestWorkflowId,
  countConfirmedUpdate,
  cycleWorkflowId,
  departUpdate,
  giveToPanelUpdate,
  gradeUpdate,
  holdersEnrolledUpdate,
  inviteUpdate,
  objectionAnsweredUpdate,
  outcomeDeliveredUpdate,
  resubmitUpdate,
  surveyWorkflowId,
  TASK_QUEUE,
  unitWorkflowId,
  withdrawContestUpdate,
  type ActAnswer,
  type GradeInput,
} from '@kaoji/temporal-contract';
import { askFlow, reachable } from './ask-flow.js';
import { startOnce } from './start-once.js';

/** How long a person waits for the flow before being told to try again, and a probe for the server. */
const WITHIN_MS = 5_000;
const PROBE_WITHIN_MS = 2_000;

const NOT_FOUND = 5; // gRPC

/** What the application asks of running flows. Refusals are values; a server away is TEMPORAL_UNAVAILABLE. */
export function createWorkflowGateway(client: Client, taskQueue: string = TASK_QUEUE): WorkflowGateway {
  const ask = async (workflowId: string, { name }: { name: string }, updateId: string, input?: unknown) =>
    askFlow<void>(client, { workflowId, update: name, updateId, input, withinMs: WITHIN_MS });
  return {
    startCycle: async (input) =>
      startOnce(client, {
        flow: 'appraisalCycle',
        workflowId: cycleWorkflowId(input.cycleKey),
        taskQueue,
        input,
        withinMs: WITHIN_MS,
      }),
    closeCollection: async (key, unitId, updateId) =>
      ask(unitWorkflowId(key, unitId), closeCollectionUpdate, updateId),
    act: async (key, unitId, updateId, input) =>
      askFlow<ActAnswer>(client, {
        ...{ workflowId: unitWorkflowId(key, unitId), update: actUpdate.name, updateId, input },
        withinMs: WITHIN_MS,
      }),
    resubmit: async (key, unitId, updateId, input) =>
      ask(unitWorkflowId(key, unitId), resubmitUpdate, updateId, input),
    objectionAnswered: async (key, unitId, updateId, input) =>
      ask(unitWorkflowId(key, unitId), objectionAnsweredUpdate, updateId, input),
    admit: async (key, unitId, updateId, input) =>
      ask(unitWorkflowId(key, unitId), admitUpdate, updateId, input),
    closeSurvey: async (key, campaignId, updateId) =>
      ask(surveyWorkflowId(key, campaignId), closeSurveyUpdate, updateId),
    inviteResidents: async (key, campaignId, updateId) =>
      ask(surveyWorkflowId(key, campaignId), inviteUpdate, updateId),
    holdersEnrolled: async (key, campaignId, updateId) =>
      ask(surveyWorkflowId(key, campaignId), holdersEnrolledUpdate, updateId),
    boxCounted: async (key, campaignId, updateId, input) =>
      ask(surveyWorkflowId(key, campaignId), boxCountedUpdate, updateId, input),
    countConfirmed: async (key, campaignId, updateId, input) =>
      ask(surveyWorkflowId(key, campaignId), countConfirmedUpdate, updateId, input),
    giveToPanel: async (key, campaignId, updateId, input) =>
      ask(surveyWorkflowId(key, campaignId), giveToPanelUpdate, updateId, input),
    contest: async (key, appraisalId, updateId, input) =>
      ask(appraisalWorkflowId(key, appraisalId), contestUpdate, updateId, input),
    confirmConsequences: async (key, appraisalId, updateId, input) =>
      ask(appraisalWorkflowId(key, appraisalId), confirmConsequencesUpdate, updateId, input),
    gradeAfterHold: async (key, appraisalId, updateId, { by, status, ...result }) => {
      const grade: GradeInput = { ...result, after: 'hold', outcome: status, approvedBy: by };
      return ask(appraisalWorkflowId(key, appraisalId), gradeUpdate, updateId, grade);
    },
    depart: async (key, appraisalId, updateId) =>
      ask(appraisalWorkflowId(key, appraisalId), departUpdate, updateId),
    deliverGrade: async (key, appraisalId, input) =>
      ask(
        appraisalWorkflowId(key, appraisalId),
        gradeUpdate,
        // The same as an activity's own delivery of a list: whoever comes second hears the first answer.
        input.after === 'list' ? 'grade' : 'grade-after-hold',
        input,
      ),
    startContest: async (input) =>
      startOnce(client, {
        flow: 'contest',
        workflowId: contestWorkflowId(input.cycleKey, input.contestId),
        taskQueue,
        input,
        withinMs: WITHIN_MS,
      }),
    contestOutcome: async (key, contestId, updateId, input) =>
      ask(contestWorkflowId(key, contestId), contestOutcomeUpdate, updateId, input),
    outcomeDelivered: async (key, contestId, updateId, input) =>
      ask(contestWorkflowId(key, contestId), outcomeDeliveredUpdate, updateId, input),
    appeal: async (key, contestId, updateId) =>
      ask(contestWorkflowId(key, contestId), appealUpdate, updateId),
    withdrawContest: async (key, contestId, updateId) =>
      ask(contestWorkflowId(key, contestId), withdrawContestUpdate, updateId),
    history: async (workflowId) => historyOf(client, workflowId),
    healthy: async () => isServing(client),
  };
}

async function historyOf(client: Client, workflowId: string): Promise<string> {
  try {
    return await reachable(client, WITHIN_MS, async () =>
      historyToJSON(await client.workflow.getHandle(workflowId).fetchHistory()),
    );
  } catch (fault) {
    const missing =
      fault instanceof WorkflowNotFoundError ||
      (isGrpcServiceError(fault) && Number(fault.code) === NOT_FOUND);
    if (missing) throw new Refusal('NOT_FOUND', 'There is no such history.');
    throw fault;
  }
}

async function isServing(client: Client): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + PROBE_WITHIN_MS, async () =>
      client.workflowService.describeNamespace({ namespace: client.options.namespace }),
    );
    return true;
  } catch {
    return false;
  }
}
