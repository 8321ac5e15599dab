import { firstDifferingStep } from '../../evaluate/diff-evaluations.js';
import type {
  Decision,
  PersonEvaluation,
  ProposedConsequence,
  QuotaSheet,
} from '../../evaluate/evaluation.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import type { LocalText } from '../../rulebook/schema/text.js';

/** Where two results part: what the record says and what computing it again gives, with the clause of the step. */
export type ResultDifference = {
  readonly what: LocalText;
  readonly stored: string;
  readonly again: string;
  readonly clause: string | null;
};

const result = ({ status, grade }: Decision): string => grade ?? status;

/** Which consequence it is and all it does; not how it is worded. */
export function consequenceWords({ title: _title, gate, ...rest }: ProposedConsequence): string {
  return canonicalJson({ ...rest, gate: gate?.requires.map(({ record }) => record) ?? [] });
}

const FIELDS: readonly [
  LocalText,
  (person: PersonEvaluation) => string,
  (person: PersonEvaluation) => string | null,
][] = [
  [{ zh: '资格', en: 'eligibility' }, (one) => decision(one.eligibility), (one) => one.eligibility.clause],
  [{ zh: '各项得分', en: 'dimension scores' }, (one) => canonicalJson(one.dimensions), () => null],
  [{ zh: '综合得分', en: 'composite score' }, (one) => one.composite ?? '—', () => null],
  [
    { zh: '名额前等次', en: 'grade before the quota' },
    (one) => decision(one.provisional),
    (one) => one.provisional.clause,
  ],
  [{ zh: '等次', en: 'grade' }, (one) => decision(one.final), (one) => one.final.clause],
  [
    { zh: '后果', en: 'consequences' },
    (one) => one.consequences.map(consequenceWords).join('; '),
    (one) => one.consequences.find(({ clause }) => clause !== null)?.clause ?? null,
  ],
  [
    { zh: '须由人决定的事由', en: 'what people must decide' },
    (one) => (one.needsPeople ?? []).join(),
    () => null,
  ],
  [{ zh: '提示', en: 'flags' }, (one) => one.flags.map(({ code }) => code).join(), () => null],
  [
    { zh: '聘期考核', en: 'term appraisal' },
    (one) =>
      one.term === null
        ? '—'
        : `${one.term.result}; ${one.term.consequences.map(consequenceWords).join('; ')}`,
    (one) => one.term?.clause ?? null,
  ],
  [
    { zh: '名额线上的位置', en: 'place at the line' },
    (one) =>
      one.line === null ? '—' : `${one.line.rank}/${one.line.seats} ${one.line.side} ${one.line.decidedBy}`,
    () => null,
  ],
];

function decision(one: Decision): string {
  return `${result(one)} (${one.by} ${one.rule})`;
}

/**
 * The first thing that is not the same in two results, the cause before its effects: the deepest step of the derivation
 * that parts, else the field. Null where they only are worded differently, or not at all.
 */
export function firstDifference(stored: PersonEvaluation, again: PersonEvaluation): ResultDifference | null {
  try {
    const field = FIELDS.find(([, read]) => read(stored) !== read(again));
    const step =
      stored.derivation === undefined || again.derivation === undefined
        ? null
        : firstDifferingStep(stored.derivation, again.derivation);
    if (step !== null) {
      return {
        what: step.what,
        stored: step.a ?? '—',
        again: step.b ?? '—',
        clause: step.clauseB ?? step.clauseA,
      };
    }
    if (field === undefined) return null;
    const [what, read, clause] = field;
    return { what, stored: read(stored), again: read(again), clause: clause(again) };
  } catch {
    // A stored result that has not even the form of one.
    return {
      what: { zh: '结果的内容', en: 'what the result says' },
      stored: '?',
      again: result(again.final),
      clause: null,
    };
  }
}

const SHEET_FIELDS: readonly [LocalText, (sheet: QuotaSheet) => string][] = [
  [{ zh: '基数', en: 'base' }, ({ base, baseKind }) => `${base} (${baseKind})`],
  [{ zh: '比例', en: 'cap' }, ({ cap, capRule }) => `${cap} (${capRule})`],
  [{ zh: '名额', en: 'seats' }, ({ exactSeats, rounding, seats }) => `${seats} (${exactSeats}, ${rounding})`],
  [{ zh: '统筹', en: 'pool' }, ({ pool }) => pool ?? '—'],
  [{ zh: '候选人数', en: 'candidates' }, ({ candidates }) => String(candidates)],
  [{ zh: '获得名额的人', en: 'who has a seat' }, ({ awarded }) => awarded.join(', ')],
  [{ zh: '没有名额的人', en: 'who has none' }, ({ displaced }) => displaced.join(', ')],
  [{ zh: '抽签种子', en: "the draw's seed" }, ({ drawSeed }) => drawSeed ?? '—'],
  [{ zh: '交由人决定', en: 'left to people' }, ({ toPeople }) => (toPeople === null ? '—' : '✓')],
];

/** The first field in which two quota sheets differ; null where they only are worded differently. */
export function firstSheetDifference(stored: QuotaSheet, again: QuotaSheet): ResultDifference | null {
  try {
    const field = SHEET_FIELDS.find(([, read]) => read(stored) !== read(again));
    if (field === undefined) return null;
    const [what, read] = field;
    return { what, stored: read(stored), again: read(again), clause: again.capClause };
  } catch {
    return {
      what: { zh: '名额表的内容', en: 'what the sheet says' },
      stored: '?',
      again: String(again.seats),
      clause: null,
    };
  }
}

/** In words: what, as stored, as computed again. */
export function differenceText(id: string, { what, stored, again }: ResultDifference): LocalText {
  return {
    zh: `${id} ${what.zh}，记录为 ${stored}，应为 ${again}`,
    en: `${id} ${what.en}: on record ${stored}, should be ${again}`,
  };
}
