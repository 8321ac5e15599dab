/** A fault as logs may show it: names and codes. Messages of drivers quote rows, so only the frames of a stack stay. */
export type PlainFault = {
  readonly name: string;
  readonly code?: string;
  readonly frames: readonly string[];
};

const FRAMES = 8;

/** What may be said of anything thrown. */
export function plainFault(fault: unknown): PlainFault {
  if (!(fault instanceof Error)) return { name: typeof fault, frames: [] };
  const code: unknown = 'code' in fault ? fault.code : undefined;
  const frames = (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES);
  return {
    name: fault.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    frames: frames.map((line) => line.trim()),
  };
}
