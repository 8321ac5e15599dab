const EVERY_MS = 50;
const LONGEST_MS = 60_000;

/** Waits until `probe` holds, asking again and again; throws with what was waited for when it never does. */
export async function until<T>(
  what: string,
  probe: () => Promise<T>,
  holds: (value: T) => boolean = Boolean,
): Promise<T> {
  const deadline = Date.now() + LONGEST_MS;
  for (;;) {
    const value = await probe();
    if (holds(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`waited in vain for ${what}: ${JSON.stringify(value).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
