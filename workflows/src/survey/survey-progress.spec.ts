import { describe, expect, it } from '@jest/globals';
import type { SurveyStage } from '@kaoji/temporal-contract';
import {
  isAsking,
  openingSurvey,
  refuseClosing,
  refuseCounted,
  refuseEnding,
  refuseInviting,
  type SurveyProgress,
} from './survey-progress.js';

const STAGES: readonly SurveyStage[] = [
  'opening',
  'waiting_for_holders',
  'open',
  'extended',
  'sealed',
  'counted',
  'closed',
];
const at = (stage: SurveyStage, over: Partial<SurveyProgress> = {}): SurveyProgress => ({
  ...openingSurvey(),
  stage,
  ...over,
});
const taken = (refuse: (progress: SurveyProgress) => unknown): readonly SurveyStage[] =>
  STAGES.filter((stage) => refuse(at(stage)) === null);

describe('a survey takes', () => {
  it.each([
    {
      message: 'an early close while residents are asked',
      refuse: refuseClosing,
      stages: ['opening', 'open', 'extended'],
    },
    {
      message: 'invitations while links can be answered, or will be',
      refuse: refuseInviting,
      stages: ['opening', 'waiting_for_holders', 'open', 'extended'],
    },
    { message: 'a count of a sealed box', refuse: refuseCounted, stages: ['sealed'] },
    {
      message: "a named person's word once the box is sealed",
      refuse: refuseEnding,
      stages: ['sealed', 'counted'],
    },
  ])('$message', ({ refuse, stages }) => {
    expect(taken(refuse)).toEqual(stages);
  });

  it.each([
    { rule: 'one close of each opening', refusal: refuseClosing(at('open', { closeAsked: true })) },
    {
      rule: 'one count',
      refusal: refuseCounted(at('sealed', { counted: { remindAt: 0, escalateAt: 0 } })),
    },
    { rule: 'no other word after a confirmation', refusal: refuseEnding(at('counted', { confirmed: true })) },
    {
      rule: 'no other word after it went to the panel',
      refusal: refuseEnding(at('sealed', { handedOver: true })),
    },
  ])('$rule', ({ refusal }) => {
    expect(refusal).toBe('STAGE_NOT_OPEN');
  });
});

describe('isAsking', () => {
  it('ends with the sealing of the box', () => {
    expect(STAGES.filter((stage) => isAsking(at(stage)))).toEqual(STAGES.slice(0, 4));
  });
});
