import { archiveState, type ArchiveState } from '../../archive/archive-gaps.js';
import type { GapDeps } from '../../archive/archive-deps.js';
import type { Actor } from '../access/actor.js';
import { holds } from '../access/permissions.js';

/** What the archive lacks in the areas this person watches; nothing of others. Throws TEMPORAL_UNAVAILABLE. */
export async function viewArchive(deps: GapDeps, actor: Actor): Promise<ArchiveState> {
  return archiveState(deps, (areaId) => holds(actor, 'archive.watch', { areaId, unitId: 'whole_area' }));
}
