import type { AppraisalItem, CycleSummary, ListPerson, ResultView, UnitListView } from '@kaoji/http-contract';
import { allAppraisals } from './all-appraisals.js';
import { atOnce } from './at-once.js';
import type { ApiSession } from './api-session.js';
import type { Participant } from './participants.js';
import type { Rehearsal } from './rehearsal-context.js';
import type { ReportLine, UnitReport } from './year-report.js';

const WORDS: Readonly<Record<string, string>> = {
  excellent: '优秀',
  competent: '合格',
  basically_competent: '基本合格',
  incompetent: '不合格',
  ungraded: '不确定档次',
  comment_only: '只写评语',
  held: '暂缓确定',
  undecided: '待研究',
  left: '已离职',
};
const word = (code: string | null): string => (code === null ? '—' : (WORDS[code] ?? code));

/** Reads the year back through the API: each unit's quota sheet, and what was decided of whom, by which clause. */
export async function readYear(
  rehearsal: Rehearsal,
  hr: ApiSession,
  cycleId: string,
  participants: readonly Participant[],
): Promise<readonly UnitReport[]> {
  const items = new Map((await allAppraisals(hr, cycleId)).map((item) => [item.id, item]));
  const summary = await hr.get<CycleSummary>(`/api/cycles/${cycleId}/summary`);
  const reports: UnitReport[] = [];
  for (const unit of rehearsal.places.units) {
    const sheet = summary.quota.find((one) => one.unit === unit.id);
    if (sheet === undefined) throw new Error(`no quota sheet of ${unit.id}`);
    const list = await hr.get<UnitListView>(`/api/cycles/${cycleId}/units/${unit.id}/list`);
    const listed = new Map(list.people.map((person) => [person.appraisalId, person]));
    reports.push({
      name: unit.name,
      sheet,
      lines: await atOnce(
        4,
        participants.filter(({ person }) => person.unitId === unit.id),
        async (one) =>
          lineOf(one, items.get(one.appraisalId), listed.get(one.appraisalId), await whyOf(hr, one, listed)),
      ),
      onLine: list.people.flatMap(({ name, line }) =>
        line === null ? [] : [`${name}：${line.why.zh} / ${line.why.en}`],
      ),
    });
  }
  return reports;
}

function lineOf(
  { person }: Participant,
  item: AppraisalItem | undefined,
  listed: ListPerson | undefined,
  why: string,
): ReportLine {
  const result = item?.result ?? null;
  const left = item?.status === 'left';
  return {
    person,
    composite: listed?.composite ?? null,
    provisional: listed === undefined ? '—' : word(listed.provisional.grade ?? listed.provisional.status),
    final: left ? word('left') : word(result?.grade ?? result?.status ?? listed?.final.status ?? null),
    clause: result?.clause ?? listed?.clause ?? listed?.rule ?? '—',
    why,
  };
}

/** The rule that says how someone takes part when no special one does. */
const ORDINARY = 'eligibility';

/** In the order a person asks: how they take part, what decided, what people should look at, what follows. */
async function whyOf(
  hr: ApiSession,
  { appraisalId, person }: Participant,
  listed: ReadonlyMap<string, ListPerson>,
): Promise<string> {
  const entry = listed.get(appraisalId);
  if (person.special === null) return '';
  if (entry === undefined) return '年中离职，不再考核。';
  const { evaluation, acknowledged } = await hr.get<ResultView>(`/api/appraisals/${appraisalId}/result`);
  const { eligibility, final, line } = evaluation;
  const adverse = evaluation.consequences.filter((one) => one.adverse).map((one) => one.title.zh);
  const sentences = [
    ...(eligibility.rule === ORDINARY ? [] : [eligibility.why.zh]),
    ...(final.rule === eligibility.rule ? [] : [final.why.zh]),
    ...(line === null ? [] : [line.why.zh]),
    ...evaluation.flags.map((flag) => flag.why.zh),
    ...(acknowledged === null ? [] : [`审定人说明：${acknowledged.reason.replace(/^演示：|。$/g, '')}`]),
    ...(adverse.length > 0 ? [`结果运用：${adverse.join('；')}`] : []),
  ];
  return [...new Set(sentences)].join('。');
}
