import type { ContestStage, LocalText } from '@kaoji/domain';
import type { FlowEvent, RecordedFact, StoryChange, StorySource } from '@kaoji/domain/story';
import { whoWords } from '@kaoji/domain/story';
import type { ContestEventRow } from '../../../ports/contests.js';
import type { AppraisalRecord } from '../appraisal-record.js';
import { both, fact, gradeCode, inputOf, when, written, type Who } from './fact.js';
import { partedNumbers } from './grade-facts.js';

type Body = ContestEventRow['body'];
type Decided = Extract<Body, { kind: 'decided' | 'decided_again' }>;
type Told = Pick<RecordedFact, 'what'> & Partial<RecordedFact>;

/** A contest from its grounds to its end: who heard it, what was found, before and after, and whom else it touched. */
export function contestFacts(record: AppraisalRecord, who: Who): readonly RecordedFact[] {
  if (record.contest === null) return [];
  const { row, events } = record.contest;
  return [
    fact({
      ...{ chapter: 'contest', name: 'filed', at: row.filedAt, who: whoWords(['self']) },
      ...{ what: both('本人申请复核', 'the appraisee contests'), why: written(row.grounds) },
      tells: (source, event) =>
        source === 'appraisal' && event.name === 'contest' && inputOf(event.content)['contestId'] === row.id,
    }),
    ...events.map(({ actor, happenedAt, body }) =>
      fact({
        ...{ chapter: 'contest', name: body.kind, at: happenedAt, who: who(actor), account: actor },
        ...told(body),
        ...(body.kind === 'decided' || body.kind === 'decided_again'
          ? { changed: changesOf(body, record), why: whyOf(body) }
          : {}),
        tells: (source, event) => tells(body, source, event),
      }),
    ),
  ];
}

const level = (stage: ContestStage): LocalText =>
  stage === 'appeal' ? both('申诉', 'appeal') : both('复核', 'review');

function told(body: Body): Told {
  switch (body.kind) {
    case 'opened': {
      const { zh, en } = level(body.stage);
      const [may, out, due] = [body.reviewers.length, body.excluded.length, when(body.dueAt)];
      return {
        what: both(
          `${zh}受理：${may} 人可办，${out} 人因参与过而排除，${due} 前办结`,
          `${en} opened: ${may} may hear it, ${out} kept out for a part in it, due ${due}`,
        ),
      };
    }
    case 'escalated':
      return {
        what: both(
          `${level(body.stage).zh}逾期，上级也可办`,
          `${level(body.stage).en} is late: the superiors may hear it too`,
        ),
      };
    case 'heard':
      return { what: both('听取陈述', 'heard the appraisee'), why: written(body.note) };
    case 'decided':
      return {
        what: both(
          `作出${level(body.stage).zh}决定：${OUTCOMES[body.outcome].zh}`,
          `decided the ${level(body.stage).en}: ${OUTCOMES[body.outcome].en}`,
        ),
      };
    case 'decided_again':
      return {
        what: both(
          `重新审定：${body.verdict === 'applied' ? '按更正办理' : '维持'}`,
          `decided again: ${body.verdict}`,
        ),
      };
    case 'delivered': {
      const { zh, en } = level(body.stage);
      const until = body.appealUntil;
      return {
        what: both(
          `${zh}决定送达本人${until === null ? '' : `，${when(until)} 前可申诉`}`,
          `the ${en} outcome reached the appraisee${until === null ? '' : `, appeal until ${when(until)}`}`,
        ),
      };
    }
    case 'appealed':
      return { what: both('本人申诉', 'the appraisee appeals'), why: written(body.grounds) };
    case 'withdrawn':
      return { what: both('本人撤回', 'taken back by the appraisee') };
    case 'ended':
      return { what: both('办结，结果运用恢复', 'over: consequences are no longer frozen') };
  }
}

const OUTCOMES = {
  upheld: both('维持', 'upheld'),
  changed: both('变更', 'changed'),
  sent_back: both('发回重新审定', 'sent back'),
} as const;

function whyOf({ reason, spared }: Decided): LocalText {
  if (!spared) return both(reason, reason);
  return both(
    `${reason}。重算更差，按不加重原则保留原结果`,
    `${reason}. Computed again it would be worse: the result before stands`,
  );
}

/** Before and after, the steps that part, and what the same list would say of others; nothing is taken from them. */
function changesOf(
  { beforeHash, afterHash, touched }: Decided,
  record: AppraisalRecord,
): readonly StoryChange[] {
  const find = (hash: string) => record.evaluations.find((one) => one.hash === hash);
  const [before, after] = [find(beforeHash), find(afterHash)];
  return [
    ...(before === undefined || after === undefined ? [] : partedNumbers(before, after)),
    ...touched.map((one) => ({
      what: both(
        `触及另一人（${EFFECTS[one.effect].zh}）`,
        `touches somebody else (${EFFECTS[one.effect].en})`,
      ),
      ...{ before: gradeCode(one.before), after: gradeCode(one.recomputed), clause: null },
    })),
  ];
}

const EFFECTS = {
  kept: both('保留原档次', 'keeps what they have'),
  may_rise: both('由人研究是否调高', 'people look at whether it rises'),
  same_standing: both('高低不变', 'neither higher nor lower'),
} as const;

/** Which event of the contest's flow is this: by what it is and the level it speaks of, in the order they came. */
function tells(body: Body, source: StorySource, { type, name, content }: FlowEvent): boolean {
  if (source !== 'contest') return false;
  const input = inputOf(content);
  const asked = type === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED';
  const begun = type === 'ACTIVITY_TASK_SCHEDULED';
  switch (body.kind) {
    case 'opened':
      return begun && name === 'openHearing' && input['level'] === body.stage;
    case 'decided':
      return (
        asked && name === 'outcome' && input['level'] === body.stage && input['outcome'] === body.outcome
      );
    case 'decided_again':
      return asked && name === 'outcome' && input['level'] === body.stage && input['outcome'] !== 'sent_back';
    case 'delivered':
      return asked && name === 'outcomeDelivered' && input['level'] === body.stage;
    case 'appealed':
      return asked && name === 'appeal';
    case 'withdrawn':
      return asked && name === 'withdraw';
    case 'ended':
      return begun && name === 'endContest';
    case 'escalated':
    case 'heard':
      return false;
  }
}
