export type Picked = 'confirm' | 'refuse' | 'later';
export type Choice = { readonly confirm: string[]; readonly refuse: string[] };
/** As much of a gate as the decision asks for. */
type Deciding = {
  readonly rule: string;
  readonly force: 'confirm' | 'may' | 'inform';
  readonly state: 'proposed' | 'confirmed' | 'frozen' | 'refused';
  readonly open: boolean;
};

/** What can be decided now: everything proposed once it may no longer be contested; after the record what an office may do. */
export function openGates<G extends Deciding>(gates: readonly G[], status: string): readonly G[] {
  const proposed = gates.filter(({ state }) => state === 'proposed');
  if (status === 'awaiting_confirmation') return proposed;
  return status === 'recorded' ? proposed.filter(({ force }) => force === 'may') : [];
}

/** What was picked as the service takes it, and how many that wait are not decided yet. */
export function decisionOf(
  open: readonly Deciding[],
  picked: Readonly<Record<string, Picked>>,
): { readonly choice: Choice; readonly undecided: number } {
  const chosen = (want: Picked): string[] =>
    open.flatMap(({ rule, open: mayPass }) =>
      picked[rule] === want && (want !== 'confirm' || mayPass) ? [rule] : [],
    );
  const choice = { confirm: chosen('confirm'), refuse: chosen('refuse') };
  const named = new Set([...choice.confirm, ...choice.refuse]);
  const undecided = open.filter(({ rule, force }) => force === 'confirm' && !named.has(rule)).length;
  return { choice, undecided };
}
