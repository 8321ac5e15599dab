import type { LocalText } from '@kaoji/domain';
import type { DerivationNode } from '../../api/results.js';

/** What the rulebook calls its dimensions, found where the derivation speaks of them. */
export function dimensionTitles(node: DerivationNode | undefined): ReadonlyMap<string, LocalText> {
  const titles = new Map<string, LocalText>();
  const visit = (each: DerivationNode): void => {
    if (each.rule !== undefined && !titles.has(each.rule)) titles.set(each.rule, each.what);
    each.children.forEach(visit);
  };
  if (node !== undefined) visit(node);
  return titles;
}
