/**
 * A duration as a person reads it: `0.4 s`, `42 s`, `5 min 3 s`.
 * @param {number} durationMs
 * @returns {string}
 */
export function elapsedText(durationMs) {
  const seconds = durationMs / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
