const MAINLAND_MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const E164 = /^\+[1-9]\d{7,14}$/; // ITU-T E.164: at most 15 digits
const OPENID = /^[A-Za-z0-9_-]{6,64}$/;
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
// RFC 5321 in the form people have: no quotes, no comments, a domain of two labels or more.
const MAILBOX = new RegExp(`^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@${LABEL}(?:\\.${LABEL})+$`);

/** A mobile number in E.164, `+86` for one of the mainland; null for anything else. Spaces and hyphens may divide it. */
export function phoneOf(text: string): string | null {
  const digits = text.replace(/[ -]/g, '');
  const mainland = MAINLAND_MOBILE.exec(digits)?.[1];
  if (mainland !== undefined) return `+86${mainland}`;
  return E164.test(digits) && !digits.startsWith('+86') ? digits : null;
}

/** The openid a WeChat template goes to; null for anything else. */
export function openidOf(text: string): string | null {
  return OPENID.test(text) ? text : null;
}

/** One mailbox; null for anything else, lists of them and header tricks included. */
export function mailboxOf(text: string): string | null {
  return text.length <= 254 && MAILBOX.test(text) ? text : null;
}

/**
 * A reference by which a list and its draw may be published: letters, digits, `.`, `_` and `-` of ASCII, so no
 * Chinese name, and nothing that could be a telephone or identity number. Null for anything else.
 */
export function opaqueRef(text: string): string | null {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(text)) return null;
  const digits = text.replace(/[._-]/g, '');
  const isNumberOfAPerson = /^(?:86)?1[3-9]\d{9}$/.test(digits) || /^\d{14,17}[\dXx]$/.test(digits);
  return isNumberOfAPerson ? null : text;
}
