import { campaignChart, type CampaignCount, type NoticeEntry } from '@kaoji/domain';
import { latestLogRoot } from '../audit/log-root.js';
import type { NoticeBody, NoticeMaking } from '../ports/notices.js';
import type { Stores } from '../ports/stores.js';
import { surveySheets } from '../staff/views/survey-sheet.js';
import type { CycleContext } from './cycle-context.js';

type Place = { readonly unitId: string; readonly noticeId: string };

/** What a notice says to everybody: names, community, proposed grade; of surveys only what is published of them anyway. */
export async function noticeBody(
  { noticeLinks, qrCode, surveyOrigin }: NoticeMaking,
  stores: Stores,
  { cycle, rulebook }: CycleContext,
  entries: readonly NoticeEntry[],
  { unitId, noticeId }: Place,
): Promise<NoticeBody> {
  const { notice } = rulebook.process;
  const area = (await stores.places.areas()).find(({ id }) => id === cycle.areaId);
  const unit = (await stores.places.unitsOf(cycle.areaId)).find(({ id }) => id === unitId);
  const address = `${surveyOrigin}/n/${noticeLinks.of(noticeId)}`;
  return {
    year: cycle.year,
    area: area?.name ?? '',
    unit: unit?.name ?? '',
    rehearsal: cycle.run !== 'live',
    clause: notice.clause ?? null,
    workingDays: notice.workingDays,
    anonymous: notice.anonymousObjections ?? true,
    entries: await namedEntries(stores, { cycle, rulebook }, entries, unitId),
    surveys: await publishedSurveys(stores, { cycle, rulebook }, unitId),
    address,
    code: qrCode(address),
    log: await latestLogRoot(stores, cycle.id),
  };
}

async function namedEntries(
  stores: Stores,
  { cycle, rulebook }: Pick<CycleContext, 'cycle' | 'rulebook'>,
  entries: readonly NoticeEntry[],
  unitId: string,
): Promise<NoticeBody['entries']> {
  const appraisals = new Map((await stores.appraisals.ofUnit(cycle.id, unitId)).map((row) => [row.id, row]));
  const personIds = entries.flatMap(({ appraisalId }) => appraisals.get(appraisalId)?.personId ?? []);
  const names = new Map((await stores.places.people(personIds)).map(({ id, name }) => [id, name]));
  const communities = new Map((await stores.places.communitiesOf(unitId)).map(({ id, name }) => [id, name]));
  return entries.map(({ appraisalId, grade }) => {
    const { personId = '', communityId = '' } = appraisals.get(appraisalId) ?? {};
    return {
      appraisalId,
      name: names.get(personId) ?? '',
      community: communities.get(communityId) ?? null,
      gradeTitle: rulebook.grades.find(({ code }) => code === grade)?.title ?? { zh: grade, en: grade },
    };
  });
}

/** Confirmed counts only; the picture leaves out everybody who was rated. */
async function publishedSurveys(
  stores: Stores,
  { cycle, rulebook }: Pick<CycleContext, 'cycle' | 'rulebook'>,
  unitId: string,
): Promise<NoticeBody['surveys']> {
  const charts = new Map<string, NoticeBody['surveys'][number]['chart']>();
  for (const { id, unitId: of, state } of await stores.surveys.campaignsOf(cycle.id)) {
    const row = of === unitId && state === 'closed_valid' ? await stores.boxes.count(id) : null;
    if (row === null || row.confirmedAt === null) continue;
    const shown = { ...(JSON.parse(row.body) as CampaignCount), people: [] };
    charts.set(row.hash, { zh: campaignChart(shown, 'zh'), en: campaignChart(shown, 'en') });
  }
  return (await surveySheets(stores, rulebook, cycle.id, unitId)).flatMap((sheet) => {
    const { community, received, valid, issued, questions, root, countHash } = sheet;
    const chart = charts.get(countHash);
    return chart === undefined
      ? []
      : [{ community, received, valid, issued, questions, root, countHash, chart }];
  });
}
