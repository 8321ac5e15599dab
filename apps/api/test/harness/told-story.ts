import { expect, it } from '@jest/globals';
import type { StoryView } from '@kaoji/http-contract';
import { refusal, type Flow } from './flow.js';

/** What must hold of the story of person-3, once their year is over. */
export function theStoryIsTold(flow: () => Flow): void {
  it('an auditor reads the story: each step with its state from a replay, the number that changed, why, the clause', async () => {
    const { body } = await flow().get<StoryView>('auditor', `${flow().of('person-3')}/story`);
    expect(body.flows.map(({ source, replay }) => `${source} ${replay}`)).toEqual([
      'appraisal same',
      'unit same',
    ]);
    const told = body.steps.filter(({ source }) => source === 'appraisal');
    expect(told.at(-1)?.state).toMatchObject({ stage: 'closed', grade: 'incompetent' });
    expect(told.find(({ name, chapter }) => name === 'grade' && chapter === 'delivery')).toMatchObject({
      clause: '第十条',
      why: { en: expect.stringContaining('below 60') },
      changed: expect.arrayContaining([expect.objectContaining({ before: null, after: 'incompetent' })]),
    });
  });

  it('the appraisee reads their own story without accounts or others, nobody else reads it', async () => {
    const { body, text } = await flow().get<StoryView>('worker3', `${flow().of('person-3')}/story`);
    expect(body.steps.every(({ account }) => account === null)).toBe(true);
    expect(text).not.toContain(flow().appraisalOf('person-1'));
    for (const name of ['hr', 'worker'] as const)
      expect(refusal(await flow().get(name, `${flow().of('person-3')}/story`))).toBe('403 FORBIDDEN');
  });
}
