import {
  Refusal,
  type AuditPlace,
  type BundleManifest,
  type BundleReader,
  type EntryKind,
} from '@kaoji/domain';

/** The bytes of an entry; none where it is missing or damaged, which the check of entries says. */
export function bytesOf(reader: BundleReader, name: string): Uint8Array {
  if (!reader.names.includes(name)) return new Uint8Array();
  try {
    return reader.read(name);
  } catch (error) {
    if (error instanceof Refusal) return new Uint8Array();
    throw error;
  }
}

export function textOf(reader: BundleReader, name: string): string {
  return new TextDecoder().decode(bytesOf(reader, name));
}

export type Line = { readonly value: unknown; readonly ref: string; readonly where: AuditPlace };

/** The items of the entries of a kind, line by line; what cannot be read is left out, and named by the check of items. */
export function linesOfKind(
  reader: BundleReader,
  manifest: BundleManifest,
  kind: EntryKind,
): readonly Line[] {
  return manifest.entries
    .filter((entry) => entry.kind === kind && entry.form === 'lines')
    .flatMap(({ name }) =>
      textOf(reader, name)
        .split('\n')
        .flatMap((text, at): readonly Line[] => {
          const line = parsed(text);
          if (typeof line !== 'object' || line === null) return [];
          const { value, ref, leaf } = line as { value?: unknown; ref?: unknown; leaf?: unknown };
          const where = { entry: name, line: at + 1, ...(typeof leaf === 'number' ? { leaf } : {}) };
          return typeof value === 'object' && value !== null ? [{ value, ref: String(ref), where }] : [];
        }),
    );
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
