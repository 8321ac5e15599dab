import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromBase64, toBase64 } from './base64.js';
import { checkpointText, readCheckpoint } from './checkpoint.js';
import { logLeaf } from './log-entry.js';
import { canonicalJson } from '../rulebook/canonical-json.js';
import { formatNote, noteKeyId, readNote } from './signed-note.js';

// The example of the note format's first implementation (Go's sumdb/note), its key and its signature.
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const KEY = fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')?.subarray(1) ?? new Uint8Array();
const LINE =
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

describe('a signed note', () => {
  it('names a key as the first implementation does', () => {
    expect(noteKeyId('PeterNeumann', KEY, 'Ed25519')).toBe('c74f20a3');
  });

  it('gives a key of an unassigned kind another id than an Ed25519 key', () => {
    expect(noteKeyId('PeterNeumann', KEY, 'SM2-with-SM3')).not.toBe('c74f20a3');
  });

  it('is read and written byte for byte', () => {
    const read = readNote(`${TEXT}\n${LINE}`);
    expect(read?.text).toBe(TEXT);
    expect(read?.signatures.map(({ name, keyId }) => [name, keyId])).toEqual([['PeterNeumann', 'c74f20a3']]);
    expect(read === null ? null : formatNote(read)).toBe(`${TEXT}\n${LINE}`);
  });

  it.each([
    ['no signature', TEXT],
    ['no line feed at the end', `${TEXT}\n${LINE.trimEnd()}`],
    ['a hyphen for the dash', `${TEXT}\n${LINE.replace('\u2014', '-')}`],
    ['a control character in the text', `a\u0007b\n\n${LINE}`],
    ['loose base64', `${TEXT}\n${LINE.replace('=', '')}`],
    ['a signature line of three words', `${TEXT}\n${LINE.replace('PeterNeumann', 'Peter Neumann')}`],
    ['nothing', ''],
    ['a signature line nearly as long as a note may be', `a\n\n\u2014 a ${'A'.repeat(900_001)}\n`],
    ['too long', `${'a'.repeat(1_000_001)}\n\n${LINE}`],
  ])('is none with %s', (_what, note) => {
    expect(readNote(note)).toBeNull();
  });

  it('comes back as written, whatever its text and signatures', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/\p{Cc}|\p{Surrogate}/u.test(text));
    const signature = fc.record({
      name: fc.stringMatching(/^[a-z0-9./]{1,20}$/),
      keyId: fc.stringMatching(/^[0-9a-f]{8}$/),
      signature: fc.uint8Array({ minLength: 1, maxLength: 80 }),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.array(signature, { minLength: 1, maxLength: 4 }),
        (lines, signatures) => {
          const note = { text: `${lines.join('\n')}\n`, signatures };
          expect(readNote(formatNote(note))).toEqual(note);
        },
      ),
    );
  });
});

describe('a checkpoint', () => {
  const root = Uint8Array.from({ length: 32 }, (_, at) => at);
  const text = `kaoji/2025/area-1\n7\n${toBase64(root)}\n`;

  it('is three lines: which log, how many leaves, their root', () => {
    expect(checkpointText({ origin: 'kaoji/2025/area-1', size: 7, root })).toBe(text);
    expect(readCheckpoint(text)).toEqual({ origin: 'kaoji/2025/area-1', size: 7, root });
    expect(readCheckpoint(`${text}extension\n`)?.size).toBe(7);
  });

  it.each([
    ['a size with a leading zero', text.replace('\n7\n', '\n07\n')],
    ['a negative size', text.replace('\n7\n', '\n-7\n')],
    ['a short root', `kaoji/x\n7\n${toBase64(root.subarray(1))}\n`],
    ['no origin', text.replace('kaoji/2025/area-1', '')],
    ['an empty extension line', `${text}\n`],
    ['no last line feed', text.trimEnd()],
  ])('is none with %s', (_what, changed) => {
    expect(readCheckpoint(changed)).toBeNull();
  });

  it('is not written with what it cannot hold', () => {
    expect(() => checkpointText({ origin: 'two\nlines', size: 7, root })).toThrow(RangeError);
    expect(() => checkpointText({ origin: 'x', size: 1.5, root })).toThrow(RangeError);
  });
});

describe('a leaf', () => {
  it('is canonical JSON of what it is, its id and its hash', () => {
    const leaf = logLeaf({ suite: 'intl', kind: 'result', ref: 'a1', hash: 'sha256:00' });
    expect(new TextDecoder().decode(leaf)).toBe(
      '{"hash":"sha256:00","kind":"result","ref":"a1","suite":"intl","v":1}',
    );
  });

  it('is the canonical JSON of its members whatever its id holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (ref, hash) => {
        const entry = { suite: 'sm', kind: 'result', ref, hash } as const;
        expect(new TextDecoder().decode(logLeaf(entry))).toBe(canonicalJson({ v: 1, ...entry }));
      }),
    );
  });
});

describe('base64', () => {
  it('is read back only as it is written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(bytesToHex(fromBase64(toBase64(bytes)) ?? utf8ToBytes('none'))).toBe(bytesToHex(bytes));
      }),
    );
    expect([fromBase64('AB=='), fromBase64('AA='), fromBase64('A-_A')]).toEqual([null, null, null]);
  });
});
