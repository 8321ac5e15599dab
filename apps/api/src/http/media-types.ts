import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE, type Endpoint } from '@kaoji/http-contract';

/** Media types some route reads; each is named exactly, so no variant slips past validation. */
export const TEXT_TYPES = ['application/json', 'text/yaml', 'application/yaml'] as const;
export const FILE_TYPES = [CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE] as const;

const PARAMETERS = /^(?:[ \t]*;[ \t]*charset=(?:"([a-z0-9-]+)"|([a-z0-9-]+)))?$/i;
const CHARSETS = ['utf-8', 'utf8'];
const CHINESE_CHARSETS = ['gbk', 'gb2312', 'gb18030'];

/** Whether a `content-type` header names exactly one of the endpoint's types, in a charset it can read. */
export function isAccepted(endpoint: Pick<Endpoint, 'consumes'>, header: string | undefined): boolean {
  if (header === undefined) return false;
  const type = endpoint.consumes.find((name) => header.toLowerCase().startsWith(name));
  if (type === undefined) return false;
  const match = PARAMETERS.exec(header.slice(type.length));
  if (match === null) return false;
  const charset = (match[1] ?? match[2])?.toLowerCase();
  if (charset === undefined || CHARSETS.includes(charset)) return true;
  return type === CSV_MEDIA_TYPE && CHINESE_CHARSETS.includes(charset);
}
