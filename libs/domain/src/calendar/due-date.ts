/**
 * The due date that holds after one was computed anew (a later calendar release, a corrected rule, another clock): one already given to a
 * person never moves earlier. Epoch ms; `given` is null where nobody was told one yet.
 */
export function standingDueDate(given: number | null, computed: number): number {
  return given === null ? computed : Math.max(given, computed);
}
