import { StreamableFile } from '@nestjs/common';
import { CALENDAR_MEDIA_TYPE, CSV_MEDIA_TYPE, PDF_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '@kaoji/http-contract';

const TYPES: Readonly<Record<string, string>> = {
  '.csv': `${CSV_MEDIA_TYPE}; charset=utf-8`,
  '.xlsx': XLSX_MEDIA_TYPE,
  '.pdf': PDF_MEDIA_TYPE,
  '.ics': `${CALENDAR_MEDIA_TYPE}; charset=utf-8`,
};

/** A file to be saved, not opened in place. The name is ours, never somebody's input. */
export function sendFile(
  name: `${string}.csv` | `${string}.xlsx` | `${string}.pdf` | `${string}.ics`,
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
