import { finding, type AuditFinding } from '../finding.js';
import type { EntryKind } from '../manifest/entry-kinds.js';
import { MANIFEST_NAME, type BundleManifest } from '../manifest/manifest.js';

type Reference = readonly [from: string, name: string, kind: EntryKind];

function references({ log, histories, builds }: BundleManifest): readonly Reference[] {
  return [
    ['log.head', log.head, 'head'],
    ...histories.map(({ entry }, at): Reference => [`histories.${at}`, entry, 'history']),
    ...builds.flatMap(({ bundle, lockFile, recipe }, at): readonly Reference[] => [
      [`builds.${at}.bundle`, bundle, 'workflow_bundle'],
      [`builds.${at}.lockFile`, lockFile, 'lock_file'],
      [`builds.${at}.recipe`, recipe, 'build_recipe'],
    ]),
  ];
}

/**
 * What the manifest points to is listed and of that kind; every history is told once, and its build is there.
 */
export function checkReferences(manifest: BundleManifest): readonly AuditFinding[] {
  const where = { entry: MANIFEST_NAME };
  const found: AuditFinding[] = [];
  const kinds = new Map<string, EntryKind>(manifest.entries.map(({ name, kind }) => [name, kind]));
  for (const [from, name, kind] of references(manifest)) {
    if (kinds.get(name) !== kind) found.push(finding('MANIFEST_REFERENCE', where, `${from} → ${name}`));
  }
  const told = new Map<string, number>();
  for (const { entry } of manifest.histories) told.set(entry, (told.get(entry) ?? 0) + 1);
  for (const { name, kind } of manifest.entries) {
    const times = told.get(name) ?? 0;
    if (kind === 'history' && times !== 1) {
      found.push(finding('MANIFEST_REFERENCE', { entry: name }, `histories × ${times}`));
    }
  }
  const builds = new Set(manifest.builds.map(({ buildId }) => buildId));
  for (const { entry, buildId } of manifest.histories) {
    if (!builds.has(buildId)) found.push(finding('MANIFEST_REFERENCE', { entry }, `builds: ${buildId}`));
  }
  return found;
}
