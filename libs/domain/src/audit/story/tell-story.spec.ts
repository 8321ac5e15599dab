import { describe, expect, it } from '@jest/globals';
import { delivered, graded, smallFlow, smallStory } from './testing/small-story.js';
import { toldSteps } from './step-at.js';

const story = smallStory();
const step = (event: number) => story.steps.find((one) => one.event === event);

describe('tellStory', () => {
  it('gives each event the state its flow had once it had taken it up', () => {
    expect(step(1)?.state?.['stage']).toBe('open'); // what arrives is answered in the next turn
    expect(step(8)?.state?.['stage']).toBe('sealed'); // a message is accepted in the turn before it
    expect(step(13)?.state?.['stage']).toBe('graded');
    expect(step(14)?.state?.['stage']).toBe('closed');
    expect(step(8)?.turn).toBe(6);
  });

  it('never goes back to an earlier state', () => {
    const stages = story.steps.map(({ state }) =>
      ['open', 'sealed', 'graded', 'closed'].indexOf(String(state?.['stage'])),
    );
    expect(stages).toEqual([...stages].sort((a, b) => a - b));
  });

  it('says which number changed at the step that changed it, from what to what', () => {
    expect(step(8)?.changed).toEqual([
      expect.objectContaining({ what: { zh: '状态', en: 'stage' }, before: 'open', after: 'sealed' }),
      expect.objectContaining({ what: { zh: '综合分', en: 'score' }, before: null, after: '95.06' }),
    ]);
    expect(step(9)?.changed).toEqual([]);
  });

  it('joins what is on record to the message that told the flow of it: who, why, clause', () => {
    expect(step(12)).toMatchObject({
      what: graded.what,
      who: { zh: '领导班子成员', en: 'a member of the leading group' },
      account: 'boss',
      ...{ why: graded.why, clause: '第十条', build: 'build-1' },
    });
    expect(story.steps.filter(({ what }) => what === graded.what)).toHaveLength(1);
  });

  it('puts what only the record knows where it happened, in the state the appraisal had', () => {
    const at = story.steps.findIndex(({ name }) => name === 'result');
    expect(story.steps[at]).toMatchObject({
      source: 'record',
      state: { stage: 'sealed' },
      stateOf: 'appraisal',
    });
    expect(story.steps[at - 1]?.at).toBeLessThanOrEqual(delivered.at ?? 0);
  });

  it('counts steps from 1 in the order of time, and hides the turns of the engine', () => {
    expect(story.steps.map(({ number }) => number)).toEqual(story.steps.map((_step, at) => at + 1));
    const times = story.steps.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(toldSteps(story).map(({ event }) => event)).toEqual([1, 8, null, 12, 13, 14, 17]);
  });

  it('says that a flow was not replayed, and invents no state', () => {
    const unknown = smallStory({ flows: [{ ...smallFlow(), replay: 'not_replayed', turns: [] }] });
    expect(unknown.flows[0]?.replay).toBe('not_replayed');
    expect(unknown.steps.every(({ state }) => state === null)).toBe(true);
  });

  it('tells a story of records alone, without what only says something about a message', () => {
    const { steps } = smallStory({ flows: [] });
    expect(steps.map(({ name }) => name)).toEqual(['result']);
  });

  it.each([[null], ['text'], [7], [[]], [{ act: null }]])('tells an event that carries %j', (carried) => {
    const flow = smallFlow();
    const events = flow.events.map((event) => ({ ...event, content: [carried] }));
    expect(smallStory({ flows: [{ ...flow, events }] }).steps).toHaveLength(story.steps.length);
  });
});
