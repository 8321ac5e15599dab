import type { ComparedStep } from '../compare-stories.js';
import type { StoryLanguage } from '../step-lines.js';
import type { StoryStep } from '../story.js';
import { chinaTime } from '../story-words.js';
import { escapeHtml } from './markup.js';

/** Two appraisals beside each other, what parts them under each pair. */
export function comparedTable(
  { otherId, rows }: { readonly otherId: string; readonly rows: readonly ComparedStep[] },
  language: StoryLanguage,
): string {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const cell = (step: StoryStep | null): string =>
    step === null
      ? '<td class="only">—</td>'
      : `<td>${escapeHtml(step.what[language])}<br><span class="quiet">${step.number} · ${chinaTime(step.at)}</span></td>`;
  const body = rows.map((row) => {
    const parts = differenceTexts(row, language).map(escapeHtml).join('<br>');
    return `<tr>${cell(row.a)}${cell(row.b)}<td>${parts}</td></tr>`;
  });
  return [
    `<h2>${say('与另一次考核比较', 'Compared with another appraisal')}</h2>`,
    `<div class="quiet id">${escapeHtml(otherId)}</div>`,
    `<div class="wide"><table><thead><tr><th>${say('本次', 'this one')}</th><th>${say('另一次', 'the other')}</th><th>${say('不同', 'differs')}</th></tr></thead>`,
    `<tbody>${body.join('\n')}</tbody></table></div>`,
  ].join('\n');
}

/** What parts two paired steps, in words; a step only one of them has says so. */
export function differenceTexts({ a, b, differs }: ComparedStep, language: StoryLanguage): readonly string[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  if (b === null) return [say('仅本次', 'only this one')];
  if (a === null) return [say('仅另一次', 'only the other')];
  return differs.map(
    (one) =>
      `${one.what[language]}${say('：', ': ')}${one.a?.[language] ?? '—'} ≠ ${one.b?.[language] ?? '—'}`,
  );
}
