/** Why somebody does not sit for an appraisee. The first four the system finds; the others people say. */
export const STAND_DOWN_CAUSES = [
  'oneself',
  'relative',
  'competing', // competes for the same post
  'took_part', // had a part in this person's matter before
  'recused', // by the member
  'challenged', // asked by the appraisee, granted by the superior
  'absent', // found by HR
] as const;
export type StandDownCause = (typeof STAND_DOWN_CAUSES)[number];
export type Conflict = Extract<StandDownCause, 'oneself' | 'relative' | 'competing' | 'took_part'>;

/** Somebody who could sit: an account, and the person it belongs to if any. */
export type Sitter = { readonly account: string; readonly person: string | null };

/** What the records say about one appraisee: accounts by the reason they cannot judge. */
export type AppraiseeTies = {
  readonly person: string;
  readonly relatives: ReadonlySet<string>;
  readonly competitors: ReadonlySet<string>;
  readonly tookPart: ReadonlySet<string>;
};

/** What keeps somebody from judging an appraisee, the strongest first; null for nothing on record. */
export function conflictOf(sitter: Sitter, ties: AppraiseeTies): Conflict | null {
  if (sitter.person !== null && sitter.person === ties.person) return 'oneself';
  if (ties.relatives.has(sitter.account)) return 'relative';
  if (ties.competitors.has(sitter.account)) return 'competing';
  return ties.tookPart.has(sitter.account) ? 'took_part' : null;
}
