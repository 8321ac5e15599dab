import { cycleContext, deadlineIn, moveUnit } from './cycle-context.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';
import { unitResults } from './unit-results.js';

/**
 * Shows in public who is proposed for the grades that need a notice, for as many working days as the rulebook
 * says (2023 rules Art 17: five). Gives its last instant, or null where nobody is proposed.
 */
export async function publishNotice(
  deps: EngineDeps,
  key: UnitRound,
): Promise<{ readonly endsAt: number } | null> {
  const { cycleId, unitId, round } = key;
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`notice/${cycleId}/${unitId}`, async () => {
      const context = await cycleContext(deps, stores, cycleId);
      const { grades, workingDays } = context.rulebook.process.notice;
      const entries = (await unitResults(stores, cycleId, unitId, round)).flatMap(({ person }) => {
        const { grade } = person.final;
        return grade !== null && grades.includes(grade) ? [{ appraisalId: person.id, grade }] : [];
      });
      if (entries.length === 0) return null;
      const startsAt = deps.clock.now();
      const endsAt = deadlineIn(context, startsAt, workingDays);
      await stores.decisions.insertNotice({ cycleId, unitId, entries, startsAt, endsAt });
      await moveUnit(stores, key, { state: 'notice', noticeEndsAt: endsAt });
      return { endsAt };
    }),
  );
}
