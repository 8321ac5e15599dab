import {
  canonicalJson,
  HASH_OF_SUITE,
  hashText,
  MANIFEST_FORMAT,
  MANIFEST_NAME,
  type AuditSuite,
  type BundleEntry,
  type BundleManifest,
} from '@kaoji/domain';
import type { LoggedItem } from '../../ports/log.js';
import type { Suite } from '../../ports/suite.js';
import type { Suites } from '../log-key.js';
import type { Bundle, BundleMaterial, BundleScope } from './bundle-material.js';
import { headEntries, headEntryName, keyEntries, partOfLog, wholeLog } from './proof-entries.js';
import { bundleReadme } from './readme.js';
import { itemEntries, textBytes, type WrittenEntries, type WrittenEntry } from './written-entries.js';

/**
 * The files of a bundle: of a whole cycle, or of one appraisal with proofs that its leaves lie under the same root. Pure:
 * the same material gives the same bytes. Throws RangeError for a suite nobody knows.
 */
export function buildBundle(material: BundleMaterial, scope: BundleScope, suites: Suites): Bundle {
  const suite = suites(material.head.suite);
  if (suite === null) throw new RangeError(`no suite ${material.head.suite}`);
  const chosen = chosenItems(material, scope);
  const items = itemEntries(chosen, material.bodies);
  const builds = buildsOf(items, chosen, material);
  const entries: WrittenEntries = new Map([
    ...items,
    ...builds.entries,
    ...headEntries(scope.kind === 'whole' ? material.heads : [material.head], suite),
    ...keyEntries(material.keys, suites),
    ...(scope.kind === 'whole'
      ? wholeLog(material.items)
      : partOfLog(material.items, new Set(scope.leaves.keys()), suite)),
    ['README.txt', { kind: 'readme', form: 'file', bytes: textBytes(bundleReadme(material, scope)) }],
  ] as readonly (readonly [string, WrittenEntry])[]);
  const manifest: BundleManifest = {
    format: MANIFEST_FORMAT,
    suite: suite.id,
    cycle: material.cycle,
    scope: scope.kind === 'whole' ? { kind: 'whole' } : { kind: 'appraisal', appraisal: scope.appraisal },
    log: {
      origin: material.origin,
      size: material.head.size,
      root: material.head.root,
      head: headEntryName(material.head),
    },
    entries: listed(entries, suite),
    histories: historiesOf(items, material),
    builds: builds.told,
    absent: absentOf(material, scope),
  };
  const written = [...entries].map(([name, { bytes }]) => [name, bytes] as const);
  const all = [...written, [MANIFEST_NAME, textBytes(canonicalJson(manifest))] as const];
  return { manifest, files: new Map(all.toSorted(([one], [other]) => (one < other ? -1 : 1))) };
}

function chosenItems({ items }: BundleMaterial, scope: BundleScope): readonly LoggedItem[] {
  return scope.kind === 'whole' ? items : items.filter(({ leaf }) => scope.leaves.get(leaf) === 'with');
}

function listed(entries: WrittenEntries, suite: Suite): BundleManifest['entries'] {
  return [...entries]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { kind, form, bytes, leaf }]): BundleEntry => {
      const hash = hashOf(suite, bytes);
      return { name, kind, form, hash, size: bytes.length, ...(leaf === undefined ? {} : { leaf }) };
    });
}

function hashOf({ id, hash }: Suite, bytes: Uint8Array): string {
  const name = HASH_OF_SUITE[id satisfies AuditSuite];
  return hashText({ sha256: hash, sm3: hash }, name, bytes);
}

function historiesOf(written: WrittenEntries, { histories }: BundleMaterial): BundleManifest['histories'] {
  return [...written].flatMap(([entry, { kind, leaf }]) => {
    const told = kind === 'history' && leaf !== undefined ? histories.get(leaf) : undefined;
    return told === undefined ? [] : [{ entry, ...told }];
  });
}

type Builds = { readonly entries: WrittenEntries; readonly told: BundleManifest['builds'] };

/** Beside each workflow bundle, what is needed to install its SDK again. */
function buildsOf(written: WrittenEntries, items: readonly LoggedItem[], { builds }: BundleMaterial): Builds {
  const entries = new Map<string, WrittenEntry>();
  const told: BundleManifest['builds'] = [];
  const refs = new Map(items.map(({ leaf, ref }) => [leaf, ref]));
  for (const [bundle, { kind, leaf }] of written) {
    const buildId = kind === 'workflow_bundle' && leaf !== undefined ? refs.get(leaf) : undefined;
    const kept = buildId === undefined ? undefined : builds.get(buildId);
    if (buildId === undefined || kept === undefined) continue;
    const folder = bundle.slice(0, bundle.lastIndexOf('/') + 1);
    const [lockFile, recipe] = [`${folder}package-lock.json`, `${folder}recipe.txt`];
    entries.set(lockFile, { kind: 'lock_file', form: 'file', bytes: kept.lockFile });
    entries.set(recipe, { kind: 'build_recipe', form: 'file', bytes: kept.recipe });
    told.push({ buildId, bundle, lockFile, recipe });
  }
  return { entries, told };
}

/** Leaves a bundle of one appraisal tells of by their hash alone, and why. */
function absentOf({ items }: BundleMaterial, scope: BundleScope): BundleManifest['absent'] {
  if (scope.kind === 'whole') return [];
  return items.flatMap(({ leaf, hash }) => {
    const why = scope.leaves.get(leaf);
    return why === undefined || why === 'with' ? [] : [{ leaf, hash, why }];
  });
}
