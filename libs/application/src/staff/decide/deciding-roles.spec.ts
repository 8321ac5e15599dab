import { describe, expect, it } from '@jest/globals';
import type { ReminderRow } from '../../ports/records.js';
import { decidingRoles } from './deciding-roles.js';

type Rules = Parameters<typeof decidingRoles>[0];
const rules = {
  process: { deliberation: { decidedBy: 'supervisor', escalateTo: 'superior' } },
} as unknown as Rules;
const reminder = (over: Partial<ReminderRow>): ReminderRow => ({
  key: 'c/u/deliberation/2/escalate',
  cycleId: 'c',
  unitId: 'u',
  kind: 'escalate',
  stage: 'deliberation',
  recipients: 1,
  sentAt: 0,
  ...over,
});

describe('decidingRoles', () => {
  it.each([
    { rule: 'the rulebook names who decides', reminders: [], roles: ['supervisor'] },
    {
      rule: 'an escalated list may be decided above',
      reminders: [reminder({})],
      roles: ['supervisor', 'superior'],
    },
    {
      rule: 'a reminder alone adds nobody',
      reminders: [reminder({ kind: 'remind', key: 'c/u/deliberation/2/remind' })],
      roles: ['supervisor'],
    },
    {
      rule: 'the escalation of an earlier round adds nobody',
      reminders: [reminder({ key: 'c/u/deliberation/1/escalate' })],
      roles: ['supervisor'],
    },
    { rule: 'nor does that of another unit', reminders: [reminder({ unitId: 'v' })], roles: ['supervisor'] },
    {
      rule: 'nor that of the collection',
      reminders: [reminder({ stage: 'collection', key: 'c/u/collection/0/escalate' })],
      roles: ['supervisor'],
    },
  ])('$rule', ({ reminders, roles }) => {
    expect(decidingRoles(rules, reminders, { unitId: 'u', round: 2 })).toEqual(roles);
  });
});
