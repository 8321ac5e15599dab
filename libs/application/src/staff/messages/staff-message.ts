import type { ContestStage, ResultStatus } from '@kaoji/domain';
import type {
  ActMessage,
  ActTold,
  ContestOutcomeMessage,
  DeliveredGrade,
  MessageAnswer,
  WorkflowGateway,
} from '../../ports/gateways.js';
import type { Acknowledgement, ContestRow, Instant } from '../../ports/records.js';
import { deliverGrades } from './deliver-grades.js';

type ToUnit = { readonly cycleKey: string; readonly unitId: string; readonly updateId: string };
type ToCampaign = { readonly cycleKey: string; readonly campaignId: string; readonly updateId: string };
type ToContest = { readonly cycleKey: string; readonly contestId: string; readonly updateId: string };
type ToAppraisal = { readonly cycleKey: string; readonly appraisalId: string; readonly updateId: string };

/** What a person asks of a running workflow, as it lies in the outbox. */
export type StaffMessage =
  | (ToUnit & { readonly kind: 'close_collection' })
  | (ToUnit & {
      readonly kind: 'act';
      readonly cycleId: string;
      /** The texts: they never reach the flow. */
      readonly reason: string | null;
      readonly acknowledged: readonly Acknowledgement[];
    } & ActMessage)
  | (ToUnit & {
      readonly kind: 'resubmit';
      readonly cycleId: string;
      readonly round: number;
      readonly by: string;
    })
  | (ToUnit & { readonly kind: 'objection_answered'; readonly objectionId: string })
  | (ToUnit & { readonly kind: 'admit'; readonly appraisalId: string })
  | (ToCampaign & { readonly kind: 'close_survey' | 'holders_enrolled' | 'invite_residents' })
  | (ToCampaign & {
      readonly kind: 'box_counted';
      readonly remindAt: Instant;
      readonly escalateAt: Instant;
    })
  | (ToCampaign & { readonly kind: 'count_confirmed' | 'give_to_panel'; readonly by: string })
  | (ToAppraisal & { readonly kind: 'contest'; readonly contest: ContestRow })
  | (ToAppraisal & {
      readonly kind: 'confirm_consequences';
      readonly by: string;
      readonly confirmed: readonly string[];
    })
  | (ToAppraisal & {
      readonly kind: 'grade_after_hold';
      readonly by: string;
      readonly status: ResultStatus;
      readonly grade: string | null;
      readonly resultHash: string;
      readonly notifiedAt: Instant;
      readonly contestUntil: Instant;
      readonly adverse: number;
    })
  | (ToAppraisal & { readonly kind: 'depart' })
  | {
      readonly kind: 'deliver_results';
      readonly cycleKey: string;
      readonly updateId: string;
      readonly results: readonly (DeliveredGrade & { readonly appraisalId: string })[];
    }
  | (ToContest & { readonly kind: 'contest_outcome' } & ContestOutcomeMessage)
  | (ToContest & {
      readonly kind: 'outcome_delivered';
      readonly level: ContestStage;
      readonly appealUntil: Instant | null;
    })
  | (ToContest & { readonly kind: 'appeal'; readonly by: string; readonly grounds: string })
  | (ToContest & { readonly kind: 'withdraw_contest'; readonly by: string });

export const STAFF_MESSAGE_KINDS = [
  'close_collection',
  'act',
  'resubmit',
  'objection_answered',
  'admit',
  'close_survey',
  'holders_enrolled',
  'invite_residents',
  'box_counted',
  'count_confirmed',
  'give_to_panel',
  'contest',
  'confirm_consequences',
  'grade_after_hold',
  'depart',
  'deliver_results',
  'contest_outcome',
  'outcome_delivered',
  'appeal',
  'withdraw_contest',
] as const satisfies readonly StaffMessage['kind'][];

/** Sends it; repeatable, because the update id says that it is the same message. */
export function tell(gateway: WorkflowGateway, message: StaffMessage): Promise<MessageAnswer | ActTold> {
  switch (message.kind) {
    case 'close_collection':
      return gateway.closeCollection(message.cycleKey, message.unitId, message.updateId);
    case 'act': {
      const { cycleKey, unitId, updateId, round, listHash, act, clocks } = message;
      return gateway.act(cycleKey, unitId, updateId, { round, listHash, act, clocks });
    }
    case 'resubmit': {
      const { cycleKey, unitId, updateId, round, by } = message;
      return gateway.resubmit(cycleKey, unitId, updateId, { round, by });
    }
    case 'objection_answered': {
      const { cycleKey, unitId, updateId, objectionId } = message;
      return gateway.objectionAnswered(cycleKey, unitId, updateId, { objectionId });
    }
    case 'admit': {
      const { cycleKey, unitId, updateId, appraisalId } = message;
      return gateway.admit(cycleKey, unitId, updateId, { appraisalId });
    }
    case 'close_survey':
      return gateway.closeSurvey(message.cycleKey, message.campaignId, message.updateId);
    case 'holders_enrolled':
      return gateway.holdersEnrolled(message.cycleKey, message.campaignId, message.updateId);
    case 'invite_residents':
      return gateway.inviteResidents(message.cycleKey, message.campaignId, message.updateId);
    case 'box_counted': {
      const { cycleKey, campaignId, updateId, remindAt, escalateAt } = message;
      return gateway.boxCounted(cycleKey, campaignId, updateId, { remindAt, escalateAt });
    }
    case 'count_confirmed': {
      const { cycleKey, campaignId, updateId, by } = message;
      return gateway.countConfirmed(cycleKey, campaignId, updateId, { by });
    }
    case 'give_to_panel': {
      const { cycleKey, campaignId, updateId, by } = message;
      return gateway.giveToPanel(cycleKey, campaignId, updateId, { by });
    }
    case 'contest': {
      const { cycleKey, appraisalId, updateId, contest } = message;
      return gateway.contest(cycleKey, appraisalId, updateId, { contestId: contest.id });
    }
    case 'confirm_consequences': {
      const { cycleKey, appraisalId, updateId, by, confirmed } = message;
      return gateway.confirmConsequences(cycleKey, appraisalId, updateId, { by, confirmed });
    }
    case 'grade_after_hold': {
      const { kind: _kind, cycleKey, appraisalId, updateId, ...grade } = message;
      return gateway.gradeAfterHold(cycleKey, appraisalId, updateId, grade);
    }
    case 'depart':
      return gateway.depart(message.cycleKey, message.appraisalId, message.updateId);
    case 'deliver_results':
      return deliverGrades(gateway, message.cycleKey, message.results);
    case 'contest_outcome': {
      const { kind: _kind, cycleKey, contestId, updateId, ...outcome } = message;
      return gateway.contestOutcome(cycleKey, contestId, updateId, outcome);
    }
    case 'outcome_delivered': {
      const { cycleKey, contestId, updateId, level, appealUntil } = message;
      return gateway.outcomeDelivered(cycleKey, contestId, updateId, { level, appealUntil });
    }
    case 'appeal':
      return gateway.appeal(message.cycleKey, message.contestId, message.updateId);
    case 'withdraw_contest':
      return gateway.withdrawContest(message.cycleKey, message.contestId, message.updateId);
  }
}
