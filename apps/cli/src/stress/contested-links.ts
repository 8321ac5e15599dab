import { answerForms } from '../bench/survey-load/answer-forms.js';
import { type HttpLane, openLane, type Reply } from '../bench/survey-load/http-lane.js';
import type { SurveySetting } from '../bench/survey-load/survey-setting.js';
import { exactly, type Finding, told } from './finding.js';

const AT_ONCE = 200;
/** So many processes that no rate of one link keeps any of the 200 away from the database. */
const PROCESSES = 4;

/** Posts each link 200 times at once, at four processes: each must be taken exactly once. */
export async function contestedLinks(setting: SurveySetting, count: number): Promise<readonly Finding[]> {
  const before = await setting.received();
  const forms = answerForms(2);
  const processes = await Promise.all(Array.from({ length: PROCESSES }, () => setting.start()));
  const lanes = Array.from({ length: AT_ONCE }, (_, at) => openLane(processes[at % PROCESSES]?.url ?? ''));
  const statuses = new Map<number, number>();
  let takenOnce = 0;
  for (const link of await setting.issue(count)) {
    const replies = await Promise.all(lanes.map((lane) => post(lane, forms.requestOf(link))));
    for (const reply of replies) {
      const status = reply?.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    if (replies.filter((reply) => reply?.status === 303).length === 1) takenOnce += 1;
  }
  for (const lane of lanes) lane.close();
  await Promise.all(processes.map((process) => process.stop()));
  return [
    told(`links, each posted ${AT_ONCE} times at once at ${PROCESSES} processes`, count),
    exactly('  taken exactly once', takenOnce, count),
    exactly('  rows', (await setting.received()) - before, count),
    exactly('  told that it was used (410)', statuses.get(410) ?? 0, count * (AT_ONCE - 1)),
  ];
}

function post(lane: HttpLane, request: Buffer): Promise<Reply | null> {
  return new Promise((resolve) => lane.send(request, resolve));
}
