import { deflateRawSync } from 'node:zlib';
import { Refusal } from '@kaoji/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rawContainer } from '../tamper/raw-container.js';
import { bytesSource } from './byte-source.js';
import { CONTAINER_LIMITS, END, nameFault, writeContainer, type Content } from '@kaoji/application/container';
import { openContainer } from './open-container.js';

const word = fc.stringMatching(/^[a-z0-9_]{1,8}$/).filter((text) => nameFault(text) === null);
const contents = (methods: readonly Content['method'][]) =>
  fc
    .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,3}$/), word, fc.uint8Array({ maxLength: 300 })), {
      selector: ([folder, name]) => `${folder}.d/${name}`,
      maxLength: 12,
    })
    .chain((files) =>
      fc.tuple(fc.constant(files), fc.infiniteStream(fc.constantFrom(...methods))).map(([all, picks]) =>
        all.flatMap(([folder, name, bytes]): Content[] => {
          const method = picks.next().value ?? 'stored';
          const full = `${folder}.d/${name}`;
          return nameFault(full) === null ? [{ name: full, read: () => bytes, method }] : [];
        }),
      ),
    );
const entry = (name: string, text: string): Content => ({ name, read: () => Buffer.from(text) });
const open = (bytes: Uint8Array) => openContainer(bytesSource(bytes));

/** What a container holds, or the refusal that kept it shut. */
function outcome(bytes: Uint8Array): unknown {
  try {
    const container = open(bytes);
    return container.names.map((name) => [name, Buffer.from(container.read(name)).toString('hex')]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

describe('writeContainer', () => {
  it('is read back whole, stored or deflated, in the order of names', () => {
    fc.assert(
      fc.property(contents(['stored', 'deflate']), (files) => {
        const container = open(writeContainer(files));
        expect(container.names).toEqual(files.map(({ name }) => name).sort());
        for (const { name, read } of files)
          expect(Buffer.from(container.read(name))).toEqual(Buffer.from(read()));
      }),
    );
  });

  it('gives the same bytes for the same contents, in whatever order they come', () => {
    fc.assert(
      fc.property(contents(['stored']), (files) => {
        expect(writeContainer([...files].reverse()).equals(writeContainer(files))).toBe(true);
      }),
    );
    // These bytes never change: a bundle exported again in ten years is the same file.
    expect(writeContainer([entry('a', 'x')]).toString('base64')).toBe(
      'UEsDBBQAAAgAAAAAIQCDFtyMAQAAAAEAAAABAAAAYXhQSwECFAAUAAAIAAAAACEAgxbcjAEAAAABAAAAAQAAAAAAAAAAAAAAAAAAAAAAYVBLBQYAAAAAAQABAC8AAAAgAAAAAAA=',
    );
  });

  it.each([
    ['CONTAINER_NAME', [entry('../a', '')]],
    ['CONTAINER_NAME', [entry('x'.repeat(201), '')]],
    ['CONTAINER_DUPLICATE', [entry('a', '1'), entry('A', '2')]],
    ['CONTAINER_DUPLICATE', [entry('a', '1'), entry('a/b', '2')]],
    [
      'CONTAINER_TOO_MANY',
      Array.from({ length: CONTAINER_LIMITS.entries + 1 }, (_, at) => entry(`e${at}`, '')),
    ],
  ])('refuses %s rather than write what is not read', (code, files) => {
    expect(() => writeContainer(files)).toThrow(expect.objectContaining({ code }));
  });
});

describe('openContainer', () => {
  const small = writeContainer([entry('a.txt', '演示'), entry('b/c.json', '{}')]);

  it('lets not one changed bit of a stored container pass', () => {
    const honest = outcome(small);
    for (let bit = 0; bit < small.length * 8; bit++) {
      const bytes = Buffer.from(small);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(outcome(bytes)).toMatch(/^CONTAINER_/);
    }
    expect(honest).toHaveLength(2);
  });

  it('gives the very content of a deflated entry, or none, whichever bit was changed', () => {
    const deflated = writeContainer([{ ...entry('a', 'abcabcabcabcabcabc'.repeat(9)), method: 'deflate' }]);
    const honest = outcome(deflated);
    for (let bit = 0; bit < deflated.length * 8; bit++) {
      const bytes = Buffer.from(deflated);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = outcome(bytes);
      if (Array.isArray(found)) expect(found).toEqual(honest);
      else expect(found).toMatch(/^CONTAINER_/);
    }
  });

  it('refuses every part of a container that is not all of it', () => {
    for (let length = 0; length < small.length; length++) {
      expect(outcome(small.subarray(0, length))).toMatch(/^CONTAINER_/);
      if (length > 0) expect(outcome(small.subarray(length))).toMatch(/^CONTAINER_/);
    }
  });

  it('refuses whatever bytes there are, and never fails otherwise', () => {
    const tail = fc.uint8Array({ minLength: END.bytes - 4, maxLength: END.bytes - 4 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), tail, (body, fields) => {
        expect(outcome(body)).toMatch(/^CONTAINER_/);
        const withEnd = Buffer.concat([body, Buffer.from('PK\x05\x06', 'latin1'), fields]);
        expect(outcome(withEnd)).toMatch(/^CONTAINER_/);
      }),
    );
  });

  it('says where: the byte and the entry, which is safe to print', () => {
    const hostile = rawContainer([{ name: Buffer.from('../\x1b[2J"', 'latin1'), data: Buffer.alloc(0) }]);
    expect(() => open(hostile)).toThrow(
      expect.objectContaining({
        code: 'CONTAINER_NAME',
        details: { offset: 38, entry: '../\\x1b[2J\\x22', fault: 'parent folder' },
      }),
    );
  });

  it('opens no container beyond its limits', () => {
    const limited = (limits: Partial<typeof CONTAINER_LIMITS>) => () =>
      openContainer(bytesSource(small), { ...CONTAINER_LIMITS, ...limits });
    expect(limited({ entries: 1 })).toThrow(expect.objectContaining({ code: 'CONTAINER_TOO_MANY' }));
    expect(limited({ entryBytes: 5 })).toThrow(expect.objectContaining({ code: 'CONTAINER_TOO_LARGE' }));
    expect(limited({ totalBytes: 7 })).toThrow(expect.objectContaining({ code: 'CONTAINER_TOO_LARGE' }));
    expect(limited({ containerBytes: 99 })).toThrow(expect.objectContaining({ code: 'CONTAINER_TOO_LARGE' }));
    expect(limited({ nameBytes: 5 })).toThrow(Refusal);
  });

  it('stops a bomb at its declared size, whatever the data would hold', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000), { level: 9 });
    const bomb = { name: Buffer.from('bomb'), data: packed, both: { method: 8, size: 1000, crc: 0 } };
    expect(() => open(rawContainer([bomb])).read('bomb')).toThrow(
      expect.objectContaining({ code: 'CONTAINER_SIZE' }),
    );
  });

  it('reads only what is there', () => {
    expect(() => open(small).read('none')).toThrow(RangeError);
    expect(open(writeContainer([])).names).toEqual([]);
  });
});
