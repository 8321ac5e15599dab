import type { StoryStep } from '@kaoji/domain/story';
import { type Language, speaker } from '../../terminal/language.js';
import { stepBlock } from './timeline-text.js';

/** One step with everything it carried. */
export function stepText(step: StoryStep, steps: number, language: Language): string {
  const say = speaker(language);
  return [
    say(`第 ${step.number} 步，共 ${steps} 步`, `step ${step.number} of ${steps}`),
    ...stepBlock(step, language),
    `     ${say('事件类型', 'event type')}: ${step.type}`,
    ...(step.account === null ? [] : [`     ${say('账户', 'account')}: ${step.account}`]),
    ...step.content.map((value) => `     ${say('内容', 'content')}: ${JSON.stringify(value)}`),
  ].join('\n');
}
