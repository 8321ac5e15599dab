import { readGate, Refusal, type GateCase, type GateReading, type Rulebook } from '@kaoji/domain';
import type { ConsequenceRow, Instant } from '../../ports/records.js';
import { gateDemand, titleOfConsequence } from './gate-demand.js';

/** What a named person wants: rule ids. */
export type Choice = { readonly confirm: readonly string[]; readonly refuse: readonly string[] };

/** Whether a consequence waits for a named person: it hurts, and takes effect once confirmed. */
export function waits({ adverse, force, state }: ConsequenceRow): boolean {
  return adverse && force === 'confirm' && state === 'proposed';
}

/** Proposed, and something a person can decide. */
export function isOpen({ state, force }: ConsequenceRow): boolean {
  return state === 'proposed' && force !== 'inform';
}

/** Refuses `CONSEQUENCE_UNKNOWN` unless each one named is among `open`, once. */
export function demandKnown(open: readonly ConsequenceRow[], { confirm, refuse }: Choice): void {
  const named = [...confirm, ...refuse];
  const unknown = named.filter((rule) => !open.some((row) => row.rule === rule));
  if (unknown.length === 0 && named.length === new Set(named).size) return;
  throw new Refusal('CONSEQUENCE_UNKNOWN', 'Name each consequence that is still open once.', {
    errors: unknown.map((rule) => ({ path: 'confirm', message: `nothing open under the rule "${rule}"` })),
  });
}

/** Refuses `CONSEQUENCES_UNDECIDED` when one that waits is neither confirmed nor refused. */
export function demandAllDecided(open: readonly ConsequenceRow[], { confirm, refuse }: Choice): void {
  const named = [...confirm, ...refuse];
  const undecided = open.filter((row) => waits(row) && !named.includes(row.rule));
  if (undecided.length === 0) return;
  throw new Refusal('CONSEQUENCES_UNDECIDED', 'Confirm or refuse every consequence that waits.', {
    errors: undecided.map(({ rule }) => ({
      path: 'confirm',
      message: `"${rule}" is neither confirmed nor refused`,
    })),
  });
}

export type Decision = {
  readonly choice: Choice;
  readonly rulebook: Rulebook;
  readonly known: GateCase;
  readonly by: string;
  readonly at: Instant;
};

/**
 * The next version of every row decided on. What hurts opens its gate or is refused: `GATE_CLOSED_BY_LAW`
 * where no document can open it, `GATE_RECORDS_MISSING` with every record that is not there; both name all of
 * them at once. Where only somebody else may carry it out, what is confirmed is the referral.
 */
export function decide(rows: readonly ConsequenceRow[], decision: Decision): readonly ConsequenceRow[] {
  const { choice, rulebook, known, by, at } = decision;
  const chosen = rows.filter(({ rule }) => choice.confirm.includes(rule) || choice.refuse.includes(rule));
  const gates = new Map(
    chosen
      .filter(({ adverse, rule }) => adverse && choice.confirm.includes(rule))
      .map((row) => [row, readGate(gateDemand(rulebook, row), known)]),
  );
  refuseClosed(rulebook, gates);
  return chosen.map((row): ConsequenceRow => {
    const confirmed = choice.confirm.includes(row.rule);
    const gate = gates.get(row);
    const referredTo = gate === undefined || gate.carriedOutAs === 'as_written' ? null : gate.carriedOutAs;
    return {
      ...row,
      params: referredTo === null ? row.params : { ...row.params, referredTo },
      state: confirmed ? 'confirmed' : 'refused',
      gateRecords: gate?.conditions.map(({ by: document }) => document ?? '') ?? [],
      decidedBy: by,
      decidedAt: at,
      version: row.version + 1,
    };
  });
}

type Gates = ReadonlyMap<ConsequenceRow, GateReading>;

function refuseClosed(rulebook: Rulebook, gates: Gates): void {
  const closed = [...gates].filter(([, { open }]) => !open);
  if (closed.length === 0) return;
  const errors = closed.flatMap(([row, gate]) => faultsOf(rulebook, row, gate));
  const barred = closed.some(([, { bars }]) => bars.length > 0);
  const rules = closed.map(([{ rule }]) => rule).join(', ');
  throw barred
    ? new Refusal('GATE_CLOSED_BY_LAW', `The law does not let this be confirmed: ${rules}.`, { errors })
    : new Refusal('GATE_RECORDS_MISSING', `These need records that are not there: ${rules}.`, { errors });
}

function faultsOf(rulebook: Rulebook, row: ConsequenceRow, { bars, conditions }: GateReading) {
  const title = titleOfConsequence(rulebook, row);
  return [
    ...bars.map(({ code, clause, why }) => ({
      path: `${row.rule}.${code}`,
      code,
      message: `${title.en}: ${why.en} (${clause})`,
      messageZh: `${title.zh}：${why.zh}（${clause}）`,
    })),
    ...conditions
      .filter(({ met }) => !met)
      .map(({ record, title: wanted, why }) => ({
        path: `${row.rule}.${record}`,
        code: record,
        message: why === null ? wanted.en : `${wanted.en}: ${why.en}`,
        messageZh: why === null ? wanted.zh : `${wanted.zh}：${why.zh}`,
      })),
  ];
}
