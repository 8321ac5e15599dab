import {
  checkTreeHead,
  consistentHeads,
  logKeyId,
  readKeyChange,
  readVerifierKey,
  verifierKey,
  type SuiteId,
} from '@kaoji/application';
import { formatNote, noteBytes, readNote } from '@kaoji/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suiteOf } from '../suites/suites.js';
import {
  checked,
  headBy,
  leavesOf,
  newKey,
  ORIGIN,
  publicOf,
  rootOf,
  suite,
  trusting,
} from './testing/held-keys.js';

describe('a note key of other tools', () => {
  // The example of Go's sumdb/note.
  const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const NOTE =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

  it('is read with its id, and the note it signed verifies under intl', () => {
    const key = readVerifierKey(PETER, suiteOf);
    expect(key).toMatchObject({ name: 'PeterNeumann', suite: 'intl' });
    const note = readNote(NOTE);
    const [line] = note?.signatures ?? [];
    if (key === null || note === null || line === undefined) throw new Error('not read');
    expect(logKeyId(suite('intl'), key)).toBe(line.keyId);
    expect(suite('intl').verify(key.publicKey, noteBytes(note.text), line.signature)).toBe(true);
    expect(verifierKey(suite('intl'), key)).toBe(PETER);
  });

  it.each(['', 'PeterNeumann', PETER.replace('c74f', 'c74e'), `${PETER}=`, PETER.replace('Peter', 'Paul')])(
    'is none as "%s"',
    (word) => {
      expect(readVerifierKey(word, suiteOf)).toBeNull();
    },
  );

  it('signing a text that is no head is no head', () => {
    const key = readVerifierKey(PETER, suiteOf);
    if (key === null) throw new Error('not read');
    const trusted = { origin: ORIGIN, keys: [{ key, from: 0, until: null }] };
    expect(checked(NOTE, trusted)).toBe('HEAD_UNREADABLE');
  });
});

describe.each<SuiteId>(['intl', 'sm'])('a tree head under %s', (id) => {
  const key = newKey(id);
  const trusted = trusting(key);
  const note = headBy(key, 7);

  it('is trusted under its key, and says size, root and suite', () => {
    const root = rootOf(id, 7);
    expect(checkTreeHead(note, trusted, suiteOf)).toMatchObject({
      ok: true,
      head: { origin: ORIGIN, size: 7, suite: id, keyName: 'kaoji/log' },
    });
    expect(note).toContain(`${ORIGIN}\n7\n${Buffer.from(root).toString('base64')}\n\n\u2014 kaoji/log `);
  });

  it('has a key that other note tools write as one word', () => {
    const word = verifierKey(suite(id), key);
    expect(readVerifierKey(word, suiteOf)).toEqual(publicOf(key));
    expect(word.split('+')[1]).toBe(logKeyId(suite(id), key));
  });

  it.each([
    ['another size', note.replace('\n7\n', '\n8\n'), 'HEAD_SIGNATURE_WRONG'],
    ['another log', headBy(key, 7, { origin: 'kaoji/2025/area-2' }), 'HEAD_OTHER_LOG'],
    ['a key nobody named', headBy(newKey(id), 7), 'HEAD_KEY_UNKNOWN'],
    ['the same key under another name', headBy({ ...key, name: 'kaoji/other' }, 7), 'HEAD_KEY_UNKNOWN'],
    ['no signature', note.slice(0, note.indexOf('\u2014')), 'HEAD_UNREADABLE'],
  ])('is refused with %s', (_what, changed, code) => {
    expect(checked(changed, trusted)).toBe(code);
  });

  it('stays trusted when a witness adds a signature of its own', () => {
    const signed = readNote(note);
    const witness = readNote(headBy(newKey('intl', 'witness.example'), 7));
    if (signed === null || witness === null) throw new Error('not read');
    const signatures = [...witness.signatures, ...signed.signatures];
    expect(checked(formatNote({ ...signed, signatures }), trusted)).toBe('ok');
  });

  it('with any one character changed is never trusted as another head', () => {
    fc.assert(
      fc.property(
        fc.nat(note.length - 1),
        fc.constantFrom('0', '1', 'A', 'b', '+', '\n', ' '),
        (at, letter) => {
          const changed = note.slice(0, at) + letter + note.slice(at + 1);
          if (changed !== note) expect(checked(changed, trusted)).not.toBe('ok');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not signed by a key of another kind', () => {
    const other = newKey(id === 'intl' ? 'sm' : 'intl');
    expect(() => headBy({ ...other, suite: id }, 7)).toThrow();
  });
});

describe('a head made by other programs (OpenSSL and SHA-256 or SM3 by hand)', () => {
  const VECTORS = [
    // The key of RFC 8032 section 7.1, test 1.
    {
      id: 'intl',
      word: 'kaoji/log+1b2abad4+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea',
      root: 'lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=',
      line: 'kaoji/log Gyq61IGfozES7M9HqGAFkHBNb3HljcLxktMbILr3cSdqbOgjjlbYCSSBR8rCAW4ZKfxqBOTP1mJX05W89Rd082ZB5gc=',
    },
    {
      id: 'sm',
      word: 'kaoji/log+cdb1c910+/1NNMi13aXRoLVNNMwowWTATBgcqhkjOPQIBBggqgRzPVQGCLQNCAAQWmWYiz+aCRoTeqy3MxRLkvu+EgRXUa7Obd7OFWnsyV1UOHZvPoLWeysaVOZr7ud5eJmzcZygPSvMdiXDKyRrb',
      root: 'WbfTk0uDZiUiJUYOPHL57U6bS66uE6Mf+QyPpdbnrws=',
      line: 'kaoji/log zbHJEDBGAiEAn546Z9+Q3NQlu2K5cUdGp/ZpoAorht5PGpLhYxkHo9MCIQC+IIvTug4vw30Iot1BXIXbnB9akRhPGpHTNRcH3kCCRQ==',
    },
  ] as const;

  it.each(VECTORS)(
    'is trusted under $id, and is the head of the same three entries',
    ({ id, word, root, line }) => {
      const key = readVerifierKey(word, suiteOf);
      if (key === null) throw new Error('not read');
      const note = `${ORIGIN}\n3\n${root}\n\n\u2014 ${line}\n`;
      const told = checkTreeHead(note, { origin: ORIGIN, keys: [{ key, from: 0, until: null }] }, suiteOf);
      expect(told).toMatchObject({ ok: true, head: { size: 3, suite: id } });
      const heads = told.ok ? [told.head] : [];
      expect(consistentHeads({ leaves: leavesOf(3), heads }, suiteOf)).toEqual({ ok: true });
    },
  );
});

it('answers for any text whatever, and never throws', () => {
  const trusted = trusting(newKey('intl'));
  const pieces = fc.constantFrom(
    'kaoji-key-change/1',
    'origin x',
    'from 1',
    'old a+b+AA==',
    '\n',
    '\n\n',
    '\u2014 ',
    '+',
    'AA==',
  );
  const text = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (any) => {
      expect(checked(any, trusted)).not.toBe('ok');
      expect(readKeyChange(any, suiteOf).ok).toBe(false);
      expect(readVerifierKey(any, suiteOf)).toBeNull();
    }),
  );
});
