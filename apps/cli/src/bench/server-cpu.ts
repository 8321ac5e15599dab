import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const TICKS_PER_SECOND = 100; // fixed for user space on Linux

/** Processor seconds of the process that listens on a local port so far; null where Linux does not tell. */
export function serverCpuSeconds(address: string): number | null {
  try {
    const pid = listenerOf(Number(address.split(':').at(-1)));
    if (pid === null) return null;
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

function listenerOf(port: number): string | null {
  const inode = socketOf(port);
  if (inode === null) return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (socketsOf(pid).includes(`socket:[${inode}]`)) return pid;
  }
  return null;
}

/** The inode of the listening socket (state 0A) on the port, from the kernel's table. */
function socketOf(port: number): string | null {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n')) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (local?.endsWith(`:${hex}`) === true && state === '0A') return inode ?? null;
    }
  }
  return null;
}

function socketsOf(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  } catch {
    return []; // another user's, or gone
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
