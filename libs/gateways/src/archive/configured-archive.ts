import type { ArchiveStore } from '@kaoji/application';
import { openArchive } from './open-archive.js';

type Place =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string };
/** As the configuration says it. */
export type ConfiguredPlace = {
  readonly KAOJI_ARCHIVE: Place | undefined;
  readonly AWS_ENDPOINT_URL?: string | undefined;
  readonly AWS_REGION: string;
};

/** The archive of the configuration; null where it names none. */
export async function configuredArchive(config: ConfiguredPlace): Promise<ArchiveStore | null> {
  const { KAOJI_ARCHIVE: place, AWS_ENDPOINT_URL: endpoint, AWS_REGION: region } = config;
  if (place === undefined) return null;
  return openArchive(place.kind === 'folder' ? place : { ...place, endpoint, region });
}
