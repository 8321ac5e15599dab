import type { ComparedStep } from '../compare-stories.js';
import { toldSteps } from '../step-at.js';
import { stepLines, type StoryLanguage } from '../step-lines.js';
import type { Story, StoryStep, ToldFlow } from '../story.js';
import { chapterWords, chinaTime, sourceWords } from '../story-words.js';
import { comparedTable } from './compared-table.js';
import { flowVerdict, storyHeading, storyNote } from './story-heading.js';
import { escapeHtml } from './markup.js';
import { PAGE_STYLE } from './page-style.js';

export type StoryPageOptions = {
  readonly language: StoryLanguage;
  /** The engine's own book-keeping too. */
  readonly all?: boolean;
  readonly compared?: { readonly otherId: string; readonly rows: readonly ComparedStep[] };
};

/** The story as one HTML file: no script, nothing loaded from anywhere, every text of the data only text. */
export function storyPage(story: Story, { language, all = false, compared }: StoryPageOptions): string {
  const { title, lines } = storyHeading(story, language);
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const steps = all ? story.steps : toldSteps(story);
  const left = story.steps.length - steps.length;
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`${title} ${story.appraisalId}`)}</title><style>${PAGE_STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...lines.map((line) => `<div class="quiet id">${escapeHtml(line)}</div>`),
    `<h2>${say('流程与重放', 'Flows and their replay')}</h2>`,
    flowTable(story.flows, language),
    `<p class="quiet">${escapeHtml(storyNote(language))}</p>`,
    `<h2>${say('经过', 'What happened')}</h2>`,
    `<ol>${steps.map((step) => stepItem(step, language)).join('\n')}</ol>`,
    ...(left === 0
      ? []
      : [
          `<p class="quiet">${say(`另有 ${left} 个程序内部步骤未列出。`, `${left} steps of the engine are left out.`)}</p>`,
        ]),
    ...(compared === undefined ? [] : [comparedTable(compared, language)]),
    '</main></body></html>\n',
  ].join('\n');
}

function flowTable(flows: readonly ToldFlow[], language: StoryLanguage): string {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  if (flows.length === 0) {
    return `<p>${say('没有流程历史，只有记录。', 'No history of a flow is at hand: told from records alone.')}</p>`;
  }
  const heads = [
    say('流程', 'flow'),
    say('来源', 'from'),
    say('程序版本', 'code'),
    say('事件', 'events'),
    say('重放', 'replay'),
  ];
  const rows = flows.map((flow) => {
    const { words, bad } = flowVerdict(flow, language);
    return `<tr><td>${sourceWords(flow.source)[language]}</td><td>${originWords(flow.origin, language)}</td><td class="code">${escapeHtml(flow.builds.join(' '))}</td><td>${flow.events}</td><td${bad ? ' class="bad"' : ''}>${escapeHtml(words)}</td></tr>`;
  });
  return `<div class="wide"><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const ORIGINS: Readonly<Record<ToldFlow['origin'], readonly [zh: string, en: string]>> = {
  temporal: ['流程引擎', 'Temporal'],
  archive: ['档案库', 'archive'],
  bundle: ['审计包', 'audit bundle'],
};
const originWords = (origin: ToldFlow['origin'], language: StoryLanguage): string =>
  ORIGINS[origin][language === 'zh' ? 0 : 1];

function stepItem(step: StoryStep, language: StoryLanguage): string {
  const changed = language === 'zh' ? '变化' : 'changed';
  const lines = stepLines(step, language).map(({ label, text }, at, all) => {
    const again = all[at - 1]?.label === label; // several changes stand under one label
    const mark = label === changed ? ' class="changed"' : '';
    return `${again ? '' : `<dt>${escapeHtml(label)}</dt>`}<dd${mark}>${escapeHtml(text)}</dd>`;
  });
  const event =
    step.event === null ? '' : ` <span class="code">#${step.event} ${escapeHtml(step.type)}</span>`;
  return [
    `<li id="step-${step.number}"${step.changed.length > 0 ? ' class="number"' : ''}>`,
    `<div class="head"><span class="no">${step.number}</span><time datetime="${new Date(step.at).toISOString()}">${chinaTime(step.at)}</time><span class="tag">${chapterWords(step.chapter)[language]}</span><span>${sourceWords(step.source)[language]}${event}</span></div>`,
    `<div class="what">${escapeHtml(step.what[language])}</div>`,
    `<dl>${lines.join('')}</dl></li>`,
  ].join('');
}
