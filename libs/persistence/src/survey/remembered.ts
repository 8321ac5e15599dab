/** Reads by key, at most so old; callers who ask at once share one read, and a failed one is forgotten. */
export function remembered<Value>(
  read: (key: string) => Promise<Value>,
  { forMs, most }: { readonly forMs: number; readonly most: number },
): (key: string) => Promise<Value> {
  const known = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  return (key) => {
    const now = performance.now();
    const entry = known.get(key);
    if (entry !== undefined && now < entry.until) return entry.value;
    const value = read(key);
    known.delete(key);
    known.set(key, { until: now + forMs, value });
    value.catch(() => known.delete(key));
    const oldest = known.keys().next().value;
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
