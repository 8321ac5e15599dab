import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkReceipt, createSealedTrees, destroyBox } from '@kaoji/application';
import { readReceipt, verifyInclusion } from '@kaoji/domain';
import { openSurveyDatabase } from '@kaoji/persistence';
import type { SurveyWorld } from './survey-world.js';
import { OPEN, openSurveyWorld, rating } from './survey-world.js';

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const receiptIn = (body: string) => /<code>([^<]+)<\/code>/.exec(body)?.[1] ?? '';

let world: SurveyWorld;
let tokens: readonly string[];
let receipts: readonly string[];
let root = '';
beforeAll(async () => {
  world = await openSurveyWorld();
  tokens = await world.issue(7);
  const codes: string[] = [];
  for (const [at, token] of tokens.entries()) {
    await world.http.post(`/s/${token}`, `c.overall=${(at % 5) + 1}&${rating(1)}=5&comment=geheim-${at}`);
    codes.push(receiptIn((await world.http.get(`/s/${token}/thanks`)).body));
  }
  receipts = codes;
});
afterAll(() => world.close());

const check = (code: string, path = '/receipt') => world.http.post(path, `code=${encodeURIComponent(code)}`);

describe('before the box is sealed', () => {
  it('gives each answer a receipt of its own', () => {
    expect(new Set(receipts).size).toBe(7);
    expect(receipts.map(readReceipt)).not.toContain(null);
  });

  it.each(['/receipt', '/receipt/proof'])(
    '%s says of a right code and of a made-up one the same: not yet',
    async (path) => {
      const right = await check(receipts[0] ?? '', path);
      const madeUp = await check('0000-0000-0000-0000-0', path);
      expect([right.status, right.headers['x-problem-code']]).toEqual([404, 'RECEIPT_NOT_PUBLISHED']);
      const page = (body: string) => body.replace(/value="[^"]*"/g, '');
      expect([madeUp.status, page(madeUp.body)]).toEqual([404, page(right.body)]);
    },
  );

  it.each([
    ['', 'nothing'],
    ['ABCD', 'too little'],
    ['0000-0000-0000-0000-1', 'a wrong check character'],
    ['"><script>alert(1)</script>', 'markup'],
    ["' OR 1=1 --", 'SQL'],
    ['x'.repeat(5000), 'too much'],
  ])('says that %j is no receipt code and repeats it harmlessly (%s)', async (code) => {
    for (const path of ['/receipt', '/receipt/proof']) {
      const page = await check(code, path);
      expect([page.status, page.headers['x-problem-code']]).toEqual([422, 'RECEIPT_UNREADABLE']);
      expect(page.body).not.toContain('<script');
      expect(page.body).toContain('可能抄错了字');
    }
  });

  it('takes no code out of an address', async () => {
    const page = await world.http.get(`/receipt?code=${receipts[0]}`);
    expect([page.status, page.body]).toEqual([200, expect.not.stringContaining(receipts[0] ?? '')]);
  });
});

describe('once the root is published', () => {
  beforeAll(async () => {
    ({ root } = await world.seal());
  });

  it('finds every receipt among the sealed answers of its campaign', async () => {
    for (const code of receipts) {
      const page = await check(code);
      expect([page.status, page.body]).toEqual([200, expect.stringContaining('您的回答在里面')]);
      expect(page.body).toContain('演示社区 · 2026年：一共封存 7 份回答，您的是其中一份。');
      expect(page.body).toContain(root);
    }
  });

  it('hands out a proof that verifies with nothing else of ours, and fails when anything in it is changed', async () => {
    for (const code of receipts) {
      const answer = await check(code, '/receipt/proof');
      expect(answer.headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="kaoji-receipt-proof.json"',
        'cache-control': 'no-store',
      });
      const file = JSON.parse(answer.body) as {
        digest: string;
        position: number;
        envelopes: number;
        root: string;
        proof: string[];
      };
      expect(file.digest.startsWith(readReceipt(code) ?? '?')).toBe(true);
      expect(file.root).toBe(root);
      const claim = {
        leaf: bytes(file.digest),
        index: file.position,
        size: file.envelopes,
        proof: file.proof.map(bytes),
        root: bytes(file.root),
      };
      expect(verifyInclusion(claim)).toBe(true);
      expect(verifyInclusion({ ...claim, index: (claim.index + 1) % 7 })).toBe(false);
      expect(verifyInclusion({ ...claim, leaf: bytes('0'.repeat(64)) })).toBe(false);
    }
  });

  it('says nothing about answers, links or people', async () => {
    for (const path of ['/receipt', '/receipt/proof']) {
      const { body } = await check(receipts[3] ?? '', path);
      expect(body).not.toMatch(/geheim|满意吗|演示甲|overall/);
      for (const token of tokens) {
        const verified = world.links.verify(token);
        expect(body).not.toContain(token);
        expect(body).not.toContain(verified.ok ? verified.linkHash : '?');
      }
    }
  });

  it('still knows nothing of a code that no envelope has', async () => {
    expect((await check('0000-0000-0000-0000-0')).status).toBe(404);
  });
});

describe('years later, when the box is destroyed', () => {
  it('says still which survey a receipt is of, and nothing is left of who was asked about', async () => {
    const { clock, database } = world;
    await destroyBox({ clock, transactions: database.transactions }, { campaignId: OPEN });
    const later = await openSurveyDatabase(database.url);
    const outcome = await checkReceipt({ ...later, trees: createSealedTrees() }, receipts[0] ?? '');
    await later.close();
    expect(outcome).toMatchObject({
      kind: 'counted',
      campaign: { communityName: '演示社区', year: 2026 },
      root,
    });
    const sheet = await database.transactions.read(({ surveys }) => surveys.sheet(OPEN));
    expect(JSON.parse(sheet?.body ?? '')).toEqual({ communityName: '演示社区', year: 2026 });
  });
});
