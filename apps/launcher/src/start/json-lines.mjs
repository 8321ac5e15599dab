/**
 * A line as a JSON object, or null where it is anything else.
 * @param {string} line
 * @returns {Record<string, unknown> | null}
 */
export function jsonObject(line) {
  if (!line.startsWith('{')) return null;
  try {
    const value = JSON.parse(line);
    return value !== null && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/**
 * @param {readonly string[]} lines
 * @returns {Record<string, unknown> | null}
 */
export function lastJsonLine(lines) {
  for (const line of [...lines].reverse()) {
    const value = jsonObject(line);
    if (value !== null) return value;
  }
  return null;
}
