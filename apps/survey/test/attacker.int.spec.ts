import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@kaoji/domain';
import type { TestDatabase } from '@kaoji/persistence/testing';
import { testDatabases } from '@kaoji/persistence/testing';
import { ATTACKS, likeTheirs } from './attacker/attacks.js';
import { answersKnown, betterThanChance, commentsKnown } from './attacker/chance.js';
import type { KnownCampaign, Resident, Stolen } from './attacker/known-campaign.js';
import { runKnownCampaign } from './attacker/known-campaign.js';

/**
 * The attacker knows which resident has which link and who answered when, has every table before the box is opened and
 * after its count is confirmed, the binary log, all that the process printed, and the published count. Residents give
 * one value from 1 to 5 throughout (fixed seed), every second one a comment of their own.
 *
 * Answers: the right guesses of an attack in standard deviations above chance (`betterThanChance`). Chance passes 6 less
 * than once in 10⁸ runs. Comments: the number given to whoever wrote them, Poisson with mean 1 by chance, which reaches
 * 13 less than once in 10⁹. There are 13 attacks. Keys, nonces and links are new in each run.
 */
const RESIDENTS = 300;
const SEED = 20_260_401;
const DEVIATIONS = 6;
const COMMENTS = 13;

let database: TestDatabase;
let residents: readonly Resident[];
let stolen: Stolen;
beforeAll(async () => {
  const mariadb = testDatabases().find(({ name }) => name === 'MariaDB');
  if (mariadb === undefined) throw new Error('There is no MariaDB.');
  database = await mariadb.open();
  ({ residents, stolen } = (await runKnownCampaign(database, RESIDENTS, SEED)) satisfies KnownCampaign);
});
afterAll(() => database.close());

/** One resident for each answer, without a comment, who works with the attacker. */
const told = () =>
  [1, 2, 3, 4, 5].flatMap(
    (value) => residents.find((one) => one.value === value && one.comment === '') ?? [],
  );
const likeness = (from: Stolen) => {
  const guesses = likeTheirs(from, told());
  const quiet = residents.filter(({ linkHash, comment }) => guesses.has(linkHash) && comment === '');
  return betterThanChance(
    quiet.map(({ linkHash }) => guesses.get(linkHash) ?? 0),
    quiet.map(({ value }) => value),
  );
};

describe('whoever has stolen everything', () => {
  it('has something to attack: every envelope, every change in order, every comment', () => {
    expect(stolen.before['survey_envelope']).toHaveLength(RESIDENTS);
    expect(ATTACKS['the order of the binary log until the opening']?.(stolen)).toHaveLength(RESIDENTS);
    expect(stolen.count.comments.texts).toHaveLength(RESIDENTS / 2);
    expect(stolen.count.valid).toBe(RESIDENTS);
  });

  it.each(Object.keys(ATTACKS))('does no better than chance by %s', (name) => {
    const order = ATTACKS[name]?.(stolen) ?? [];
    expect(order).toHaveLength(RESIDENTS);
    expect(Math.abs(answersKnown(order, residents))).toBeLessThan(DEVIATIONS);
    expect(commentsKnown(order, residents, stolen.count.comments.texts)).toBeLessThan(COMMENTS);
  });

  it('does no better than chance by likeness to the envelopes of five residents who told their answers', () => {
    expect(likeness(stolen)).toBeLessThan(DEVIATIONS);
  });

  it('finds no two equal ciphertexts, though only five answers were given, and but one length', () => {
    const sealed = (stolen.before['survey_envelope'] ?? []).map((row) => row['sealed'] ?? '');
    expect(new Set(sealed.map((one) => one.slice(-400))).size).toBe(RESIDENTS);
    expect(new Set(sealed.map((one) => one.length)).size).toBe(1);
  });

  it('finds no comment before the opening, and no link at all, in tables, binary log or output', () => {
    const until = JSON.stringify(stolen.before) + stolen.binlogBefore + stolen.printed;
    const everything = until + JSON.stringify(stolen.after) + stolen.binlogAfter;
    const wrote = residents.filter(({ comment }) => comment !== '');
    expect(wrote.filter(({ comment }) => until.includes(comment.slice(-8)))).toEqual([]);
    expect(residents.filter(({ token }) => everything.includes(token))).toEqual([]);
  });

  it('finds in what was printed no resident, no answer and no time of one', () => {
    expect(residents.filter(({ linkHash }) => stolen.printed.includes(linkHash))).toEqual([]);
    const lines = stolen.printed.trim().split('\n');
    const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events).toEqual(['ready', 'requests', 'stopped']);
  });

  it('finds after the confirmation that a link was given out, and not whether it was used', () => {
    expect(stolen.after['survey_envelope']).toEqual([]);
    const { survey_link: given = [], ...others } = stolen.after;
    expect(new Set(given.map((row) => row['state']))).toEqual(new Set(['issued']));
    const left = JSON.stringify(others);
    expect(residents.filter(({ linkHash }) => left.includes(linkHash))).toEqual([]);
  });
});

describe('the same attacks where something is wrong: they are able to win', () => {
  const order = (name: string, from: Stolen) => ATTACKS[name]?.(from) ?? [];
  /** The box as it would be if answers lay in it as bytes of another kind. */
  const withBodies = (bodyOf: (resident: Resident) => Buffer): Stolen => {
    const known = new Map(residents.map((resident) => [resident.linkHash, resident]));
    const rows = (stolen.before['survey_envelope'] ?? []).map((row) => {
      const resident = known.get(row['link_hash'] ?? '');
      const body = resident === undefined ? Buffer.alloc(0) : bodyOf(resident);
      return { ...row, sealed: Buffer.concat([Buffer.alloc(45), body]).toString('base64url') };
    });
    return { ...stolen, before: { ...stolen.before, survey_envelope: rows } };
  };
  const ballot = ({ value, comment }: Resident) =>
    Buffer.from(canonicalJson({ community: { overall: value }, comment }));

  it('know the writer of every comment that is published in the order of arrival', () => {
    const inOrder = residents.flatMap(({ comment }) => (comment === '' ? [] : [comment]));
    const known = commentsKnown(order('the order in which they answered', stolen), residents, inOrder);
    expect(known).toBe(RESIDENTS / 2);
  });

  it('know far more answers by the length of ballots that are not padded', () => {
    const unpadded = withBodies((resident) => Buffer.from(ballot(resident).map((byte) => byte ^ 0x5a)));
    const writers = residents.filter(({ comment }) => comment !== '');
    const kept = new Set(writers.map(({ linkHash }) => linkHash));
    const byLength = order('the length of ciphertexts', unpadded).filter((linkHash) => kept.has(linkHash));
    expect(answersKnown(byLength, writers)).toBeGreaterThan(DEVIATIONS);
  });

  it('know every answer by likeness where equal answers give equal ciphertexts', () => {
    const repeating = withBodies((resident) =>
      Buffer.from(ballot(resident).map((byte, at) => byte ^ (at * 37))),
    );
    expect(likeness(repeating)).toBeGreaterThan(DEVIATIONS);
  });
});
