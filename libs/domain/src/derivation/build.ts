import type { LocalText } from '../rulebook/schema/text.js';
import type { DerivationNode, Operation } from './node.js';

/** Where a node's step is written down. */
export type Source = {
  readonly id?: string | undefined;
  readonly clause?: string | undefined | null;
};

export function text(zh: string, en: string): LocalText {
  return { zh, en };
}

/** A node with its children; `source` is the rule it follows. */
export function derived(
  what: LocalText,
  value: string,
  operation: Operation,
  children: readonly DerivationNode[],
  extra: {
    readonly source?: Source | undefined;
    readonly id?: string;
    readonly note?: LocalText | null;
  } = {},
): DerivationNode {
  const { source, id, note } = extra;
  return {
    what,
    value,
    operation,
    ...(id === undefined ? {} : { id }),
    ...(source?.id === undefined ? {} : { rule: source.id }),
    ...(source?.clause === undefined || source.clause === null ? {} : { clause: source.clause }),
    ...(note === undefined || note === null ? {} : { note }),
    children,
  };
}

/** A leaf: what the case or the rulebook says, at its address. */
export function input(what: LocalText, value: string, from: string, source?: Source): DerivationNode {
  return derived(what, value, { op: 'input', from }, [], { source });
}

/** A leaf that repeats a node of the same tree by its id. */
export function reference(what: LocalText, value: string, to: string): DerivationNode {
  return derived(what, value, { op: 'refer', to }, []);
}
