import { describe, expect, it } from '@jest/globals';
import type { InboxItemView } from '@kaoji/http-contract';
import { inboxText } from './inbox-text.js';

const item = (own: Partial<InboxItemView> = {}): InboxItemView => ({
  id: '0123456789abcdef0123456789abcdef',
  kind: 'list',
  title: { zh: '审批名单', en: 'List to approve' },
  as: 'self',
  onBehalfOf: null,
  source: 'list/c/u/1',
  cycleId: 'c',
  year: 2026,
  run: 'live',
  unitId: 'u',
  unitName: '东片',
  appraisalId: null,
  personName: null,
  step: 'supervisor',
  verbs: ['approve', 'return'],
  count: null,
  since: Date.UTC(2026, 10, 20, 2),
  dueAt: Date.UTC(2026, 10, 30, 16) - 1,
  overdue: false,
  workingDaysLeft: 5,
  ifNothing: 'superior_told',
  ifNothingText: { zh: '逾期不办：报上级。', en: 'If you do nothing: your superior is told.' },
  ...own,
});

describe(inboxText, () => {
  it('says what, for whom, what one may do, until when, and below what happens otherwise', () => {
    const text = inboxText([item()], false, 'zh');
    for (const word of ['01234567', '审批名单', '东片 2026', 'approve return', '2026-11-20'])
      expect(text).toContain(word);
    expect(text).toContain('2026-11-30 还有 5 个工作日');
    expect(text.split('\n').at(-1)).toBe('1  逾期不办：报上级。');
  });

  it('tells apart for whom one acts, how many there are, and what is overdue', () => {
    const items = [
      item({ as: 'deputy', onBehalfOf: { accountId: 'a', name: '演示主管' } }),
      item({ as: 'superior', overdue: true }),
      item({ kind: 'marking', title: { zh: '评分', en: 'Marks to give' }, count: 12, dueAt: null }),
    ];
    const text = inboxText(items, true, 'en');
    for (const word of ['(for 演示主管)', '(as superior)', 'overdue', 'Marks to give × 12', 'no date'])
      expect(text).toContain(word);
    expect(text).toContain('1  If you do nothing: your superior is told.\nthere is more');
  });

  it('says so when nothing waits', () => {
    expect(inboxText([], false, 'zh')).toBe('没有等您处理的事项');
  });
});
