import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { statSync } from 'node:fs';

import { afterEach, describe, expect, it } from '@jest/globals';

import { processIdentity } from '../src/state/process-identity.mjs';
import { launch } from './running-launcher.js';
import { type Fault, standInCheckout } from './stand-in-checkout.js';

const cleanUps: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const UP = 'Ctrl-C stops everything';

function checkout(fault: Fault) {
  const standIn = standInCheckout(fault);
  cleanUps.push(standIn.remove);
  const file = (name: string) => join(standIn.root, '.kaoji', name);
  return {
    root: standIn.root,
    file,
    read: (name: string) => readFileSync(file(name), 'utf8'),
    running: () => recordedProcesses(file('processes.json')),
  };
}

function start(root: string, ...args: string[]) {
  return startWith({}, root, ...args);
}

function startWith(variables: NodeJS.ProcessEnv, root: string, ...args: string[]) {
  const running = launch(root, args, variables);
  cleanUps.push(async () => {
    running.child.kill('SIGTERM');
    await running.exitCode;
  });
  return running;
}

function recordedProcesses(file: string): { name: string; pid: number; identity: string }[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? '';

describe('npm start -- --once --json', () => {
  it('brings everything up, rehearses, stops in reverse order, exits 0 and ends with one line of JSON', async () => {
    const { root, file, read, running } = checkout('none');
    const first = start(root, '--once', '--json');
    expect(await first.exitCode).toBe(0);
    expect(first.output()).toContain('the table, seen through api survey');
    expect(JSON.parse(lastLine(first.output()))).toEqual({
      cycle: 'c',
      appraisals: 48,
      seconds: expect.any(Number),
    });
    expect(JSON.parse(lastLine(first.output())).seconds).toBeGreaterThan(1);
    expect(read('stopped.txt').trim().split('\n')).toEqual(['survey', 'api', 'worker']);
    expect(running()).toEqual([]);
    expect(existsSync(file('launcher.pid'))).toBe(false);

    expect(first.output()).toContain('demo-word');
    for (const secret of ['keys.json', 'environment']) expect(statSync(file(secret)).mode & 0o077).toBe(0);

    const keys = read('keys.json');
    const second = start(root, '--once');
    expect(await second.exitCode).toBe(0);
    expect(second.output()).not.toContain('demo-word');
    expect(read('keys.json')).toBe(keys);
    expect(read('bundled.txt')).toBe('once\n');

    const fresh = start(root, '--once', '--fresh', '--no-rehearsal');
    expect(await fresh.exitCode).toBe(0);
    expect(read('keys.json')).not.toBe(keys);
    expect(fresh.output()).toContain('demo-word');
    expect(fresh.output()).not.toContain('the table');
  });

  it('exits with a failure when the rehearsal fails, and still reports it', async () => {
    const { root, running } = checkout('rehearsal-fails');
    const once = start(root, '--once', '--json');
    expect(await once.exitCode).toBe(1);
    expect(JSON.parse(lastLine(once.output()))).toMatchObject({ appraisals: 48 });
    expect(running()).toEqual([]);
  });

  it('stops at a command that fails and shows its last lines', async () => {
    const { root, running } = checkout('seed-fails');
    const once = start(root, '--once');
    expect(await once.exitCode).toBe(1);
    expect(once.output()).toContain('seed');
    expect(once.output()).toContain('roster refused: DUPLICATE_PERSON');
    expect(running()).toEqual([]);
  });
});

describe('npm start', () => {
  it('moves away from a taken port and says so', async () => {
    const { root } = checkout('none');
    const taken = await listen(3400);
    if (taken) cleanUps.push(() => void taken.close());
    const up = start(root, '--no-rehearsal');
    await up.printed(UP);
    expect(up.output()).toMatch(/Port 3400 is taken; api uses \d+/);
  });

  it('reports the crash of one process by name with its last lines, and stops the others', async () => {
    const { root, read, running } = checkout('api-crashes');
    const up = start(root, '--no-rehearsal');
    expect(await up.exitCode).toBe(1);
    expect(up.output()).toContain('api 意外退出 stopped by itself (exit code 7)');
    expect(up.output()).toContain('database went away');
    expect(read('stopped.txt').trim().split('\n')).toEqual(['survey', 'worker']);
    expect(running()).toEqual([]);
  });

  it('refuses a second launcher in one checkout, and on Ctrl-C stops its own processes and no other', async () => {
    const { root, running } = checkout('none');
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      cwd: root,
      stdio: 'ignore',
    });
    cleanUps.push(() => void bystander.kill());
    const up = start(root, '--no-rehearsal');
    await up.printed(UP);

    const second = start(root, '--once');
    expect(await second.exitCode).toBe(2);
    expect(second.output()).toContain('already runs from this checkout');

    const own = running();
    expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(['worker', 'api', 'survey']));
    for (const { pid, identity } of own) expect(processIdentity(pid)).toBe(identity);
    up.child.kill('SIGINT');
    expect(await up.exitCode).toBe(0);
    for (const { pid, identity } of own) expect(processIdentity(pid)).not.toBe(identity);
    expect(processIdentity(bystander.pid ?? 0)).not.toBeNull();
  });

  it('ends what a killed launcher left behind before it starts anew', async () => {
    const { root, running } = checkout('none');
    const killed = start(root, '--no-rehearsal');
    await killed.printed(UP);
    const left = running();
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    expect(left.length).toBeGreaterThan(2);

    const next = start(root, '--once', '--no-rehearsal');
    expect(await next.exitCode).toBe(0);
    expect(next.output()).toContain('Ended what an earlier start left behind');
    for (const { pid, identity } of left) expect(processIdentity(pid)).not.toBe(identity);
  });
});

describe('npm start with a database server', () => {
  const DATABASE_URL = 'mariadb://staff:staff-word@db.example/kaoji';
  const sees = (read: (name: string) => string, service: string) =>
    JSON.parse(read(`${service}-sees.json`)) as Record<string, string>;

  it('gives the survey an account of its own, its password kept with the other secrets and told to nobody', async () => {
    const { root, file, read } = checkout('none');
    const up = startWith({ DATABASE_URL }, root, '--once', '--no-rehearsal');
    expect(await up.exitCode).toBe(0);

    const { surveyPassword } = JSON.parse(read('keys.json')) as { surveyPassword: string };
    const made = JSON.parse(read('survey-account.json')) as { words: string[]; password: string };
    const user = made.words[made.words.indexOf('--user') + 1];
    expect(made.password).toBe(surveyPassword);
    expect(made.words.join(' ')).not.toContain(surveyPassword);

    expect(sees(read, 'survey')['DATABASE_URL']).toBe(`mariadb://${user}:${surveyPassword}@db.example/kaoji`);
    for (const name of ['KAOJI_CONTACT_KEYS', 'KAOJI_PERSON_KEYS', 'KAOJI_LOG_KEYS'])
      expect(Object.keys(sees(read, 'survey'))).not.toContain(name);
    expect(read('survey-sees.json')).not.toContain('staff-word');
    for (const service of ['api', 'worker']) {
      expect(sees(read, service)).toMatchObject({
        DATABASE_URL,
        KAOJI_CONTACT_KEYS: expect.stringMatching(/^k\w+:[\w-]{43}$/),
        KAOJI_PERSON_KEYS: expect.stringMatching(/^k\w+:[\w-]{43}$/),
      });
      expect(read(`${service}-sees.json`)).not.toContain(surveyPassword);
    }
    expect(up.output()).not.toContain(surveyPassword);
    expect(read('environment')).not.toContain(surveyPassword);
    for (const log of readdirSync(file('logs')))
      expect(readFileSync(join(file('logs'), log), 'utf8')).not.toContain(surveyPassword);
  });
});

/** null when someone else has it, which serves the purpose as well. */
async function listen(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
