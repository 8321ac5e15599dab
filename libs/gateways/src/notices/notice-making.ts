import type { NoticeMaking } from '@kaoji/application';
import type { NamedKey } from '../keys/named-keys.js';
import { createNoticeLinks } from './notice-links.js';
import { createObjectionKeys } from './objection-seals.js';
import { qrSvg } from './qr-svg.js';

/** All that a notice is made with. Throws on unusable keys. */
export function createNoticeMaking(keys: {
  readonly links: readonly NamedKey[];
  readonly contacts: readonly NamedKey[];
}): Omit<NoticeMaking, 'surveyOrigin'> {
  return {
    noticeLinks: createNoticeLinks(keys.links),
    objectionKeys: createObjectionKeys(keys.contacts),
    qrCode: qrSvg,
  };
}
