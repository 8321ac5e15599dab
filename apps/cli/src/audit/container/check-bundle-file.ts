import {
  type AuditFinding,
  type BundleCheck,
  type BundleReader,
  checkBundle,
  type Hashes,
  Refusal,
} from '@kaoji/domain';
import type { ByteSource } from './byte-source.js';
import { CONTAINER_LIMITS, type ContainerLimits } from '@kaoji/application/container';
import { CONTAINER_WORDS } from './container-words.js';
import { openContainer, type Container } from './open-container.js';
import { readOnce } from './read-once.js';

/** In Chinese too, where the finding is a refusal of the container. */
function inWords(found: AuditFinding): AuditFinding {
  const zh = (CONTAINER_WORDS as Readonly<Record<string, string>>)[found.code];
  return zh === undefined ? found : { ...found, zh };
}

function foundBy({ code, message, details }: Refusal): AuditFinding {
  const { offset, entry } = details;
  const where = {
    ...(typeof entry === 'string' ? { entry } : {}),
    ...(typeof offset === 'number' ? { offset } : {}),
  };
  return inWords({ code, where, zh: message, en: message });
}

/** `reader`: for checks that go on; null where the file was not opened. */
export type CheckedFile = BundleCheck & { readonly reader: BundleReader | null };

/** What the bytes of a bundle file say: why it was not opened, or what was found in it. Never throws on what it reads. */
export function checkBundleFile(
  source: ByteSource,
  hashes: Hashes,
  limits: ContainerLimits = CONTAINER_LIMITS,
): CheckedFile {
  let container: Container;
  try {
    container = openContainer(source, limits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { manifest: null, bundleHash: null, findings: [foundBy(error)], notChecked: [], reader: null };
  }
  const reader = readOnce(container);
  const check = checkBundle(reader, hashes);
  return { ...check, findings: check.findings.map(inWords), reader };
}
