import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Person, TestApi } from './harness/api.js';
import { contacts, links, phoneOf, startAsking, type Asking, type Refused } from './harness/asking.js';
import { PASSWORD } from './harness/places.js';

let asking: Asking;
let api: TestApi;
let hr: Person;
let campaignId: string;
beforeAll(async () => {
  asking = await startAsking();
  ({ api, hr } = asking);
});
afterAll(() => asking.close());
beforeEach(async () => {
  campaignId = await asking.campaign();
});
const at = (path: string, of = campaignId): string => `/api/surveys/${of}/${path}`;

describe('POST /api/surveys/:campaignId/invitations', () => {
  const invite = (channel: string, key?: string) => hr.post<Refused>(at('invitations'), { channel }, key);

  it('leaves one sealed message for each of those drawn, to be sent when the workflow is told', async () => {
    await asking.drawn(campaignId);
    const first = await invite('sms', 'again');
    expect((await invite('sms', 'again')).body).toEqual(first.body);
    expect((await invite('sms')).body).toEqual({ invited: 0 }); // nobody twice on one channel
    expect(asking.told.filter((one) => one === campaignId)).toHaveLength(2);
    const { sample, rows, counts } = await asking.read(async ({ invitations, surveys }) => ({
      sample: (await invitations.residents(campaignId)).filter((one) => one.drawn),
      rows: await invitations.ofCampaign(campaignId),
      counts: await surveys.linkCounts(campaignId),
    }));
    expect(first.body).toEqual({ invited: rows.length });
    expect(rows.map(({ ref }) => ref).sort()).toEqual(sample.map(({ ref }) => ref).sort());
    expect(counts.reduce((sum, { channel, count }) => sum + (channel === 'sms' ? count : 0), 0)).toBe(
      rows.length,
    );
    for (const { sealed, linkHash, ref } of rows) {
      const { to, token } = contacts.open(campaignId, sealed) as { to: string; token: string };
      expect(to).toBe(`+86${phoneOf(Number(ref.slice(2)))}`);
      expect(links.verify(token)).toMatchObject({ ok: true, campaignId, linkHash });
    }
    const waiting = { channel: 'sms', state: 'waiting', count: rows.length };
    const view = await hr.get(at('residents'));
    expect(view.body).toMatchObject({ invitations: [waiting], channels: ['sms'] });
    for (const text of [view.text, JSON.stringify(api.events)])
      expect(text).not.toMatch(/00000000|\/s\/[\w-]{40}/);
  });

  it('refuses CHANNEL_NOT_CONFIGURED, DRAW_MISSING and STAGE_NOT_OPEN', async () => {
    expect((await invite('wechat')).body).toMatchObject({ status: 409, code: 'CHANNEL_NOT_CONFIGURED' });
    expect((await invite('email')).body.code).toBe('CHANNEL_NOT_CONFIGURED');
    expect((await invite('sms')).body.code).toBe('DRAW_MISSING');
    const planned = await asking.campaign({ state: 'planned', opensAt: null, closesAt: null });
    const { body } = await hr.post<Refused>(at('invitations', planned), { channel: 'sms' });
    expect(body.code).toBe('STAGE_NOT_OPEN');
  });
});

describe('POST /api/surveys/:campaignId/slips', () => {
  const print = (json: object, key?: string) => hr.post<Refused>(at('slips'), json, key);

  it('gives a PDF that holds as many working links as asked for, and nothing else does', async () => {
    const response = await fetch(api.url + at('slips'), {
      method: 'POST',
      headers: {
        ...(await authorization()),
        'content-type': 'application/json',
        'idempotency-key': 'slips-1',
      },
      body: JSON.stringify({ stratum: 'ordinary', count: 12 }),
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="slips.pdf"');
    const text = await textOf(new Uint8Array(await response.arrayBuffer()));
    const found = [...text.matchAll(/http:\/\/survey\.test\/s\/([\w-]+)/g)].map(([, token]) => token ?? '');
    expect(new Set(found).size).toBe(12);
    const stored = await asking.read(({ surveys }) =>
      Promise.all(
        found.map(async (token) => {
          const verified = links.verify(token);
          return verified.ok ? surveys.link(verified.linkHash) : null;
        }),
      ),
    );
    expect(stored).toEqual(
      found.map(() =>
        expect.objectContaining({ campaignId, channel: 'slip', stratum: 'ordinary', state: 'issued' }),
      ),
    );
    expect(JSON.stringify(api.events)).not.toContain(found[0]);
  });

  it('refuses LINKS_ALREADY_ISSUED under the same key: they cannot be printed twice', async () => {
    await print({ stratum: 'ordinary', count: 1 }, 'slips-2');
    expect((await print({ stratum: 'ordinary', count: 1 }, 'slips-2')).body.code).toBe(
      'LINKS_ALREADY_ISSUED',
    );
  });

  it.each([
    { count: 0, stratum: 'ordinary' },
    { count: 1001, stratum: 'ordinary' },
    { count: 1, stratum: 'all' },
  ])('refuses %p', async (json) => {
    expect((await print(json)).body.code).toBe('REQUEST_INVALID');
  });
});

describe('POST /api/surveys/:campaignId/assisted-links', () => {
  it('gives one link that is counted as assisted', async () => {
    const { body } = await hr.post<{ link: string }>(at('assisted-links'), { stratum: 'service_object' });
    const verified = links.verify(body.link.slice(body.link.lastIndexOf('/') + 1));
    const stored = await asking.read(({ surveys }) => surveys.link(verified.ok ? verified.linkHash : ''));
    expect(stored).toMatchObject({ channel: 'assisted', stratum: 'service_object' });
  });
});

describe('POST /api/surveys/:campaignId/links/reissue', () => {
  const handed = async (): Promise<string> => {
    const { body } = await hr.post<{ links: string[] }>(at('links'), { count: 1, stratum: 'representative' });
    return body.links[0] ?? '';
  };
  const reissue = (json: object, key?: string) =>
    hr.post<Refused & { link: string | null }>(at('links/reissue'), json, key);
  const rowOf = (link: string) => {
    const verified = links.verify(link.slice(link.lastIndexOf('/') + 1));
    return asking.read(({ surveys }) => surveys.link(verified.ok ? verified.linkHash : ''));
  };
  it('shows another link of the same stratum and channel, and the old one no longer works', async () => {
    const old = await handed();
    const { body } = await reissue({ link: old }, 'reissue-1');
    expect(await rowOf(old)).toMatchObject({ state: 'revoked' });
    expect(await rowOf(body.link ?? '')).toMatchObject({
      state: 'issued',
      stratum: 'representative',
      channel: 'handed',
    });
    expect((await reissue({ link: old }, 'reissue-1')).body.code).toBe('LINKS_ALREADY_ISSUED');
  });

  it('refuses LINK_SPENT for one that was used or revoked before: nobody answers twice', async () => {
    const [used, revoked] = [await handed(), await handed()];
    await asking.answer(campaignId, (await rowOf(used))?.linkHash ?? '');
    await hr.post(at('links/revoke'), { link: revoked });
    expect((await reissue({ link: used })).body).toMatchObject({ status: 409, code: 'LINK_SPENT' });
    expect((await reissue({ link: revoked })).body.code).toBe('LINK_SPENT');
    expect(await rowOf(used)).toMatchObject({ state: 'issued' });
  });

  it.each(['http://survey.test/s/demo', 'demo'])('refuses LINK_UNKNOWN for %s', async (link) => {
    expect((await reissue({ link })).body.code).toBe('LINK_UNKNOWN');
  });

  it('refuses a link of another survey, and a resident who was not invited', async () => {
    const other = await handed();
    campaignId = await asking.campaign();
    expect((await reissue({ link: other })).body.code).toBe('LINK_UNKNOWN');
    expect((await reissue({ ref: 'R-0001' })).body.code).toBe('NOT_FOUND');
  });

  it('sends an invited resident another link; one who has answered gets the used one, and nobody can tell', async () => {
    await asking.drawn(campaignId);
    await hr.post(at('invitations'), { channel: 'sms' });
    const before = await asking.read(({ invitations }) => invitations.ofCampaign(campaignId));
    const [answered, lost] = [before[0]!, before[1]!];
    await asking.answer(campaignId, answered.linkHash);
    const countsOf = () => asking.read(({ surveys }) => surveys.linkCounts(campaignId));
    const seen = [];
    for (const { ref } of [answered, lost]) {
      const start = (await countsOf()).reduce((sum, { count }) => sum + count, 0);
      const { status, body } = await reissue({ ref });
      const more = (await countsOf()).reduce((sum, { count }) => sum + count, 0) - start;
      seen.push({ status, body, more });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toEqual({ status: 200, body: { link: null }, more: 1 });
    const after = new Map(
      (await asking.read(({ invitations }) => invitations.ofCampaign(campaignId))).map((one) => [
        one.id,
        one,
      ]),
    );
    const tokenOf = (sealed = '') => (contacts.open(campaignId, sealed) as { token: string }).token;
    expect(after.get(answered.id)?.linkHash).toBe(answered.linkHash);
    expect(tokenOf(after.get(answered.id)?.sealed)).toBe(tokenOf(answered.sealed));
    expect(after.get(lost.id)?.linkHash).not.toBe(lost.linkHash);
    expect(await asking.read(({ surveys }) => surveys.link(lost.linkHash))).toMatchObject({
      state: 'revoked',
    });
    for (const { id, sealed } of [answered, lost]) {
      expect(after.get(id)).toMatchObject({ state: 'waiting', problem: null });
      expect(after.get(id)?.sealed).not.toBe(sealed); // another message to a gateway that takes each once
    }
  });
});

async function authorization(): Promise<Record<string, string>> {
  const { body } = await api.stranger.post<{ token: string }>('/api/tokens', {
    username: 'hr',
    password: PASSWORD,
  });
  return { authorization: `Bearer ${body.token}` };
}

async function textOf(data: Uint8Array): Promise<string> {
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages.join('\n');
}
