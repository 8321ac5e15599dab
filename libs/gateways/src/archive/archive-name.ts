import { Refusal } from '@kaoji/domain';

const WORD = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

/** Lets a name through or refuses `ARCHIVE_NAME_INVALID`: no empty word, no leading dot, nothing that leaves the folder. */
export function checkArchiveName(name: string): string {
  const words = name.split('/');
  if (name.length <= 512 && words.length <= 12 && words.every((word) => WORD.test(word))) return name;
  throw new Refusal(
    'ARCHIVE_NAME_INVALID',
    'An archive name is words of A-Z, a-z, 0-9, ".", "_" and "-" with "/" between.',
  );
}

export function archiveConflict(name: string): Refusal {
  return new Refusal(
    'ARCHIVE_CONFLICT',
    `Other bytes lie under "${name}" already. They were left as they are.`,
    {
      name,
    },
  );
}

/** Names in the order of their bytes, whatever the store gives them in. */
export function inByteOrder(names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
