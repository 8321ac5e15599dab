import type { ApiSession } from './api-session.js';
import type { Participant } from './participants.js';
import type { Rehearsal } from './rehearsal-context.js';

/** While the marks are being collected someone joins and someone leaves. */
export async function changeStaff(
  rehearsal: Rehearsal,
  hr: ApiSession,
  cycleId: string,
  participants: readonly Participant[],
): Promise<void> {
  for (const person of rehearsal.people.filter((one) => one.special === 'joiner')) {
    rehearsal.say('年中入职一人', 'one person joins mid-cycle');
    await hr.post(`/api/cycles/${cycleId}/appraisees`, {
      personRef: person.id,
      unit: person.unitId,
      community: person.communityId,
      posts: [...person.posts],
      category: person.category,
      facts: person.facts,
      punishments: [],
      earlier: Object.entries(person.earlier).map(([year, result]) => ({ year: Number(year), result })),
    });
    await hr.post(`/api/cycles/${cycleId}/mark-requests/default`);
  }
  for (const { appraisalId } of participants.filter(({ person }) => person.special === 'leaver')) {
    rehearsal.say('年中离职一人', 'one person leaves mid-cycle');
    await hr.post(`/api/appraisals/${appraisalId}/departure`, { leftOn: `${rehearsal.year}-12-15` });
  }
}
