import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkReceipt, createSealedTrees, createSheets, showQuestionnaire } from '@kaoji/application';
import { createSurveyLinks } from '@kaoji/gateways';
import { AT_ONCE, CONTESTED_LINKS, FORGED_LINKS } from './hostile-sizes.js';
import type { SurveyWorld } from './survey-world.js';
import {
  HOUR_MS,
  LINK_KEY,
  NOW,
  OPEN,
  openSurveyWorld,
  PEOPLE,
  rating,
  withSurveyWorld,
} from './survey-world.js';

const UNLIMITED = { atOnce: 1e9, perSecond: 1e9 };
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld({
    limits: { perLink: UNLIMITED, forgedPerAddress: UNLIMITED, genuinePerAddress: UNLIMITED },
  });
});
afterAll(() => world.close());

/** The same numbers every time: what was refused once is refused again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

describe('forged links', () => {
  const stranger = createSurveyLinks([{ ...LINK_KEY, secret: Buffer.alloc(32, 8).toString('base64url') }]);
  const below = numbers(7);
  const mutate = (token: string) => {
    const at = below(token.length);
    const letter = ALPHABET[(ALPHABET.indexOf(token[at] ?? '') + 1 + below(63)) % 64] ?? '';
    return token.slice(0, at) + letter + token.slice(at + 1);
  };
  const kinds: readonly [string, (genuine: string, other: string) => string][] = [
    ['with one character exchanged', (genuine) => mutate(genuine)],
    ['cut short', (genuine) => genuine.slice(0, below(genuine.length))],
    ['signed by somebody else', () => stranger.issue(OPEN, NOW + HOUR_MS).token],
    [
      'with the campaign of another',
      (genuine, other) => {
        const [mine, theirs] = [Buffer.from(genuine, 'base64url'), Buffer.from(other, 'base64url')];
        return Buffer.concat([mine.subarray(0, 23), theirs.subarray(23)]).toString('base64url');
      },
    ],
    [
      'with a later expiry',
      (genuine) => {
        const bytes = Buffer.from(genuine, 'base64url');
        bytes.writeUInt32BE(bytes.readUInt32BE(3) + 1 + below(1000), 3);
        return bytes.toString('base64url');
      },
    ],
  ];

  it.each(kinds)('%s: none of thousands is accepted', (_kind, forge) => {
    let accepted = 0;
    for (let tries = 0; tries < FORGED_LINKS / kinds.length; tries += 1) {
      const genuine = world.links.issue(OPEN, NOW + HOUR_MS).token;
      const other = world.links.issue(`campaign-${1 + below(9)}x`, NOW + HOUR_MS).token;
      if (world.links.verify(forge(genuine, other)).ok) accepted += 1;
    }
    expect(accepted).toBe(0);
  });

  it('answer through the front door as links that never were: the same page for all of them', async () => {
    const pages = new Set<string>();
    const [genuine = ''] = await world.issue(1);
    const never = world.links.issue(OPEN, NOW + HOUR_MS).token;
    for (const [, forge] of kinds) {
      for (let tries = 0; tries < 20; tries += 1) {
        const page = await world.http.get(`/s/${forge(genuine, never) || 'x'}`);
        pages.add(`${page.status} ${page.headers['x-problem-code']} ${page.body}`);
      }
    }
    const page = await world.http.get(`/s/${never}`);
    pages.add(`${page.status} ${page.headers['x-problem-code']} ${page.body}`);
    expect(pages.size).toBe(1);
  });

  it('cost no read of the database, whether the link they are made of exists or not', async () => {
    let reads = 0;
    const counted = async () => {
      reads += 1;
      return null;
    };
    const counting = { campaign: counted, link: counted, spent: counted, leaf: counted };
    const deps = { reads: counting, sheets: createSheets(), clock: world.clock };
    const [issued = ''] = await world.issue(1);
    for (const token of [mutate(issued), mutate(world.links.issue(OPEN, NOW + HOUR_MS).token)]) {
      const verified = world.links.verify(token);
      if (verified.ok) await showQuestionnaire(deps, verified);
    }
    expect(reads).toBe(0);
    await checkReceipt({ ...deps, trees: createSealedTrees() }, '0000-0000-0000-0000-1');
    expect(reads).toBe(0);
  });

  it('that have expired are refused, looked at or answered', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      const token = await world.issueExpired();
      expect((await world.http.post(`/s/${token}`, 'c.overall=5')).status).toBe(410);
    }
    expect(await world.received()).toBe(0);
  });
});

describe('one link, posted many times at once', () => {
  it('gives exactly one row for each of many links', async () => {
    const before = await world.received();
    const tokens = await world.issue(CONTESTED_LINKS);
    for (const token of tokens) {
      const posts = Array.from({ length: AT_ONCE }, (_, at) =>
        world.http.post(`/s/${token}`, `c.overall=${(at % 5) + 1}`),
      );
      const statuses = (await Promise.all(posts)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 303)).toHaveLength(1);
      expect(statuses.filter((status) => status === 410)).toHaveLength(AT_ONCE - 1);
    }
    expect(await world.received()).toBe(before + CONTESTED_LINKS);
  }, 600_000);
});

describe('a payload', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '</textarea><script>alert(1)</script>',
    '</style><script>alert(1)</script>',
    '<!--<script>alert(1)//-->',
    'javascript:alert(1)',
    '{{constructor.constructor("alert(1)")()}}',
    '${alert(1)}',
    "' OR '1'='1' --",
    "'); DROP TABLE survey_envelope; --",
    '=HYPERLINK("http://evil.example","x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '\u202Egnp.exe',
    '\u0000\u0008\r\nSet-Cookie: a=b',
  ];
  /** Elements and handlers that no page of ours has; what stands in a quoted value is neither. */
  const FOREIGN = /<(?:script|img|svg|iframe|object|embed|link|base)\b|<[^>]*\son\w+\s*=/i;
  const outside = (body: string) => body.replace(/="[^"<>]*"/g, '=""');

  it.each(PAYLOADS)('%j is inert in every state of the pages', async (payload) => {
    const [token = ''] = await world.issue(1);
    const text = encodeURIComponent(payload);
    const fields = `c.overall=${text}&${rating(1)}=${text}&comment=${text}&c.${text}=${text}&t=${text}`;
    const bodies = [`${fields}&x=1`, `${fields}&switch=en`, `${fields}&at=1&go=2`, `code=${text}`];
    const pages = [
      ...(await Promise.all(bodies.map((body) => world.http.post(`/s/${token}?lang=${text}`, body)))),
      await world.http.get(`/s/${text}`),
      await world.http.get(`/s/${token}/thanks?lang=${text}`),
      await world.http.get(`/${text}?${text}`),
      await world.http.post('/receipt', `code=${text}`),
      await world.http.post('/receipt/proof', `code=${text}`),
    ];
    for (const page of pages) {
      expect(outside(page.body)).not.toMatch(FOREIGN);
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    }
    const sent = await world.http.post(`/s/${token}`, `c.overall=4&comment=${text}`);
    expect(sent.status).toBe(303);
    const ballot = await world.ballotOf(token);
    expect(Object.keys(ballot ?? {})).toEqual(expect.arrayContaining(['community', 'people']));
    expect((await world.http.get('/ready')).status).toBe(200);
  });

  it('in the names on the sheet is inert too', async () => {
    const people = PEOPLE.map((one, at) => ({
      ...one,
      name: PAYLOADS[at] ?? '',
      postTitles: [{ zh: PAYLOADS[at + 3] ?? '', en: PAYLOADS[at + 6] ?? '' }],
    }));
    await withSurveyWorld({ people }, async (own) => {
      const [token] = await own.issue(1);
      for (const page of [
        await own.http.get(`/s/${token}`),
        await own.http.post(`/s/${token}?lang=en`, `${rating(1)}=9`),
      ]) {
        expect(outside(page.body)).not.toMatch(FOREIGN);
      }
    });
  });
});
