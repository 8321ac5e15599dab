import { contestState } from '@kaoji/domain';
import type { ReplayedFlow, Story } from '@kaoji/domain/story';
import type { AppraisalRecord, ContestedRecord } from './appraisal-record.js';
import { tellAppraisal } from './tell-appraisal.js';

/**
 * The story as the appraisee reads it: nothing of what the unit's flow carries about others, no reasons given on the
 * list as a whole, nobody's account, whom a contest touched, nor an outcome that has not reached them yet.
 */
export function ownStory(record: AppraisalRecord, flows: readonly ReplayedFlow[]): Story {
  const hiddenFrom = undelivered(record.contest);
  const story = tellAppraisal(hideOutcome(withoutOthers(record), hiddenFrom), flows.map(hideIn(hiddenFrom)));
  return {
    ...story,
    steps: story.steps.map((step) => ({
      ...step,
      account: null,
      content: step.source === 'unit' ? [] : step.content,
    })),
  };
}

function withoutOthers(record: AppraisalRecord): AppraisalRecord {
  return {
    ...record,
    acts: record.acts.map((act) => ({ ...act, reason: null })),
    contest:
      record.contest === null
        ? null
        : {
            ...record.contest,
            events: record.contest.events.map((event) => {
              const { body } = event;
              return body.kind === 'decided' || body.kind === 'decided_again'
                ? { ...event, body: { ...body, touched: [] } }
                : event;
            }),
          },
  };
}

type Hidden = { readonly at: number; readonly seq: number; readonly result: string | null } | null;

/** An outcome that is decided and on its way: from when, and which result it would give away. */
function undelivered(contest: ContestedRecord | null): Hidden {
  if (contest === null || contestState(contest.events.map(({ body }) => body)).status !== 'decided')
    return null;
  const last = contest.events.findLast(
    ({ body }) => body.kind === 'decided' || body.kind === 'decided_again',
  );
  if (last === undefined) return null;
  const { body } = last;
  const changed = 'afterHash' in body && body.afterHash !== body.beforeHash;
  return { at: last.happenedAt, seq: last.seq, result: changed ? body.afterHash : null };
}

function hideOutcome(record: AppraisalRecord, hidden: Hidden): AppraisalRecord {
  if (hidden === null || record.contest === null) return record;
  return {
    ...record,
    evaluations: record.evaluations.filter(({ hash }) => hash !== hidden.result),
    contest: { ...record.contest, events: record.contest.events.filter(({ seq }) => seq < hidden.seq) },
  };
}

function hideIn(hidden: Hidden): (flow: ReplayedFlow) => ReplayedFlow {
  return (flow) => {
    if (hidden === null || flow.source !== 'contest') return flow;
    const events = flow.events.filter(({ at }) => at < hidden.at);
    const last = events.at(-1)?.id ?? 0;
    return { ...flow, events, turns: flow.turns.filter(({ event }) => event < last) };
  };
}
