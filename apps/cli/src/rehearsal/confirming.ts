import type { GatesView, RefusedAttemptView } from '@kaoji/http-contract';
import { ApiProblem, type ApiSession } from './api-session.js';
import { atOnce } from './at-once.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';

type Gate = GatesView['gates'][number];
const BY_A_GATE: ReadonlySet<string> = new Set(['GATE_RECORDS_MISSING', 'GATE_CLOSED_BY_LAW']);

/**
 * HR puts the documents on record that the gates ask for, and the superior confirms, one by one, what hurts.
 * Whoever might lose their post over it is first asked for without any document: that must be refused.
 */
export async function confirmAdverse(
  rehearsal: Rehearsal,
  cycleId: string,
  appraisalIds: readonly string[],
): Promise<number> {
  const superior = await rehearsal.session(accountOf(rehearsal, 'superior').username);
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const confirmed = await atOnce(4, appraisalIds, async (appraisalId) => {
    const { gates } = await superior.get<GatesView>(`/api/appraisals/${appraisalId}/gates`);
    const open = gates.filter(({ state }) => state === 'proposed');
    const waiting = open.filter(({ force }) => force === 'confirm');
    if (waiting.length === 0) return 0;
    const ending = open.find(({ effect, force }) => force === 'may' && /terminate|refer/.test(effect));
    if (ending !== undefined) await wantWithoutDocuments(superior, appraisalId, [...waiting, ending]);
    await registerMissing(hr, cycleId, appraisalId, waiting);
    await superior.post(confirmationsOf(appraisalId), { confirm: waiting.map(({ rule }) => rule) });
    return waiting.length;
  });
  return confirmed.reduce((sum, count) => sum + count, 0);
}

const confirmationsOf = (appraisalId: string): string =>
  `/api/appraisals/${appraisalId}/consequence-confirmations`;

async function wantWithoutDocuments(
  superior: ApiSession,
  appraisalId: string,
  wanted: readonly Gate[],
): Promise<void> {
  const refused = await superior
    .post(confirmationsOf(appraisalId), { confirm: wanted.map(({ rule }) => rule) })
    .then(
      () => false,
      (problem: unknown) => {
        if (problem instanceof ApiProblem && BY_A_GATE.has(problem.code)) return true;
        throw problem;
      },
    );
  if (!refused) throw new Error(`an exit of ${appraisalId} was confirmed without its documents`);
}

async function registerMissing(
  hr: ApiSession,
  cycleId: string,
  appraisalId: string,
  gates: readonly Gate[],
): Promise<void> {
  const missing = gates.flatMap(({ conditions }) => conditions.filter(({ met }) => !met));
  for (const record of new Set(missing.map((condition) => condition.record))) {
    await hr.post(`/api/cycles/${cycleId}/documents`, {
      about: { appraisalId },
      record,
      reference: `演示文〔${record}〕1号`,
      issuedOn: today(),
    });
  }
}

const CHINA_MS = 8 * 3_600_000;
const today = (): string => new Date(Date.now() + CHINA_MS).toISOString().slice(0, 10);

/** How many attempts the gates of all units refused; each is on record. */
export async function countRefusedAttempts(rehearsal: Rehearsal, cycleId: string): Promise<number> {
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const found = await atOnce(4, rehearsal.places.units, async ({ id }) => {
    const path = `/api/cycles/${cycleId}/units/${id}/refused-attempts`;
    const { items } = await hr.get<{ items: RefusedAttemptView[] }>(path);
    return items.length;
  });
  return found.reduce((sum, count) => sum + count, 0);
}
