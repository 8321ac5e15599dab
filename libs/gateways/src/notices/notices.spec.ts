import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createSurveyLinks } from '../links/survey-links.js';
import { createNoticeLinks } from './notice-links.js';
import { createObjectionKeys, createObjectionSealer } from './objection-seals.js';
import { qrSvg } from './qr-svg.js';

const key = (id: string, fill: number) => ({ id, secret: Buffer.alloc(32, fill).toString('base64url') });
const NOTICE = '01933d7e-0000-7000-8000-000000000001';

describe('createNoticeLinks', () => {
  const links = createNoticeLinks([key('a', 1)]);

  it('gives one notice always the same link, and reads the notice from it', () => {
    expect(links.of(NOTICE)).toBe(links.of(NOTICE));
    expect(links.verify(links.of(NOTICE))).toBe(NOTICE);
    expect(links.of(NOTICE)).toMatch(/^[A-Za-z0-9_-]{74}$/);
  });

  it('verifies links of an older key as long as it is there', () => {
    const older = links.of(NOTICE);
    expect(createNoticeLinks([key('b', 2), key('a', 1)]).verify(older)).toBe(NOTICE);
    expect(createNoticeLinks([key('b', 2)]).verify(older)).toBeNull();
    expect(createNoticeLinks([key('a', 2)]).verify(older)).toBeNull();
  });

  it('takes no link with any one bit changed, and none that is cut or made of other signs', () => {
    const bytes = Buffer.from(links.of(NOTICE), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(links.verify(changed.toString('base64url'))).toBeNull();
    }
    for (const text of ['', 'x', links.of(NOTICE).slice(0, -2), `${links.of(NOTICE)}.`, 'A'.repeat(500)]) {
      expect(links.verify(text)).toBeNull();
    }
  });

  it('is no survey link, nor is a survey link one of a notice, though the keys are the same', () => {
    const surveys = createSurveyLinks([key('a', 1)]);
    expect(links.verify(surveys.issue(NOTICE, 1_900_000_000_000).token)).toBeNull();
    expect(surveys.verify(links.of(NOTICE)).ok).toBe(false);
  });

  it.each(['', 'a b', 'ü', 'x'.repeat(65)])('makes no link of an id that is none: %p', (id) => {
    expect(() => links.of(id)).toThrow(RangeError);
  });
});

describe('an objection', () => {
  const text = { text: '演示异议：分数有误', name: null, contact: '演示电话' };
  const keys = createObjectionKeys([key('a', 1)]);
  const sealer = createObjectionSealer();
  const sealedTo = async (id: string, ring = keys) => {
    const notice = { id, publicKey: await ring.publicKeyOf(id) };
    return { notice, sealed: await sealer.seal(notice.publicKey, id, text) };
  };

  it('is opened by whoever has the keys for contacts, also after a new key was put first', async () => {
    const { notice, sealed } = await sealedTo(NOTICE);
    expect(await keys.open(notice, sealed)).toEqual(text);
    expect(await createObjectionKeys([key('b', 2), key('a', 1)]).open(notice, sealed)).toEqual(text);
  });

  it('is opened by no other key, for no other notice, and not when it was changed', async () => {
    const { notice, sealed } = await sealedTo(NOTICE);
    const { notice: other } = await sealedTo(randomUUID());
    const refused = expect.objectContaining({ code: 'OBJECTION_SEALED_WRONG' });
    await expect(createObjectionKeys([key('a', 9)]).open(notice, sealed)).rejects.toEqual(refused);
    await expect(keys.open(other, sealed)).rejects.toEqual(refused);
    const changed = Buffer.from(sealed, 'base64url');
    changed.writeUInt8(changed.readUInt8(80) ^ 1, 80);
    await expect(keys.open(notice, changed.toString('base64url'))).rejects.toEqual(refused);
    await expect(keys.open(notice, 'AAAA')).rejects.toEqual(refused);
  });

  it('is as long as any other of about its size, and never the same twice', async () => {
    const { notice, sealed } = await sealedTo(NOTICE);
    const again = await sealer.seal(notice.publicKey, NOTICE, { ...text, name: '演示某人' });
    expect(again).toHaveLength(sealed.length);
    expect(again).not.toBe(sealed);
  });
});

describe('qrSvg', () => {
  it('draws a code without anything that could run or be fetched', () => {
    const svg = qrSvg('https://survey.test/n/abc');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
    expect(svg.match(/M\d+ \d+h/g)?.length).toBeGreaterThan(100);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/script|href|url|http/);
  });
});
