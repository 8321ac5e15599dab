import { StreamableFile } from '@nestjs/common';
import { CSV_MEDIA_TYPE, PDF_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '@kaoji/http-contract';

const TYPES: Readonly<Record<string, string>> = {
  '.csv': `${CSV_MEDIA_TYPE}; charset=utf-8`,
  '.xlsx': XLSX_MEDIA_TYPE,
  '.pdf': PDF_MEDIA_TYPE,
};

/** A file to be saved, not opened in place. The name is ours, never somebody's input. */
export function sendFile(
  name: `${string}.csv` | `${string}.xlsx` | `${string}.pdf`,
  content: string | Buffer,
): StreamableFile {
  const type = TYPES[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream';
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename="${name}"`,
    length: bytes.length,
  });
}
