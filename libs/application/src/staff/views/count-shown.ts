import {
  formatExact,
  intervalHolds,
  isTooFew,
  parseExact,
  percent,
  type CampaignCount,
  type LocalText,
  type PersonCount,
  type Rulebook,
} from '@kaoji/domain';

export type ShownRate = { readonly at: string; readonly low: string; readonly high: string };
export type RateLine = { readonly at: string; readonly title: LocalText; readonly clause: string | null };
/** The numbers of a count written out for a screen, so that nothing there computes. */
export type CountShown = {
  readonly lines: readonly RateLine[];
  readonly people: readonly {
    readonly appraisalId: string;
    readonly name: string | null;
    readonly rate: ShownRate | null;
    readonly weighted: ShownRate | null;
    readonly nearLine: boolean;
  }[];
  readonly ofIssued: string | null;
  readonly ofPopulation: string | null;
  readonly assistedShare: string | null;
};

/**
 * Writes a count out: shares as percentages with one decimal (ends of intervals rounded outwards), the lines the
 * rulebook holds a rate against, and whose interval holds one of them, decided exactly. `nameOf` gives null where the
 * reader may not see names.
 */
export function countShown(
  count: CampaignCount,
  rulebook: Rulebook,
  nameOf: (appraisalId: string) => string | null,
): CountShown {
  const lines = satisfactionLines(rulebook);
  const { population, ofIssued, ofPopulation } = count.response;
  return {
    lines: lines.map(({ share, title, clause }) => ({ at: percent(share), title, clause })),
    people: count.people.map((person) => {
      const hidden = isTooFew(person, count);
      return {
        appraisalId: person.appraisalId,
        name: nameOf(person.appraisalId),
        rate: hidden ? null : shownRate(person.estimate),
        weighted: hidden ? null : shownRate(person.weighted),
        nearLine: lines.some(({ share }) => intervalHolds({ ...person, population }, parseExact(share))),
      };
    }),
    ofIssued: ofIssued === null ? null : percent(ofIssued),
    ofPopulation: ofPopulation === null ? null : percent(ofPopulation),
    assistedShare: count.assisted.share === null ? null : percent(count.assisted.share),
  };
}

function shownRate(estimate: PersonCount['estimate']): ShownRate | null {
  if (estimate === null) return null;
  const { rate, low, high } = estimate;
  return { at: percent(rate), low: percent(low, 'floor'), high: percent(high, 'ceil') };
}

/** Vetoes that compare the rate of satisfied ballots, and nothing else, with a share. */
function satisfactionLines({ vetoes }: Rulebook) {
  return vetoes.flatMap(({ id, when, title, clause }) => {
    if (!('fact' in when) || when.fact !== 'satisfaction_rate') return [];
    if (typeof when.value !== 'string' && typeof when.value !== 'number') return [];
    const share = formatExact(parseExact(String(when.value)));
    return [{ share, title: title ?? { zh: id, en: id }, clause: clause ?? null }];
  });
}
