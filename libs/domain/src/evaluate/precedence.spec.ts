import { describe, expect, it } from '@jest/globals';
import {
  caseWith,
  markedWith,
  rulebookWith,
  said,
  type AppraiseeInput,
  type RulebookInput,
} from '../testing.js';
import { evaluateUnit } from './evaluate-unit.js';

const flag = (id: string) => ({
  id,
  type: 'boolean' as const,
  scope: 'person' as const,
  default: false,
  title: said(id),
});
const when = (fact: string) => ({ fact, op: 'eq' as const, value: true });

const base: Partial<RulebookInput> = {
  facts: ['investigated', 'on_leave', 'refused', 'complaint', 'audit', 'suspended'].map(flag),
  eligibility: [
    { id: 'investigation', clause: 'Art 42', when: when('investigated'), outcome: 'held' },
    { id: 'leave', clause: 'Art 41', when: when('on_leave'), outcome: 'ungraded' },
  ],
  discipline: {
    id: 'discipline',
    clause: 'Art 43',
    punishments: ['warning', 'serious', 'demerit', 'case'].map((code) => ({ code, title: said(code) })),
    severity: [
      { cap: 'competent' },
      { outcome: 'comment_only' },
      { force: 'incompetent' },
      { outcome: 'held' },
    ],
    rows: [
      { id: 'warning', clause: 'N8(1)', punishment: 'warning', years: [{ cap: 'competent' }] },
      { id: 'demerit', clause: 'N8(2)', punishment: 'demerit', years: [{ outcome: 'comment_only' }] },
      { id: 'serious', clause: 'N8(3)', punishment: 'serious', years: [{ force: 'incompetent' }] },
      { id: 'case', clause: 'N8(4)', punishment: 'case', years: [{ outcome: 'held' }] },
    ],
  },
  vetoes: [
    { id: 'refusal', clause: 'Art 44', when: when('refused'), effect: { force: 'incompetent' } },
    { id: 'complaints', clause: 'F4', when: when('complaint'), effect: { cap: 'basically_competent' } },
    { id: 'audit', clause: 'm11', when: when('audit'), effect: { cap: 'competent' } },
    { id: 'suspension', clause: 'local', when: when('suspended'), effect: { outcome: 'held' } },
    {
      id: 'low-score',
      clause: 'local',
      when: { fact: 'composite', op: 'lt', value: '60' },
      effect: { cap: 'incompetent' },
    },
  ],
  quota: { ...rulebookWith().quota, cap: '1' },
};

const punished = (...kinds: string[]) => kinds.map((kind) => ({ kind, year: 2025 }));

function resultOf(mark: string, person: Partial<AppraiseeInput>, overrides: Partial<RulebookInput> = {}) {
  const rulebook = rulebookWith({ ...base, ...overrides });
  return evaluateUnit(rulebook, caseWith([markedWith('a', mark, person)])).people[0];
}

describe('precedence: hold > exclusion > veto and discipline > band > quota', () => {
  it.each<[string, Partial<AppraiseeInput>, object]>([
    [
      'the band decides when nothing else speaks',
      {},
      { grade: 'excellent', by: 'band', rule: 'band-excellent', clause: 'clause of excellent' },
    ],
    [
      'a hold comes before an exclusion',
      { facts: { investigated: true, on_leave: true } },
      { status: 'held', by: 'hold', rule: 'investigation', clause: 'Art 42' },
    ],
    [
      'a hold by a veto comes before an exclusion',
      { facts: { suspended: true, on_leave: true } },
      { status: 'held', by: 'hold', rule: 'suspension' },
    ],
    [
      'a hold by discipline comes before an exclusion',
      { facts: { on_leave: true }, punishments: punished('case') },
      { status: 'held', by: 'hold', rule: 'case' },
    ],
    [
      'an exclusion comes before a veto',
      { facts: { on_leave: true, refused: true } },
      { status: 'ungraded', by: 'exclusion', rule: 'leave', clause: 'Art 41' },
    ],
    [
      'discipline without a grade comes before a veto',
      { facts: { refused: true }, punishments: punished('demerit') },
      { status: 'comment_only', by: 'discipline', rule: 'demerit' },
    ],
    [
      'a veto comes before the band',
      { facts: { refused: true } },
      { grade: 'incompetent', by: 'veto', rule: 'refusal', clause: 'Art 44' },
    ],
    [
      'discipline comes before the band',
      { punishments: punished('warning') },
      { grade: 'competent', by: 'discipline', rule: 'warning', clause: 'N8(1)' },
    ],
    [
      'of several punishments the heavier counts (Art 43)',
      { punishments: punished('warning', 'serious', 'demerit') },
      { grade: 'incompetent', by: 'discipline', rule: 'serious' },
    ],
    [
      'of two vetoes the worse grade counts',
      { facts: { audit: true, complaint: true } },
      { grade: 'basically_competent', by: 'veto', rule: 'complaints' },
    ],
    [
      'a cap worse than discipline counts before it',
      { facts: { complaint: true }, punishments: punished('warning') },
      { grade: 'basically_competent', rule: 'complaints' },
    ],
  ])('%s', (_, person, final) => {
    expect(resultOf('95', person)?.final).toMatchObject(final);
  });

  it('a cap leaves a worse band alone', () => {
    expect(resultOf('65', { facts: { audit: true } })?.final).toMatchObject({
      grade: 'basically_competent',
      by: 'band',
    });
  });

  it('a veto reads the composite exactly', () => {
    expect(resultOf('59.99', {})?.final).toMatchObject({ grade: 'incompetent' });
    expect(resultOf('60', {})?.final).toMatchObject({ grade: 'basically_competent', by: 'band' });
  });

  it('a forced grade needs no score, and neither does a cap at the worst grade; a milder cap leaves it open', () => {
    const unmarked = { marks: [] };
    const worst: RulebookInput['vetoes'] = [
      { id: 'worst', clause: 'x', when: when('audit'), effect: { cap: 'incompetent' } },
    ];
    expect(resultOf('0', { ...unmarked, facts: { refused: true } })?.final).toMatchObject({
      grade: 'incompetent',
      by: 'veto',
    });
    expect(resultOf('0', { ...unmarked, facts: { audit: true } }, { vetoes: worst })?.final).toMatchObject({
      grade: 'incompetent',
    });
    expect(resultOf('0', { ...unmarked, facts: { audit: true } })?.final).toMatchObject({
      status: 'undecided',
      by: 'people',
    });
  });

  it('the quota comes last: a displaced person falls to the next grade by the quota’s clause', () => {
    const person = resultOf('95', {}, { quota: rulebookWith().quota });
    expect(person?.provisional).toMatchObject({ grade: 'excellent', by: 'band' });
    expect(person?.final).toMatchObject({ grade: 'competent', by: 'quota', rule: 'quota', clause: 'Art 15' });
  });

  it('every decision says why in both languages', () => {
    const person = resultOf('95', { punishments: punished('warning') });
    for (const decision of [person?.eligibility, person?.provisional, person?.final]) {
      expect(decision?.why).toEqual({
        zh: expect.stringMatching(/\p{Script=Han}/u),
        en: expect.stringMatching(/[a-z]/),
      });
    }
  });
});
