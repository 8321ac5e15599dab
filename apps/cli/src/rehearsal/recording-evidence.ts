import { sheetFor, type Rulebook } from '@kaoji/domain';
import type { CycleView } from '@kaoji/http-contract';
import { seededInteger } from '../demo/seeded.js';
import { atOnce } from './at-once.js';
import type { Participant } from './participants.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';

type EvidenceRow = {
  readonly appraisalId: string;
  readonly part: string;
  readonly evidence: readonly string[];
};

/**
 * Each supervisor records one or two records for every part of their people that the rulebook wants evidence
 * for, before anybody marks it; gives how many parts were covered.
 */
export async function supervisorsRecordEvidence(
  rehearsal: Rehearsal,
  cycleId: string,
  participants: readonly Participant[],
): Promise<number> {
  const counts = await atOnce(2, rehearsal.places.units, async ({ id }) => {
    const supervisor = await rehearsal.session(accountOf(rehearsal, 'supervisor', id).username);
    const { rulebookHash } = await supervisor.get<CycleView>(`/api/cycles/${cycleId}`);
    const rulebook = await supervisor.get<Rulebook>(`/api/rulebooks/${rulebookHash}`);
    const rows = participants
      .filter(({ person }) => person.unitId === id)
      .flatMap((participant) => evidenceRows(rehearsal.seed, rulebook, participant));
    await supervisor.post(`/api/cycles/${cycleId}/evidence`, { rows });
    return rows.length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function evidenceRows(
  seed: string,
  rulebook: Rulebook,
  { appraisalId, person }: Participant,
): readonly EvidenceRow[] {
  return [...partsWithEvidence(rulebook, person.posts)].map((part) => {
    const label = `${person.id}/${part}/evidence`;
    const count = seededInteger(seed, label, 1, 2);
    const evidence = Array.from(
      { length: count },
      (_, index) => `demo-record-${seededInteger(seed, `${label}/${index}`, 100_000, 999_999)}`,
    );
    return { appraisalId, part, evidence };
  });
}

/** Two posts share parts: each is recorded once. */
function partsWithEvidence(rulebook: Rulebook, posts: readonly string[]): ReadonlySet<string> {
  return new Set(
    posts.flatMap((post) =>
      rulebook.dimensions.flatMap((dimension) =>
        (sheetFor(dimension, post)?.parts ?? []).flatMap((part) => (part.evidenceRequired ? [part.id] : [])),
      ),
    ),
  );
}
