import { setTimeout as pause } from 'node:timers/promises';
import { verifyInclusion } from '@kaoji/domain';

/** What one simulated resident says: of the community, and of each person they know, 1 to 5. */
export type Ballot = {
  /** The answer to the community question that comes so many after the first. */
  readonly community: (question: number) => number;
  readonly workers: Readonly<Record<string, number>>;
  readonly comment?: string;
};

/** Many residents of a rehearsal come from one address: the pages may ask them to wait a little. */
const WAITS = 50;

/**
 * Opens the link as a browser without JavaScript would, reads which questions and people are asked about, answers
 * and follows the redirect. Gives true when the page said thank you.
 */
export async function answerByPage(link: string, ballot: Ballot): Promise<boolean> {
  const page = await patiently(async () => fetch(link));
  if (page.status !== 200) throw new Error(`survey page answered ${page.status}`);
  const html = await page.text();
  const form = new URLSearchParams();
  const names = new Set([...html.matchAll(/name="([cp]\.[^"]+)"/g)].map((match) => match[1] as string));
  let question = 0;
  for (const name of names) {
    const [block, subject = ''] = name.split('.');
    const answer = block === 'c' ? ballot.community(question) : ballot.workers[subject];
    if (block === 'c') question += 1;
    if (answer !== undefined) form.set(name, String(answer));
  }
  const shownAt = /name="t" value="(\d+)"/.exec(html)?.[1];
  if (shownAt !== undefined) form.set('t', shownAt);
  if (ballot.comment !== undefined) form.set('comment', ballot.comment);
  const answer = await patiently(async () => fetch(link, { method: 'POST', body: form, redirect: 'manual' }));
  await answer.arrayBuffer();
  return answer.status === 303;
}

/** The receipt code on the page that thanks whoever answered with this link. */
export async function receiptOf(link: string): Promise<string> {
  const page = await patiently(async () => fetch(`${link}/thanks`));
  const code = /<code>([^<]+)<\/code>/.exec(await page.text())?.[1];
  if (code === undefined) throw new Error('the page of thanks shows no receipt');
  return code;
}

type Proof = {
  readonly digest: string;
  readonly position: number;
  readonly envelopes: number;
  readonly root: string;
  readonly proof: readonly string[];
};

/** Takes the proof of a receipt from the public page and checks it: whether the envelope lies under `root`. */
export async function receiptIsUnder(surveyOrigin: string, code: string, root: string): Promise<boolean> {
  const body = new URLSearchParams({ code });
  const answer = await patiently(async () =>
    fetch(`${surveyOrigin}/receipt/proof`, { method: 'POST', body }),
  );
  if (answer.status !== 200) return false;
  const proof = (await answer.json()) as Proof;
  return (
    proof.root === root &&
    verifyInclusion({
      leaf: bytes(proof.digest),
      index: proof.position,
      size: proof.envelopes,
      proof: proof.proof.map(bytes),
      root: bytes(root),
    })
  );
}

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let wait = 1; ; wait += 1) {
    const response = await ask();
    const busy = response.status === 429 || response.status === 503;
    if (!busy || wait === WAITS) return response;
    await response.arrayBuffer();
    await pause(Number(response.headers.get('retry-after') ?? '1') * 1000);
  }
}
