import { describe, expect, it } from '@jest/globals';
import type { MarkingItem } from '../src/api/marking.js';
import {
  anchorOf,
  entryOf,
  faultOf,
  isChanged,
  keyOf,
  needsReason,
  standingOf,
} from '../src/features/marking/sheet.js';

const item = (over: Partial<MarkingItem> = {}): MarkingItem => ({
  ...{ appraisalId: 'a', unitId: 'u', name: '演示', posts: ['grid_worker'] },
  ...{ part: 'p', partTitle: { zh: '项', en: 'part' }, post: null, postTitle: null },
  ...{ role: 'panel_member', roleTitle: { zh: '成员', en: 'member' }, max: '100' },
  ...{ evidenceRequired: false, evidence: [], panelId: null, marked: null, reason: null, nextVersion: 1 },
  anchors: ['90', '75', '0'].map((atLeast) => ({ atLeast, text: { zh: atLeast, en: atLeast } })),
  reasonBounds: { atLeast: '95', atMost: '40' },
  ...over,
});
const entry = (value: string, reason = '') => ({ value, reason });

describe('faultOf', () => {
  it.each([
    ['', '', null],
    ['86', '', null],
    ['86.5', '', null],
    ['八十六', '', 'not_a_number'],
    ['-1', '', 'not_a_number'],
    ['1e2', '', 'not_a_number'],
    ['100.000001', '', 'out_of_scale'],
    ['95', '', 'reason_missing'],
    ['95', '  ', 'reason_missing'],
    ['95', '演示', null],
    ['40', '', 'reason_missing'],
    ['94.999999', '', null],
    ['40.000001', '', null],
  ])('says of %p with the reason %p: %p', (value, reason, fault) => {
    expect(faultOf(item(), entry(value, reason))).toBe(fault);
  });

  it('wants no reason where the rulebook sets no bounds', () => {
    expect(faultOf(item({ reasonBounds: null }), entry('100'))).toBeNull();
    expect(needsReason(item({ reasonBounds: null }), '100')).toBe(false);
  });
});

describe('anchorOf', () => {
  it.each([
    ['90', 0],
    ['89.999999', 1],
    ['0', 2],
    ['', -1],
    ['x', -1],
  ])('places %p at %p', (value, at) => {
    expect(anchorOf(item(), value)).toBe(at);
  });
});

describe('what is sent', () => {
  const given = item({ marked: '80', reason: '演示', nextVersion: 2 });

  it('is what differs from what was given; an emptied field changes nothing', () => {
    expect(entryOf(given, {})).toEqual(entry('80', '演示'));
    const draft = (value: string, reason: string) => ({ [keyOf(given)]: entry(value, reason) });
    expect(isChanged(given, draft('80', '演示'))).toBe(false);
    expect(isChanged(given, draft('', '演示'))).toBe(false);
    expect(isChanged(given, draft('81', '演示'))).toBe(true);
    expect(isChanged(given, draft('80', '演示：更正'))).toBe(true);
  });

  it('stands as open, drafted or given', () => {
    expect(standingOf(item(), {})).toBe('open');
    expect(standingOf(item(), { [keyOf(item())]: entry('77') })).toBe('drafted');
    expect(standingOf(given, {})).toBe('given');
  });
});
