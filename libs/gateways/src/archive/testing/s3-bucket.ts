import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { ArchiveStore } from '@kaoji/application';
import { createS3Archive } from '../s3-archive.js';

export type S3Bucket = { readonly archive: ArchiveStore; readonly stop: () => Promise<void> };

const KEYS = { accessKeyId: 'kaoji-test', secretAccessKey: 'only-for-this-test' };
const READY_WITHIN_MS = 20_000;
const BUCKET = 'archive';
const PAGE_SIZE = 3; // so that a list has several pages

/** An archive in a bucket of a VersityGW of its own, an S3 server in one file. */
export async function startBucket(executable: string, folder: string): Promise<S3Bucket> {
  const [data, users] = [join(folder, 'data'), join(folder, 'users')];
  await Promise.all([mkdir(data, { recursive: true }), mkdir(users, { recursive: true })]);
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn(
    executable,
    ['--port', address, '--iam-dir', users, '--quiet', 'posix', '--nometa', data],
    { env: { ROOT_ACCESS_KEY: KEYS.accessKeyId, ROOT_SECRET_KEY: KEYS.secretAccessKey }, stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => void server.once('exit', () => resolve()));
  const client = new S3Client({
    ...{ endpoint: `http://${address}`, region: 'us-east-1', forcePathStyle: true, credentials: KEYS },
  });
  const stop = async () => {
    client.destroy();
    server.kill('SIGTERM');
    await ended;
  };
  try {
    await untilServing(client);
  } catch (fault) {
    await stop();
    throw fault;
  }
  const archive = createS3Archive(client, { bucket: BUCKET, prefix: 'kaoji/', pageSize: PAGE_SIZE });
  return { archive, stop };
}

async function untilServing(client: S3Client): Promise<void> {
  for (const deadline = Date.now() + READY_WITHIN_MS; ;) {
    try {
      await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
      return;
    } catch (fault) {
      if (Date.now() > deadline) throw fault;
      await pause(50);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => void probe.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
