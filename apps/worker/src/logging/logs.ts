import { ConsoleLogger } from '@nestjs/common';
import { DefaultLogger, type Logger as SdkLogger } from '@temporalio/worker';
import { plainFault } from './plain-fault.js';

/** One JSON object a line. Ids are opaque, so a line may name a workflow; it never carries what a row says. */
export const logs = new ConsoleLogger('worker', { json: true, logLevels: ['log', 'warn', 'error', 'fatal'] });

/** Writes down why a step failed; the workflow history gets no more than its code. */
export function reportFault(step: string, fault: unknown): void {
  logs.warn({ event: 'step-failed', step, fault: plainFault(fault) });
}

/** The SDK's own lines, in the same form. */
export function sdkLogger(): SdkLogger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    const { workflowId, workflowType, activityType, error } = meta ?? {};
    const line = {
      event: 'sdk',
      message,
      workflowId: textOf(workflowId),
      workflowType: textOf(workflowType),
      activityType: textOf(activityType),
      fault: error === undefined ? undefined : plainFault(error),
    };
    if (level === 'ERROR') logs.error(line);
    else logs.warn(line);
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
