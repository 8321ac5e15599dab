import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ArchiveStore } from '@kaoji/application';
import { archiveConflict, checkArchiveName, inByteOrder } from './archive-name.js';

const PRECONDITION_FAILED = 412;
const CONFLICT = 409;

/** `pageSize`: names the server gives at a time, its own number unless said. */
export type S3Place = { readonly bucket: string; readonly prefix: string; readonly pageSize?: number };

/**
 * An archive in an S3-compatible bucket. Every write says `If-None-Match: *`; a server that knows it never replaces an
 * object. One that does not know it is asked before and read back after, so that the same write twice and a write over
 * something old are still told apart; only two different writes at the same instant need such a server, or object lock.
 */
export function createS3Archive(client: S3Client, { bucket, prefix, pageSize }: S3Place): ArchiveStore {
  const get = async (name: string): Promise<Uint8Array | null> => {
    try {
      const key = prefix + checkArchiveName(name);
      const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await found.Body?.transformToByteArray()) ?? new Uint8Array(0);
    } catch (fault) {
      if (fault instanceof NoSuchKey) return null;
      throw fault;
    }
  };
  const same = (name: string, found: Uint8Array | null, bytes: Uint8Array): boolean => {
    if (found === null) return false;
    if (Buffer.compare(found, bytes) !== 0) throw archiveConflict(name);
    return true;
  };

  return {
    get,
    async put(name, bytes) {
      if (same(name, await get(name), bytes)) return 'already';
      const Key = prefix + name;
      try {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: bytes, IfNoneMatch: '*' }));
      } catch (fault) {
        if (!wasThere(fault)) throw fault;
        if (same(name, await get(name), bytes)) return 'already';
        throw fault;
      }
      if (!same(name, await get(name), bytes))
        throw new Error(`archive: "${name}" is not there after its write`);
      return 'stored';
    },
    async list(wanted) {
      const names: string[] = [];
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            ...{ Bucket: bucket, Prefix: prefix + wanted, ContinuationToken: token, MaxKeys: pageSize },
          }),
        );
        for (const { Key } of page.Contents ?? [])
          if (Key !== undefined) names.push(Key.slice(prefix.length));
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return inByteOrder(names);
    },
  };
}

function wasThere(fault: unknown): boolean {
  const status = fault instanceof S3ServiceException ? fault.$metadata.httpStatusCode : undefined;
  return status === PRECONDITION_FAILED || status === CONFLICT;
}
