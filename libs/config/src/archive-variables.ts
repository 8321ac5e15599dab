import { z } from 'zod';

/** Where an archive lies: a folder, or a bucket with what its names begin with (empty, or ended by a slash). */
export type ArchivePlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string };

/** `file:<folder>` or `s3://<bucket>[/<prefix>]`; empty is none. */
const archivePlace = z
  .string()
  .optional()
  .transform((text, context): ArchivePlace | undefined => {
    if (text === undefined || text === '') return undefined;
    const place = readPlace(text);
    if (place !== null) return place;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

/** The archive of histories and builds; without one nothing is archived. */
export const archiveVariables = {
  KAOJI_ARCHIVE: archivePlace,
  /** Of a bucket that is not Amazon's; the credentials the S3 client finds by itself. */
  AWS_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  AWS_REGION: z.string().min(1).default('us-east-1'),
};

function readPlace(text: string): ArchivePlace | null {
  const folder = /^file:(?<folder>.+)$/.exec(text)?.groups?.['folder'];
  if (folder !== undefined) return { kind: 'folder', folder };
  const bucket =
    /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<prefix>[\w.-]+(?:\/[\w.-]+)*)?\/?)?$/.exec(
      text,
    )?.groups;
  if (bucket?.['bucket'] === undefined) return null;
  return {
    kind: 's3',
    bucket: bucket['bucket'],
    prefix: bucket['prefix'] === undefined ? '' : `${bucket['prefix']}/`,
  };
}
