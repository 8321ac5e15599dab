import type { Instant } from '../ports/records.js';

const HOUR_MS = 3_600_000;
const CHINA_OFFSET_HOURS = 8; // no summer time since 1991
const LONGEST_MS = 24 * HOUR_MS;

/** How long the page was open, coarsely. What the page says is only believed within a day. */
export function paceBucket(shownAt: Instant | null, now: Instant): string {
  if (shownAt === null) return 'unknown';
  const openMs = now - shownAt;
  if (!(openMs >= 0 && openMs <= LONGEST_MS)) return 'unknown';
  if (openMs < 15_000) return 'under_15s';
  return openMs < 60_000 ? 'under_60s' : 'over_60s';
}

/** The hour of the day in China, `h00` to `h23`. */
export function hourBucket(now: Instant): string {
  const hour = (Math.floor(now / HOUR_MS) + CHINA_OFFSET_HOURS) % 24;
  return `h${String(hour).padStart(2, '0')}`;
}
