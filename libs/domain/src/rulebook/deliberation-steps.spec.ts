import { describe, expect, it } from '@jest/globals';
import { applyAct, openApproval } from '../approval/apply-act.js';
import { approvedBy } from '../approval/approved-by.js';
import { planStep } from '../approval/plan-step.js';
import { actFrom, inShort } from '../testing/approvals.js';
import { rulebookWith } from '../testing/builders.js';
import { editRulebook, type Edit } from '../testing/edit-rulebook.js';
import { nationalText } from '../testing/national-rulebook.js';
import { deliberationSteps } from './deliberation-steps.js';
import { lintRulebook } from './lint/lint-rulebook.js';
import { parseRulebook } from './parse-rulebook.js';

const NATIONAL = nationalText();
const STEPS = 'process.deliberation.steps';
const TITLE = { zh: '党工委会议', en: 'party working committee' };
const LATE = { remindAfterWorkingDays: 1, escalateAfterWorkingDays: 3 };

/** A subdistrict with three levels: the supervisor, two deputy directors in order, the committee. */
const THREE: readonly Edit[] = [
  ['roles[5]', { code: 'director', title: { zh: '分管主任', en: 'deputy director' } }],
  [
    `${STEPS}[1]`,
    {
      ...{
        id: 'approval.directors',
        clause: '第十七条第四项',
        title: TITLE,
        who: { role: 'director', scope: 'area' },
      },
      ...{ many: { mode: 'in_order' }, ...LATE, escalateTo: 'superior' },
      ...{ returnTo: ['approval.supervisor'], reasonFor: ['approve'], batch: false },
    },
  ],
  [
    `${STEPS}[2]`,
    {
      ...{
        id: 'approval.committee',
        clause: '第十七条第四项',
        title: TITLE,
        who: { superiorOf: 'approval.directors' },
      },
      ...{ many: { mode: 'vote', threshold: 0.6, inclusive: true, of: 'cast', quorum: '2/3' }, ...LATE },
      ...{ returnTo: ['approval.directors', 'collection'], reasonFor: [], batch: false },
    },
  ],
];

const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  supervisor: ['sun', 'song'],
  director: ['du', 'ding'],
  superior: ['li', 'lu', 'lin'],
};

/** The approval of one list under a rulebook, with the accounts an office would have. */
function opened(text: string) {
  const steps = deliberationSteps(parseRulebook(text).rulebook).map((step) =>
    planStep(step, {
      candidates: ('role' in step.who ? (HOLDERS[step.who.role] ?? []) : step.who.named).map((holder) => ({
        holder,
        weight: 1,
      })),
      superiors: step.escalateTo === null ? [] : (HOLDERS[step.escalateTo] ?? []),
      starter: 'hr',
      recused: [],
    }),
  );
  return openApproval({ starter: 'hr', steps });
}

const storyOf = (text: string, acts: readonly string[]) => {
  let state = opened(text);
  const story = acts.map((line) => {
    state = applyAct(state, actFrom(state, line));
    return `${line} -> ${inShort(state)}`;
  });
  return { state, story };
};

describe('the levels of a rulebook', () => {
  it('are one, any of those who decide, where none are written', () => {
    const [only, ...more] = deliberationSteps(rulebookWith());
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      id: 'decision',
      who: { role: 'supervisor', scope: 'unit' },
      many: { mode: 'one' },
    });
  });

  it('two: the supervisor, then the leading group by vote', () => {
    expect(lintRulebook(NATIONAL).findings).toEqual([]);
    const { state, story } = storyOf(NATIONAL, ['song approve', 'li approve', 'lu return', 'lin approve']);
    expect(story).toEqual([
      'song approve -> open approval.leading_group: li waiting, lu waiting, lin waiting',
      'li approve -> open approval.leading_group: li approved, lu waiting, lin waiting',
      'lu return -> open approval.leading_group: li approved, lu rejected, lin waiting',
      'lin approve -> approved approval.leading_group: li approved, lu rejected, lin approved',
    ]);
    expect(approvedBy(state)).toEqual(['song', 'li', 'lin']);
  });

  it('three: another place writes another file, and nothing else changes', () => {
    const text = editRulebook(NATIONAL, THREE);
    expect(lintRulebook(text).findings).toEqual([]);
    const { state, story } = storyOf(text, [
      'sun approve',
      'du approve',
      'ding approve',
      'li approve',
      'lu abstain',
      'lin approve',
    ]);
    expect(story.map((line) => line.split(' -> ')[1])).toEqual([
      'open approval.directors: du waiting, ding waiting',
      'open approval.directors: du approved, ding waiting',
      'open approval.committee: li waiting, lu waiting, lin waiting',
      'open approval.committee: li approved, lu waiting, lin waiting',
      'open approval.committee: li approved, lu abstained, lin waiting',
      'approved approval.committee: li approved, lu abstained, lin approved',
    ]);
    expect(approvedBy(state)).toEqual(['sun', 'du', 'ding', 'li', 'lin']);
  });

  it('a panel is its members by role, named people are themselves', () => {
    const text = editRulebook(NATIONAL, [
      [`${STEPS}[approval.supervisor].who`, { named: ['sun'] }],
      [`${STEPS}[approval.leading_group].who`, { panel: 'panel_member' }],
    ]);
    expect(deliberationSteps(parseRulebook(text).rulebook).map(({ who }) => who)).toEqual([
      { named: ['sun'] },
      { role: 'panel_member', scope: 'area' },
    ]);
  });
});
