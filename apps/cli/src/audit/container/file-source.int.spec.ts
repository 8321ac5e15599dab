import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { honestBundle } from '../tamper/tamper-run.js';
import { BUNDLE_HASHES } from './bundle-hashes.js';
import { fileSource } from './byte-source.js';
import { checkBundleFile } from './check-bundle-file.js';

let folder: string;
let file: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaoji-bundle-'));
  writeFileSync(join(folder, 'bundle.zip'), honestBundle(4).bytes);
  file = openSync(join(folder, 'bundle.zip'), 'r+');
});
afterEach(() => {
  closeSync(file);
  rmSync(folder, { recursive: true });
});

describe('fileSource', () => {
  it('reads a bundle from a file piece by piece', () => {
    const { findings, bundleHash } = checkBundleFile(fileSource(file), BUNDLE_HASHES);
    expect(findings).toEqual([]);
    expect(bundleHash).toMatch(/^sha256:/);
  });

  it('throws RangeError outside the file, and when the file shrinks while it is read', () => {
    const source = fileSource(file);
    expect(() => source.read(source.size - 1, 2)).toThrow(RangeError);
    expect(() => source.read(-1, 1)).toThrow(RangeError);
    ftruncateSync(file, 100);
    expect(() => source.read(90, 20)).toThrow(RangeError);
  });
});
