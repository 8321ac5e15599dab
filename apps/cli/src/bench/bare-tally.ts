/** Ballots as columns: one byte an answer, `perBallot` of them in a row; 1 to `scale`. */
export type TallyColumns = {
  readonly answers: Uint8Array;
  readonly perBallot: number;
  readonly scale: number;
};

/**
 * The limit: a loop over bytes that are known to be good. No ballots to take apart, no rules, no strata, nothing
 * hidden. The counts can be held against `countCampaign`: how often each value was given, question by question.
 */
export function bareTally({ answers, perBallot, scale }: TallyColumns): Uint32Array {
  const counts = new Uint32Array(perBallot * (scale + 1));
  const ballots = answers.length / perBallot;
  let at = 0;
  for (let ballot = 0; ballot < ballots; ballot += 1) {
    for (let question = 0; question < perBallot; question += 1, at += 1) {
      const place = question * (scale + 1) + (answers[at] as number);
      counts[place] = (counts[place] as number) + 1;
    }
  }
  return counts;
}
