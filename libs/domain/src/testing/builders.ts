import type { z } from 'zod';
import { unitCaseSchema, type UnitCase } from '../evaluate/unit-case.js';
import { rulebookSchema, type Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';

export type RulebookInput = z.input<typeof rulebookSchema>;
export type CaseInput = z.input<typeof unitCaseSchema>;
export type AppraiseeInput = CaseInput['appraisees'][number];
export type DimensionInput = RulebookInput['dimensions'][number];
export type PartInput = DimensionInput['sheets'][number]['parts'][number];
export type RaterInput = Extract<PartInput['source'], { kind: 'marks' }>['raters'][number];

/** The same words in both languages, for rulebooks nobody will read. */
export function said(words: string): LocalText {
  return { zh: words, en: words };
}

/** A rater role: one mark is enough, nothing trimmed, missing marks redistributed. */
export function raterWith(role: string, weight: string, overrides: Partial<RaterInput> = {}): RaterInput {
  return { role, weight, minCount: 1, trim: 'none', missing: 'redistribute', ...overrides };
}

/** A part marked on a scale of 100 by one role (`supervisor`), or by the raters given. */
export function partWith(id: string, weight: string, overrides: Partial<PartInput> = {}): PartInput {
  const source = { kind: 'marks' as const, max: '100', raters: [raterWith('supervisor', '100')] };
  return { id, clause: `clause of ${id}`, weight, missing: 'to_people', source, ...overrides };
}

/** A dimension with one sheet for all posts; its parts' weights must sum to 100. */
export function dimensionWith(
  id: string,
  weight: string,
  parts: PartInput[] = [partWith(`${id}-marks`, '100')],
  overrides: Partial<DimensionInput> = {},
): DimensionInput {
  return {
    id,
    clause: `clause of ${id}`,
    title: said(id),
    weight,
    sheets: [{ id: `${id}-sheet`, posts: 'all', parts }],
    rounding: 'none',
    missing: 'to_people',
    ...overrides,
  };
}

const GRADES = ['excellent', 'competent', 'basically_competent', 'incompetent'] as const;
const BAND_ENDS = ['100', '90', '75', '60', '0'] as const;

function bandInputs(): RulebookInput['bands'] {
  return GRADES.map((grade, at) => ({
    id: `band-${grade}`,
    clause: `clause of ${grade}`,
    grade,
    from: { value: BAND_ENDS[at + 1] ?? '0', includes: true },
    to: { value: BAND_ENDS[at] ?? '100', includes: at === 0 },
  }));
}

function processInput(): RulebookInput['process'] {
  const clause = 'clause of the process';
  return {
    consultation: { id: 'consultation', clause, required: true },
    steps: [{ id: 'plan', clause, title: said('plan') }],
    collection: {
      id: 'collection',
      clause,
      workingDays: 10,
      remindAfterWorkingDays: 5,
      escalateAfterWorkingDays: 8,
    },
    survey: { id: 'survey-window', clause, workingDays: 10 },
    deliberation: {
      id: 'deliberation',
      clause,
      decidedBy: 'supervisor',
      remindAfterWorkingDays: 2,
      escalateAfterWorkingDays: 4,
      escalateTo: 'supervisor',
    },
    notice: { id: 'notice', clause, grades: ['excellent'], workingDays: 5 },
    signature: { id: 'signature', clause, workingDays: 5 },
    contest: {
      id: 'contest',
      clause,
      results: ['basically_competent', 'incompetent'],
      workingDays: 30,
      othersWorkingDays: 0,
    },
  };
}

/**
 * A small valid rulebook: four grades with bands at 90, 75 and 60, one dimension of one part marked by
 * supervisors, no vetoes, at most 20 % excellent by floor, ties by draw. Overrides replace whole keys.
 */
export function rulebookWith(overrides: Partial<RulebookInput> = {}): Rulebook {
  return rulebookSchema.parse({
    format: 'kaoji-rulebook/1',
    id: 'test',
    version: '1',
    title: said('test rulebook'),
    source: said('made up for tests'),
    grades: GRADES.map((code) => ({ code, title: said(code) })),
    posts: ['worker', 'head', 'specialist'].map((code) => ({ code, title: said(code) })),
    categories: [{ code: 'dedicated_staff', title: said('dedicated staff') }],
    roles: ['supervisor', 'peer', 'self', 'panel'].map((code) => ({ code, title: said(code) })),
    facts: [],
    eligibility: [],
    discipline: {
      id: 'discipline',
      clause: 'Art 43',
      punishments: [],
      severity: [{ cap: 'competent' }],
      rows: [],
    },
    dimensions: [dimensionWith('work', '100')],
    compositeRounding: 'none',
    dualPosts: { id: 'dual-posts', clause: 'Art 39', combine: 'mean' },
    vetoes: [],
    bands: bandInputs(),
    quota: quotaWith(),
    process: processInput(),
    consequences: [],
    gates: [],
    ...overrides,
  } satisfies RulebookInput);
}

/** At most 20 % excellent of all who should be appraised, floor, ties by the stated draw. */
export function quotaWith(overrides: Partial<RulebookInput['quota']> = {}): RulebookInput['quota'] {
  return {
    id: 'quota',
    clause: 'Art 15',
    grades: ['excellent'],
    base: 'should_appraise',
    cap: '0.2',
    whenBoth: 'lowered',
    rounding: 'floor',
    tieBreaks: [{ id: 'draw', clause: 'draw', draw: 'sha256' }],
    ...overrides,
  };
}

/** A worker of unit `u1` with nothing on record. */
export function appraiseeWith(id: string, overrides: Partial<AppraiseeInput> = {}): AppraiseeInput {
  return { id, unit: 'u1', posts: ['worker'], category: 'dedicated_staff', ...overrides };
}

/** One supervisor's mark for the default rulebook, enough to give a composite. */
export function markedWith(
  id: string,
  value: string,
  overrides: Partial<AppraiseeInput> = {},
): AppraiseeInput {
  const marks = [{ part: 'work-marks', role: 'supervisor', rater: 'boss', value }];
  return appraiseeWith(id, { marks, ...overrides });
}

/** A parsed case of one unit `u1` in 2025 with the seed `seed`. */
export function caseWith(appraisees: AppraiseeInput[], overrides: Partial<CaseInput> = {}): UnitCase {
  return unitCaseSchema.parse({
    format: 'kaoji-case/1',
    year: 2025,
    seed: 'seed',
    units: [{ id: 'u1' }],
    appraisees,
    ...overrides,
  } satisfies CaseInput);
}
