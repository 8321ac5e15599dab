import type { InboxItemView } from '@kaoji/http-contract';
import Table from 'cli-table3';
import { inLanguage, speaker, type Language } from '../terminal/language.js';

/** So much of an id tells the tasks of one person apart. */
export const SHORT_ID = 8;
const ZONE = 'Asia/Shanghai';

/** What waits, as a person wants to read it: until when first, and below what happens if nothing is done. */
export function inboxText(items: readonly InboxItemView[], more: boolean, language: Language): string {
  const say = speaker(language);
  if (items.length === 0) return say('没有等您处理的事项', 'nothing waits for you');
  const table = new Table({
    head: [
      say('编号', 'Id'),
      say('事项', 'What'),
      say('对象', 'For whom'),
      say('可以', 'You may'),
      say('自', 'Since'),
      say('期限', 'Until'),
      say('不办', 'If not'),
    ],
    style: { head: [], border: [] },
  });
  const sentences = [...new Set(items.map(({ ifNothingText }) => inLanguage(ifNothingText, language)))];
  for (const item of items) {
    table.push([
      item.id.slice(0, SHORT_ID),
      whatText(item, language),
      `${item.personName ?? ''} ${item.unitName} ${item.year}`.trim(),
      item.verbs.join(' '),
      dayOf(item.since),
      untilText(item, language),
      String(sentences.indexOf(inLanguage(item.ifNothingText, language)) + 1),
    ]);
  }
  return [
    table.toString(),
    ...sentences.map((sentence, position) => `${position + 1}  ${sentence}`),
    ...(more ? [say('还有更多：--limit 或 --after', 'there is more: --limit or --after')] : []),
  ].join('\n');
}

function whatText({ title, count, as, onBehalfOf }: InboxItemView, language: Language): string {
  const say = speaker(language);
  const number = count === null ? '' : ` × ${count}`;
  const principal = onBehalfOf?.name ?? onBehalfOf?.accountId ?? '';
  const role = {
    self: '',
    deputy: say(`（代理 ${principal}）`, ` (for ${principal})`),
    delegate: say(`（受 ${principal} 委派）`, ` (asked by ${principal})`),
    superior: say('（作为上级）', ' (as superior)'),
  }[as];
  return `${inLanguage(title, language)}${number}${role}`;
}

function untilText({ dueAt, overdue, workingDaysLeft }: InboxItemView, language: Language): string {
  const say = speaker(language);
  if (dueAt === null) return say('无期限', 'no date');
  const left = overdue
    ? say('已逾期', 'overdue')
    : say(`还有 ${workingDaysLeft} 个工作日`, `${workingDaysLeft} working days left`);
  return `${dayOf(dueAt)} ${left}`;
}

/** The civil day where the office is. */
function dayOf(instant: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(instant);
}
