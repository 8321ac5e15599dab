const FIRST_MS = 250;
const LONGEST_MS = 8_000;

/** How a channel passes time and takes chances; injected, so that tests neither wait nor guess. */
export type Pace = {
  /** From 0 up to, not including, 1. */
  random(): number;
  wait(ms: number): Promise<void>;
};

/** The pause after the n-th failed try (from 1): doubling, half of it by chance, so that senders do not march in step. */
export function backOffMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}

/** `Retry-After` (RFC 9110, 10.2.3) as milliseconds from now: seconds or a date; null for none or nonsense. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
