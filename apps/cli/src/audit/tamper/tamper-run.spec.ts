import { describe, expect, it } from '@jest/globals';
import { diceOf } from '@kaoji/domain/testing';
import { BUNDLE_HASHES } from '../container/bundle-hashes.js';
import { bytesSource } from '../container/byte-source.js';
import { checkBundleFile } from '../container/check-bundle-file.js';
import { HEADER_DAMAGES } from './header-damages.js';
import { DAMAGES, falseAlarms, honestBundle, tamper } from './tamper-run.js';

describe('tampering with a bundle', () => {
  it('is found and placed 300 times of 300, every way of damage at least four times', () => {
    expect(DAMAGES.length * 4).toBeLessThanOrEqual(300);
    expect(tamper({ count: 300 })).toEqual([]);
  });

  it('is not seen in 100 honest bundles of different cycles', () => {
    expect(falseAlarms({ count: 100 })).toEqual([]);
  });

  it.each([
    ['a path out of the folder', 'CONTAINER_NAME'],
    ['an absolute path', 'CONTAINER_NAME'],
    ['a drive or a backslash', 'CONTAINER_NAME'],
    ['a name no system takes as it is', 'CONTAINER_NAME'],
    ['a name in two Unicode forms', 'CONTAINER_NAME'],
    ['a folder', 'CONTAINER_FOLDER'],
    ['a folder by its attributes', 'CONTAINER_FOLDER'],
    ['a name only case tells apart', 'CONTAINER_DUPLICATE'],
    ['an entry twice', 'CONTAINER_DUPLICATE'],
    ['an entry with the name of a folder', 'CONTAINER_DUPLICATE'],
    ['a link', 'CONTAINER_LINK'],
    ['an encrypted entry', 'CONTAINER_ENCRYPTED'],
    ['sizes behind the data', 'CONTAINER_DESCRIPTOR'],
    ['another method', 'CONTAINER_METHOD'],
    ['a date', 'CONTAINER_FIELD'],
    ['an extra field', 'CONTAINER_FIELD'],
    ['a remark on an entry', 'CONTAINER_FIELD'],
    ['a checksum that differs in the directory', 'CONTAINER_HEADERS_DIFFER'],
    ['a size that differs in the directory', /^CONTAINER_(HEADERS_DIFFER|OVERLAP)$/],
    ['a wrong checksum in both', 'CONTAINER_CRC'],
    ['bytes between entries', 'CONTAINER_GAP'],
    ['a claim of 4 GiB', 'CONTAINER_TOO_LARGE'],
    ['a claim of ZIP64', 'CONTAINER_ZIP64'],
    ['a deflated claim of 4 GiB', 'CONTAINER_TOO_LARGE'],
    ['a bomb', 'CONTAINER_RATIO'],
    ['a bomb that claims little', 'CONTAINER_SIZE'],
    ['a stream shorter than it claims', 'CONTAINER_SIZE'],
    ['bytes behind a stream', 'CONTAINER_DATA'],
    ['no stream at all', 'CONTAINER_DATA'],
    ['records in another order', 'CONTAINER_ORDER'],
    ['entries in another order', 'CONTAINER_ORDER'],
    ['bytes behind the entries', 'CONTAINER_GAP'],
    ['bytes behind the directory', 'CONTAINER_GAP'],
    ['a ZIP64 locator', 'CONTAINER_ZIP64'],
    ['an end record that claims ZIP64', 'CONTAINER_ZIP64'],
    ['more entries than may be', 'CONTAINER_TOO_MANY'],
    ['several volumes', 'CONTAINER_SPLIT'],
  ])('%s is refused as %s', (what, code) => {
    const damage = HEADER_DAMAGES[what];
    for (let seed = 1; seed <= 3; seed++) {
      const made = damage?.(honestBundle(seed), diceOf(seed));
      const { findings } = checkBundleFile(bytesSource(made?.bytes ?? Buffer.alloc(0)), BUNDLE_HASHES);
      const codes = findings.map((found) => found.code);
      expect(codes[0]).toMatch(typeof code === 'string' ? new RegExp(`^${code}$`) : code);
    }
  });
});
