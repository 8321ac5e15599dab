import { MANIFEST_NAME, manifestSchema, type BundleManifest, type BundleReader } from '@kaoji/domain';

/** The manifest of a bundle that was checked before. Throws on any other. */
export function readManifestOf(reader: BundleReader): BundleManifest {
  return manifestSchema.parse(JSON.parse(new TextDecoder().decode(reader.read(MANIFEST_NAME))));
}
