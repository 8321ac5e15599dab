import { latestLogRoot } from '../../audit/log-root.js';
import type { Clock } from '../../ports/gateways.js';
import type { LogRoot } from '../../ports/log.js';
import type { NoticeLinks } from '../../ports/notices.js';
import type { PublicNotice } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import { findCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { surveySheets, type SurveySheetView } from './survey-sheet.js';

export type ShownNotice = {
  readonly area: string;
  readonly unit: string;
  readonly year: number;
  readonly rehearsal: boolean;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly entries: readonly {
    readonly name: string;
    readonly postTitle: string;
    readonly grade: string;
    readonly gradeTitle: string;
  }[];
  readonly surveys: readonly SurveySheetView[];
  readonly log: LogRoot | null;
  /** The page of the notice, on which anybody may object; null where it has none. */
  readonly address: string | null;
};

type Deps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
  readonly noticeLinks: NoticeLinks;
  readonly surveyOrigin: string;
};

/** The notices that run at this moment: the least data, and nothing once they are over (PIPL Art 6). */
export async function publicNotices(deps: Deps): Promise<readonly ShownNotice[]> {
  return deps.transactions.read(async (stores) => {
    const shown: ShownNotice[] = [];
    for (const notice of await stores.decisions.noticesOpenAt(deps.clock.now())) {
      shown.push(await showNotice(stores, deps, notice));
    }
    return shown;
  });
}

async function showNotice(
  stores: Stores,
  { rulebooks, noticeLinks, surveyOrigin }: Deps,
  { cycleId, unitId, entries, startsAt, endsAt }: PublicNotice,
): Promise<ShownNotice> {
  const cycle = await findCycle(stores, cycleId);
  const rulebook = await rulebooks.take(stores, cycle.rulebookHash);
  const titleIn = (
    known: readonly { readonly code: string; readonly title: { readonly zh: string } }[],
    code: string,
  ) => known.find((one) => one.code === code)?.title.zh ?? code;
  const appraisals = new Map((await stores.appraisals.ofUnit(cycleId, unitId)).map((row) => [row.id, row]));
  const personIds = entries.flatMap(({ appraisalId }) => appraisals.get(appraisalId)?.personId ?? []);
  const names = new Map((await stores.places.people(personIds)).map(({ id, name }) => [id, name]));
  const area = (await stores.places.areas()).find(({ id }) => id === cycle.areaId);
  const page = (await stores.notices.pagesOf(cycleId, unitId)).findLast(({ endedAt }) => endedAt === null);
  const unit = (await stores.places.unitsOf(cycle.areaId)).find(({ id }) => id === unitId);
  return {
    area: area?.name ?? '',
    unit: unit?.name ?? '',
    year: cycle.year,
    rehearsal: cycle.run !== 'live',
    startsAt,
    endsAt,
    entries: entries.flatMap(({ appraisalId, grade }) => {
      const appraisal = appraisals.get(appraisalId);
      if (appraisal === undefined) return [];
      const name = names.get(appraisal.personId) ?? '';
      const postTitle = appraisal.posts.map((post) => titleIn(rulebook.posts, post)).join('、');
      return [{ name, postTitle, grade, gradeTitle: titleIn(rulebook.grades, grade) }];
    }),
    surveys: await surveySheets(stores, rulebook, cycleId, unitId),
    log: await latestLogRoot(stores, cycleId),
    address: page === undefined ? null : `${surveyOrigin}/n/${noticeLinks.of(page.id)}`,
  };
}
