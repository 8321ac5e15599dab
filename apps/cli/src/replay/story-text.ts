import { eventWords, isEngineTurn, nameWords, type FlowEvent } from '@kaoji/domain/story';
import { inLanguage, type Language, speaker } from '../terminal/language.js';

export type StoryOptions = { readonly language: Language; readonly all: boolean };

/**
 * One flow told event by event: when (China time), what, and what it carried. The engine's own turns are
 * left out unless `all`, and counted.
 */
export function storyText(workflowId: string, events: readonly FlowEvent[], options: StoryOptions): string {
  const say = speaker(options.language);
  const told = options.all ? events : events.filter((event) => !isEngineTurn(event.type));
  const hidden = events.length - told.length;
  return [
    workflowId,
    ...told.map((event) => eventLine(event, options.language)),
    ...(hidden === 0
      ? []
      : [
          say(
            `（另有 ${hidden} 个程序内部步骤，--all 可见）`,
            `(steps of the engine left out: ${hidden}; --all shows them)`,
          ),
        ]),
  ].join('\n');
}

function eventLine(event: FlowEvent, language: Language): string {
  return [
    `  #${event.id} ${chinaTime(event.at)}`,
    inLanguage(eventWords(event.type), language),
    ...(event.name === null ? [] : [inLanguage(nameWords(event.name), language)]),
    ...event.content.map((value) => JSON.stringify(value)),
    ...(event.failure === null ? [] : [`! ${event.failure}`]),
  ].join(' ');
}

const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function chinaTime(at: number): string {
  return `${CHINA.format(at)}.${String(at % 1000).padStart(3, '0')}`;
}
