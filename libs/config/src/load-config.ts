import { type z } from 'zod';

/** All faults of the environment at once, by name and never by value. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  constructor(readonly faults: readonly string[]) {
    super(`Configuration is not usable: ${faults.join('; ')}`);
  }
}

/** Reads `env` through a schema; refuses with every missing or unparsable variable named. */
export function loadConfig<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv = process.env): z.infer<T> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new ConfigFault(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${describe(issue.code)}`),
  );
}

function describe(code: string | undefined): string {
  return code === 'invalid_type' ? 'missing' : 'not valid';
}
