import type { Stratum } from '../../ports/survey-records.js';

/** References by stratum, as a list is hashed and a sample is drawn; strata nobody is in are left out. */
export function byStratum(
  residents: readonly { readonly ref: string; readonly stratum: Stratum }[],
): readonly { readonly stratum: Stratum; readonly refs: readonly string[] }[] {
  const refs: Record<Stratum, string[]> = { ordinary: [], representative: [], service_object: [] };
  for (const { ref, stratum } of residents) refs[stratum].push(ref);
  return (Object.keys(refs) as Stratum[]).flatMap((stratum) =>
    refs[stratum].length === 0 ? [] : [{ stratum, refs: refs[stratum] }],
  );
}
