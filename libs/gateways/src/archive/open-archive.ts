import type { ArchiveStore } from '@kaoji/application';
import { createFolderArchive } from './folder-archive.js';

/** A folder, or a bucket and what the names in it begin with; `endpoint` of one that is not Amazon's. */
export type ArchiveSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly prefix: string;
      readonly endpoint?: string | undefined;
      readonly region: string;
    };

/** The archive that is configured. Credentials of a bucket are found as the S3 client finds them. */
export async function openArchive(settings: ArchiveSettings): Promise<ArchiveStore> {
  if (settings.kind === 'folder') return createFolderArchive(settings.folder);
  const { bucket, prefix, endpoint, region } = settings;
  // Only who keeps a bucket loads its client.
  const [{ S3Client }, { createS3Archive }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('./s3-archive.js'),
  ]);
  const own = endpoint === undefined ? {} : { endpoint, forcePathStyle: true };
  return createS3Archive(new S3Client({ region, ...own }), { bucket, prefix });
}
