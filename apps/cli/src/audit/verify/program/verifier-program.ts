import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program that runs inside. */
export type VerifierProgram = {
  readonly file: string;
  /** One file that needs no loader: only then can it be denied threads. */
  readonly selfContained: boolean;
  readonly loader: readonly string[]; // flags to start it with
  /** Folders of packages it may read where it replays: the SDK cannot be put into one file. */
  readonly beside: readonly string[];
};

const CHECKOUT = fileURLToPath(new URL('../../../../../../', import.meta.url));
const KEPT = join(CHECKOUT, 'node_modules', '.cache', 'kaoji-verifier');

/** The self-contained file somebody runs is its own program inside. */
export function ownProgram(file: string): VerifierProgram {
  return { file, selfContained: true, loader: [], beside: foldersOfPackages(dirname(file)) };
}

/**
 * In a checkout: the self-contained file, made where the sources have changed since. Without the bundler (an
 * installation without what only development needs) the sources themselves, in a weaker sandbox.
 */
export async function programOfCheckout(): Promise<VerifierProgram> {
  try {
    const { bundleVerifier } = await import('./bundle-verifier.js');
    const { code } = await bundleVerifier();
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
    const file = join(KEPT, `${hash}.mjs`);
    if (!existsSync(file)) keep(file, code);
    return { file, selfContained: true, loader: [], beside: foldersOfPackages(CHECKOUT) };
  } catch {
    const loader = ['--import', new URL('../../../../../../from-source.mjs', import.meta.url).href];
    const file = fileURLToPath(new URL('./main-verifier.ts', import.meta.url));
    return { file, selfContained: false, loader, beside: foldersOfPackages(CHECKOUT) };
  }
}

/** Renamed into place: another process may be doing the same. */
function keep(file: string, code: Uint8Array): void {
  mkdirSync(KEPT, { recursive: true });
  const draft = join(mkdtempSync(join(KEPT, 'draft-')), 'verifier.mjs');
  writeFileSync(draft, code);
  renameSync(draft, file);
  rmdirSync(dirname(draft));
}

function foldersOfPackages(from: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    const packages = join(folder, 'node_modules');
    if (existsSync(packages)) folders.push(packages);
    if (dirname(folder) === folder) return folders;
  }
}
