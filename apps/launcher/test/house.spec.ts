import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { CHECKOUT } from '../src/checkout.mjs';

type Manifest = {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly nx?: { readonly tags?: readonly string[] };
};
type Lock = {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly resolved?: string }>>;
};

const readText = (path: string) => readFileSync(join(CHECKOUT, path), 'utf8');
const manifest = (path: string): Manifest => JSON.parse(readText(path));
const projects = ['.', 'workflows', 'activities', ...rooms('apps'), ...rooms('libs')].filter((folder) =>
  existsSync(join(CHECKOUT, folder, 'package.json')),
);
const lock: Lock = JSON.parse(readText('package-lock.json'));

function rooms(folder: string): string[] {
  return readdirSync(join(CHECKOUT, folder)).map((name) => `${folder}/${name}`);
}

describe('every project', () => {
  it.each(projects)('%s has exactly one type: tag and one runs: tag', (folder) => {
    const tags = manifest(join(folder, 'package.json')).nx?.tags ?? [];
    const kinds = tags.map((tag) => tag.split(':')[0]).sort();
    expect(kinds).toEqual(['runs', 'type']);
  });

  it('asks for one and the same exact version of Temporal', () => {
    const asked = projects.flatMap((folder) => {
      const { dependencies = {}, devDependencies = {} } = manifest(join(folder, 'package.json'));
      return Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) =>
        name.startsWith('@temporalio/'),
      );
    });
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(asked.map(([, version]) => version))).toEqual(new Set([temporalVersion()]));
  });
});

describe('package-lock.json', () => {
  it('names no host, so any mirror can serve it', () => {
    const hosts = Object.values(lock.packages).flatMap(({ resolved }) =>
      resolved?.includes('://') ? [resolved] : [],
    );
    expect(hosts).toEqual([]);
  });

  it('holds one version of every Temporal package', () => {
    const versions = Object.entries(lock.packages).flatMap(([path, { version }]) =>
      /(^|\/)node_modules\/@temporalio\/[^/]+$/.test(path) ? [version] : [],
    );
    expect(versions.length).toBeGreaterThan(5);
    expect(new Set(versions)).toEqual(new Set([temporalVersion()]));
  });

  it('gives Temporal the protobufjs at the root, without which histories cannot be imported', () => {
    expect(lock.packages['node_modules/protobufjs']?.version).toMatch(/^8\./);
    const own = Object.keys(lock.packages).filter((path) =>
      /@temporalio\/[^/]+\/node_modules\/protobufjs$/.test(path),
    );
    expect(own).toEqual([]);
  });
});

describe('the commands of the house', () => {
  it('lints and type-checks through Nx, since plain ESLint passes over the boundaries in silence', () => {
    expect(manifest('package.json').scripts).toMatchObject({
      lint: 'nx run @kaoji/source:lint',
      typecheck: 'nx run @kaoji/source:typecheck',
    });
  });

  it('keeps Nx to itself: no cloud, no analytics', () => {
    expect(JSON.parse(readText('nx.json'))).toMatchObject({ neverConnectToCloud: true, analytics: false });
  });

  it('has CI run the README’s test command and nothing else', () => {
    const commands = readText('.ci/run')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(commands).toEqual(['set -euo pipefail', 'cd "$(dirname "$0")/.."', 'npm test']);
    expect(statSync(join(CHECKOUT, '.ci/run')).mode & 0o111).toBe(0o111);
  });
});

describe('files people wrote', () => {
  it('hold no identity card and no mobile number', () => {
    const found = writtenFiles(CHECKOUT).filter((file) => PERSONAL_NUMBER.test(readFileSync(file, 'utf8')));
    expect(found.map((file) => relative(CHECKOUT, file))).toEqual([]);
  });
});

const PERSONAL_NUMBER =
  /(?<![\da-fA-F.])([1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]|1[3-9]\d(?!0{8})\d{8})(?![\da-fA-F.])/;
const WRITTEN = new Set(['.ts', '.tsx', '.mjs', '.md', '.yaml', '.yml', '.json', '.csv', '.txt', '.html']);
const NOT_OURS = new Set(['node_modules', '.git', '.nx', '.kaoji', 'package-lock.json', 'dist', 'coverage']);

function writtenFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return writtenFiles(path);
      return WRITTEN.has(extname(entry.name)) ? [path] : [];
    });
}

function temporalVersion(): string {
  const version = manifest('workflows/package.json').dependencies?.['@temporalio/workflow'] ?? '';
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`not an exact version: ${version}`);
  return version;
}
