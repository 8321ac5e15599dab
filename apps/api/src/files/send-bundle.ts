import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { containerParts } from '@kaoji/application/container';
import { BUNDLE_MEDIA_TYPE } from '@kaoji/http-contract';

/** A bundle as one container, entry by entry; the name is ours. */
export function sendBundle(files: ReadonlyMap<string, Uint8Array>): StreamableFile {
  const contents = [...files].map(([name, bytes]) => ({ name, read: () => bytes }));
  return new StreamableFile(Readable.from(containerParts(contents)), {
    type: BUNDLE_MEDIA_TYPE,
    disposition: 'attachment; filename="audit-bundle.zip"',
  });
}
