import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { choosePort } from '../src/port/free-port.mjs';
import type { Crash } from '../src/process/crash-report.mjs';
import { createSupervisor } from '../src/process/supervise.mjs';
import { secrets } from '../src/state/secrets.mjs';
import { processIdentity } from '../src/state/process-identity.mjs';
import { takeLauncherLock } from '../src/state/launcher-lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaoji-supervise-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = (name: string, code: string) => ({
  name,
  command: process.execPath,
  args: ['-e', code],
  cwd: folder,
  env: { PATH: process.env['PATH'] },
});
const STAYS = "console.log('up'); setInterval(() => {}, 1000);";

/** A supervisor, the crashes it tells of, and a promise of the first. */
function supervised() {
  const crashes: Crash[] = [];
  let tell = (_: Crash) => {};
  const crashed = new Promise<Crash>((resolve) => (tell = resolve));
  const onCrash = (crash: Crash) => {
    crashes.push(crash);
    tell(crash);
  };
  return { supervisor: createSupervisor({ logFolder: folder, onCrash }), crashes, crashed };
}

function said(line: string) {
  let hear = () => {};
  const heard = new Promise<void>((resolve) => (hear = resolve));
  return { heard, onLine: (text: string) => void (text === line && hear()) };
}

describe('createSupervisor', () => {
  it('tells of a crash by name, with the last 20 lines of both outputs and the whole in the log', async () => {
    const { supervisor, crashed } = supervised();
    const noise = "for (let i = 1; i <= 30; i++) console.error('line ' + i); process.exitCode = 4;";
    supervisor.start(script('api', noise));
    const crash = await crashed;
    expect(crash.name).toBe('api');
    expect(crash.exit).toEqual({ code: 4, signal: null, spawnError: null });
    expect(crash.lastLines).toHaveLength(20);
    expect(crash.lastLines.at(-1)).toBe('line 30');
    expect(readFileSync(join(folder, 'api.log'), 'utf8').split('\n')).toHaveLength(31);
  });

  it('takes a service that ends well for a crash as well: it should have stayed', async () => {
    const { supervisor, crashed } = supervised();
    supervisor.start(script('worker', ''));
    expect((await crashed).exit.code).toBe(0);
  });

  it('tells of a program that is not there', async () => {
    const { supervisor, crashed } = supervised();
    supervisor.start({ ...script('temporal', ''), command: join(folder, 'absent') });
    expect((await crashed).exit.spawnError).toContain('ENOENT');
  });

  it('stops everything in the reverse of the order it was started, without calling it a crash', async () => {
    const { supervisor, crashes } = supervised();
    const file = join(folder, 'order.txt');
    const stops = (name: string) =>
      `process.on('SIGTERM', () => { require('fs').appendFileSync('${file}', '${name} '); process.exit(0); }); ${STAYS}`;
    for (const name of ['temporal', 'worker', 'api']) {
      const { heard, onLine } = said('up');
      supervisor.start({ ...script(name, stops(name)), onLine });
      await heard;
    }
    await supervisor.stopAll();
    expect(readFileSync(file, 'utf8')).toBe('api worker temporal ');
    expect(crashes).toEqual([]);
  });

  it('takes along the processes its process started', async () => {
    const { supervisor } = supervised();
    let grandchild = 0;
    const parent = `const child = require('child_process').spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"], { stdio: 'ignore' }); child.on('spawn', () => console.log(child.pid)); setInterval(() => {}, 1000);`;
    await new Promise<void>((resolve) => {
      const onLine = (line: string) => {
        grandchild = Number(line);
        resolve();
      };
      supervisor.start({ ...script('nested', parent), onLine });
    });
    expect(processIdentity(grandchild)).not.toBeNull();
    await supervisor.stopAll();
    expect(await gone(grandchild)).toBe(true);
  });

  it('refuses a command that fails, showing what it said', async () => {
    const { supervisor } = supervised();
    const failing = supervisor.succeed(
      script('migrate', "console.log('no such table'); process.exitCode = 2;"),
    );
    await expect(failing).rejects.toThrow(/migrate.*exit code 2.*\n.*no such table/);
  });

  it('starts nothing more once it is stopping', async () => {
    const { supervisor } = supervised();
    await supervisor.stopAll();
    expect(() => supervisor.start(script('late', STAYS))).toThrow('Stopping');
  });
});

describe('choosePort', () => {
  it('keeps the preferred port while it is free, and moves when it is taken or promised', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const moved = await choosePort(port);
    expect(moved).toEqual({ port: expect.any(Number), moved: true });
    expect(moved.port).not.toBe(port);
    await new Promise((resolve) => server.close(resolve));
    expect(await choosePort(port)).toEqual({ port, moved: false });
    expect((await choosePort(port, new Set([port]))).moved).toBe(true);
  });
});

describe('takeLauncherLock', () => {
  it('refuses while its owner lives, and is free again when given back', () => {
    const file = join(folder, 'launcher.pid');
    const giveBack = takeLauncherLock(file);
    expect(() => takeLauncherLock(file)).toThrow(expect.objectContaining({ exitCode: 2 }));
    giveBack();
    expect(takeLauncherLock(file)).toBeInstanceOf(Function);
  });

  it.each([
    { rule: 'takes over from an owner that died', text: JSON.stringify({ pid: 2 ** 30, identity: '1' }) },
    {
      rule: 'takes over when the pid now belongs to another process',
      text: JSON.stringify({ pid: 1, identity: 'x' }),
    },
    { rule: 'takes over a lock nobody can read', text: '' },
  ])('$rule', ({ text }) => {
    const file = join(folder, 'launcher.pid');
    writeFileSync(file, text);
    expect(takeLauncherLock(file)).toBeInstanceOf(Function);
    expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid);
  });
});

describe('secrets', () => {
  it('makes 32 random bytes for each kind of key and a password once, and keeps them', () => {
    const file = join(folder, 'keys.json');
    const made = secrets(file);
    for (const [key] of [made.linkKeys, made.contactKeys, made.personKeys])
      expect(Buffer.from(key?.key ?? '', 'base64url')).toHaveLength(32);
    expect(made.logKeys.map(({ suite }) => suite)).toEqual(['intl', 'sm']);
    expect(made.surveyPassword.length).toBeGreaterThanOrEqual(32);
    expect(secrets(file)).toEqual(made);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('adds what a file of an earlier release lacks and keeps the rest', () => {
    const file = join(folder, 'keys.json');
    const linkKeys = [{ id: 'old', key: 'A'.repeat(43) }];
    writeFileSync(file, JSON.stringify({ linkKeys }), { mode: 0o600 });
    expect(secrets(file)).toEqual({
      linkKeys,
      contactKeys: [expect.anything()],
      personKeys: [expect.anything()],
      logKeys: [expect.anything(), expect.anything()],
      surveyPassword: expect.any(String),
    });
    expect(secrets(file)).toEqual(secrets(file));
  });
});

/** The system takes a moment to clear away a killed process nobody waits for. */
async function gone(pid: number): Promise<boolean> {
  const until = Date.now() + 5_000;
  while (processIdentity(pid) !== null && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return processIdentity(pid) === null;
}
