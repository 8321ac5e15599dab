import type { StoryLanguage } from '../step-lines.js';
import type { Story, ToldFlow } from '../story.js';

/** Title and what stands under it, the same on a page and on paper. */
export function storyHeading(
  { appraisalId, cycleKey, rehearsal }: Story,
  language: StoryLanguage,
): { readonly title: string; readonly lines: readonly string[] } {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  return {
    title: say('一次考核的经过', 'The story of one appraisal'),
    lines: [
      appraisalId,
      `${say('考核', 'cycle')} ${cycleKey}${rehearsal ? say('（演练）', ' (rehearsal)') : ''}`,
    ],
  };
}

/** Where the states come from, and whose time it is. */
export function storyNote(language: StoryLanguage): string {
  return language === 'zh'
    ? '其后状态由流程自身的查询在重放中给出，不取自数据库。时间为北京时间。'
    : 'The state after a step is what its flow answered to its own query in a replay, never read from a database. Times are of China.';
}

/** How a flow replayed, in words; `bad`: not as its history says. */
export function flowVerdict(
  { replay, fault }: ToldFlow,
  language: StoryLanguage,
): { readonly words: string; readonly bad: boolean } {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  if (replay === 'same') return { words: say('与历史一致', 'the same as its history'), bad: false };
  if (replay === 'not_replayed') {
    return {
      words: say('未重放：没有该版本的程序', 'not replayed: the code of its build is not at hand'),
      bad: false,
    };
  }
  const at = fault?.event == null ? '' : say(`，事件 ${fault.event}`, ` at event ${fault.event}`);
  return {
    words: say(`不一致${at}：${fault?.reason ?? ''}`, `different${at}: ${fault?.reason ?? ''}`),
    bad: true,
  };
}
