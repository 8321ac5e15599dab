import { Refusal } from '@kaoji/domain';
import { cycleContext } from '../../engine/cycle-context.js';
import type { ChallengeRow } from '../../ports/panels.js';
import { challengeIsAnswered, challengeWaits } from '../../waiting/challenges-wait.js';
import { writeToStaff } from '../../waiting/write-to-staff.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand, forbidden } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { demandOwn, isOwn } from '../collect/own-evidence.js';
import { notFound } from '../find.js';
import { findAppraisee, findPanel } from './find-panel.js';
import { leaveSeats, notSeated } from './leave-seat.js';
import { said, type PanelDeps } from './stand-aside.js';

type Seat = { readonly panelId: string; readonly appraisalId: string; readonly accountId: string };

/**
 * An appraisee asks that a member of a panel not mark them (申请回避). The member marks on until the superior has
 * answered. Refuses `PANEL_NOT_SEATED`, `DUPLICATE_CHALLENGE`, `REASON_REQUIRED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function challengeMember(
  deps: PanelDeps,
  actor: Actor,
  input: Seat & { readonly reason: string; readonly key: string },
): Promise<Done> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor<Done>(stores, actor, { verb: 'panel.challenge', key, request }, async () => {
      const { panel, cycle, unit } = await findPanel(stores, deps.rulebooks, request.panelId);
      const appraisal = await findAppraisee(stores, panel, request.appraisalId);
      demandOwn(actor, appraisal, cycle.areaId);
      const sits = (await stores.panels.seats(panel)).some(
        (one) => one.appraisalId === appraisal.id && one.raterId === request.accountId,
      );
      if (!sits) throw notSeated();
      const { part, role } = panel;
      const [at, seat] = [deps.clock.now(), { part, role, raterId: request.accountId }];
      await stores.panels.challenge({
        ...{ appraisalId: appraisal.id, ...seat },
        ...{ reason: said(request.reason), askedBy: actor.accountId, askedAt: at },
      });
      const waits = { at, dueAt: unit.collectionClosesAt };
      const asked = await challengeWaits(stores, cycle, appraisal, seat, waits);
      await writeToStaff(stores, await cycleContext(deps, stores, cycle.id), asked, at);
      return { done: true };
    }),
  );
}

/**
 * The superior answers with a reason: granted, the member leaves the seat and is replaced. Nobody answers about
 * themself. Refuses `CHALLENGE_ANSWERED`, `REASON_REQUIRED`, `COLLECTION_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function answerChallenge(
  deps: PanelDeps,
  actor: Actor,
  input: Seat & {
    readonly verdict: 'granted' | 'refused';
    readonly reason: string;
    readonly key: string;
  },
): Promise<Done> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor<Done>(stores, actor, { verb: 'panel.answer', key, request }, async () => {
      const found = await findPanel(stores, deps.rulebooks, request.panelId);
      const { panel, cycle } = found;
      demand(actor, 'panel.answer', { areaId: cycle.areaId, unitId: panel.unitId });
      const appraisal = await findAppraisee(stores, panel, request.appraisalId);
      if (request.accountId === actor.accountId || isOwn(actor, appraisal)) throw forbidden();
      const asked = (await stores.panels.challenges([appraisal.id])).find(about(request.accountId, panel));
      if (asked === undefined) throw notFound('request to stand aside');
      if (asked.answer !== null) throw new Refusal('CHALLENGE_ANSWERED', 'This was answered before.');
      const [at, reason] = [deps.clock.now(), said(request.reason)];
      const { part, role } = panel;
      const seat = { part, role, raterId: request.accountId };
      await stores.panels.answerChallenge({
        ...{ appraisalId: appraisal.id, ...seat },
        ...{ verdict: request.verdict, reason, decidedBy: actor.accountId, decidedAt: at },
      });
      await challengeIsAnswered(stores, appraisal, seat, at);
      if (request.verdict === 'granted') {
        await leaveSeats(stores, found, [appraisal], {
          ...{ raterId: request.accountId, cause: 'challenged', reason, decidedBy: actor.accountId, at },
        });
      }
      return { done: true };
    }),
  );
}

const about =
  (accountId: string, { part, role }: Pick<ChallengeRow, 'part' | 'role'>) =>
  (row: ChallengeRow): boolean =>
    row.raterId === accountId && row.part === part && row.role === role;
