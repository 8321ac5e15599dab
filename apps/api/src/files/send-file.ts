import { StreamableFile } from '@nestjs/common';
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '@kaoji/http-contract';

/** A file to be saved, not opened in place. The name is ours, never somebody's input. */
export function sendFile(name: `${string}.csv` | `${string}.xlsx`, content: string | Buffer): StreamableFile {
  const type = name.endsWith('.csv') ? `${CSV_MEDIA_TYPE}; charset=utf-8` : XLSX_MEDIA_TYPE;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename="${name}"`,
    length: bytes.length,
  });
}
