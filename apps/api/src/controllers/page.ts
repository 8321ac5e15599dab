import type { Page } from '@kaoji/application';
import type { PageQuery } from '@kaoji/http-contract';

export function pageOf({ after, limit }: PageQuery): Page {
  return { after: after ?? null, limit };
}
