/**
 * The bytes of a survey link, before the tag: a header (how the campaign is written), the key id with its
 * length, the expiry in whole seconds, 16 random bytes, the campaign. The campaign stands in the token itself
 * (a UUID as its 16 bytes, anything else as UTF-8), so that a link is verified without a read.
 */
export type LinkParts = {
  readonly keyId: string;
  readonly expiresAtSeconds: number;
  readonly linkId: Uint8Array;
  readonly campaignId: string;
};

const CAMPAIGN_AS_UUID = 0x10;
const CAMPAIGN_AS_TEXT = 0x11;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LINK_ID_BYTES = 16;
const FIXED_BYTES = 2 + 4 + LINK_ID_BYTES; // header, key id length, expiry, id

/** The parts as bytes; the same parts always give the same bytes, and no other parts give them. */
export function packLink(parts: LinkParts): Buffer {
  const isUuid = UUID.test(parts.campaignId);
  const keyId = Buffer.from(parts.keyId, 'ascii');
  const expiry = Buffer.alloc(4);
  expiry.writeUInt32BE(parts.expiresAtSeconds);
  return Buffer.concat([
    Uint8Array.of(isUuid ? CAMPAIGN_AS_UUID : CAMPAIGN_AS_TEXT, keyId.length),
    keyId,
    expiry,
    parts.linkId,
    isUuid ? Buffer.from(parts.campaignId.replaceAll('-', ''), 'hex') : Buffer.from(parts.campaignId, 'utf8'),
  ]);
}

/** Reads what `packLink` wrote; null for any other bytes. Never throws. */
export function unpackLink(bytes: Buffer): LinkParts | null {
  const keyIdLength = bytes[1] ?? 0;
  if (bytes.length <= FIXED_BYTES + keyIdLength) return null;
  const expiryAt = 2 + keyIdLength;
  const idAt = expiryAt + 4;
  const campaignId = readCampaign(bytes[0], bytes.subarray(idAt + LINK_ID_BYTES));
  if (campaignId === null) return null;
  return {
    keyId: bytes.toString('latin1', 2, expiryAt),
    expiresAtSeconds: bytes.readUInt32BE(expiryAt),
    linkId: bytes.subarray(idAt, idAt + LINK_ID_BYTES),
    campaignId,
  };
}

function readCampaign(header: number | undefined, bytes: Buffer): string | null {
  if (header === CAMPAIGN_AS_TEXT) return bytes.toString('utf8');
  if (header !== CAMPAIGN_AS_UUID || bytes.length !== 16) return null;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
