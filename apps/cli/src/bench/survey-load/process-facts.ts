import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100; // fixed for user space on Linux

/** Processor seconds of a process so far; null where Linux does not tell. */
export function cpuSecondsOf(pid: number): number | null {
  const fields = ofProcess(pid, 'stat')?.split(') ')[1]?.split(' ');
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory of a process in MB; null where Linux does not tell. */
export function residentMegabytesOf(pid: number): number | null {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(ofProcess(pid, 'status') ?? '')?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

/** Processor seconds all processes of this machine have used so far; null where Linux does not tell. */
export function machineCpuSeconds(): number | null {
  const fields = fromKernel('stat')?.split('\n')[0]?.trim().split(/\s+/).slice(1).map(Number);
  if (fields === undefined) return null;
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = fields;
  return (user + nice + system + interrupts + softInterrupts) / TICKS_PER_SECOND;
}

function ofProcess(pid: number, file: 'stat' | 'status'): string | null {
  return fromKernel(`${pid}/${file}`);
}

function fromKernel(file: string): string | null {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return null;
  }
}
