import type { z } from 'zod';
import { Refusal } from '../../refusal.js';
import type { BundleReader } from '../bundle-reader.js';
import { readCanonical } from '../canonical-bytes.js';
import { finding, type AuditFinding } from '../finding.js';
import { MANIFEST_NAME, manifestSchema, type BundleManifest } from '../manifest/manifest.js';

const SHOWN = 5; // issues of form; a wrong file has thousands

function path(issue: z.core.$ZodIssue): string {
  return `${issue.path.map(String).join('.') || '(root)'} ${issue.code}`;
}

/** What reading an entry gave, or the finding of a reader that would not read it. */
export function readOrFind(reader: BundleReader, name: string): Uint8Array | AuditFinding {
  try {
    return reader.read(name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { offset } = error.details;
    const where = { entry: name, ...(typeof offset === 'number' ? { offset } : {}) };
    return { code: error.code, where, zh: `文件无法读取：${error.message}`, en: error.message };
  }
}

/** A list with repetitions could have a verifier read a large entry a hundred thousand times, so that it is not used at all. */
function listedTwice({ entries }: BundleManifest): readonly AuditFinding[] {
  const seen = new Set([MANIFEST_NAME]);
  const twice = entries.filter(({ name }) => seen.size === seen.add(name).size);
  return twice.slice(0, SHOWN).map(({ name }) => finding('ENTRY_TWICE', { entry: name }));
}

/** The manifest of a bundle, or why it cannot be used. */
export function readManifest(
  reader: BundleReader,
): { readonly manifest: BundleManifest; readonly bytes: Uint8Array } | readonly AuditFinding[] {
  const where = { entry: MANIFEST_NAME };
  if (!reader.names.includes(MANIFEST_NAME)) return [finding('MANIFEST_MISSING', where)];
  const bytes = readOrFind(reader, MANIFEST_NAME);
  if (!(bytes instanceof Uint8Array)) return [bytes];
  const json = readCanonical(bytes);
  if (json === null) return [finding('MANIFEST_UNREADABLE', where)];
  const read = manifestSchema.safeParse(json.value);
  if (read.success) {
    const twice = listedTwice(read.data);
    return twice.length === 0 ? { manifest: read.data, bytes } : twice;
  }
  return read.error.issues.slice(0, SHOWN).map((issue) => finding('MANIFEST_FORM', where, path(issue)));
}
