import {
  DRAW_ALGORITHM,
  drawSample,
  listHash,
  Refusal,
  STRATA,
  type DrawnStratum,
  type Stratum,
} from '@kaoji/domain';
import { type Language, speaker } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import { readPopulation } from './read-population.js';

export type DrawOptions = {
  readonly population: string;
  readonly seed: string;
  readonly sizes: readonly string[]; // ordinary=90
  readonly json: boolean;
  readonly language: Language;
};

/**
 * Draws a sample as docs/survey-count.md describes and prints it, with the hash of the list it was drawn from.
 * Refuses `DRAW_SIZE_INVALID`, and as `drawSample` and `readPopulation`.
 */
export async function draw(terminal: Terminal, options: DrawOptions): Promise<void> {
  const { population, seed, json, language } = options;
  const sizes = readSizes(options.sizes);
  const listed = await readPopulation(population);
  const strata = [...sizes].map(([stratum, size]) => ({
    stratum,
    size,
    refs: listed.find((one) => one.stratum === stratum)?.refs ?? [],
  }));
  const drawn = drawSample({ seed, strata });
  const list = listHash(listed);
  if (json) terminal.out(JSON.stringify({ format: DRAW_ALGORITHM, seed, listHash: list, strata: drawn }));
  else terminal.out(drawText(seed, list, drawn, language));
}

function readSizes(words: readonly string[]): ReadonlyMap<Stratum, number> {
  const sizes = new Map<Stratum, number>();
  for (const word of words) {
    const [, name = '', count = ''] = /^([a-z_]+)=(\d{1,9})$/.exec(word) ?? [];
    const stratum = STRATA.find((each) => each === name);
    if (stratum === undefined || sizes.has(stratum)) {
      const sentence = `--size ${word}: write a stratum (${STRATA.join(', ')}) once, "=" and a whole number.`;
      throw new Refusal('DRAW_SIZE_INVALID', sentence, { size: word });
    }
    sizes.set(stratum, Number(count));
  }
  return sizes;
}

function drawText(
  seed: string,
  list: string,
  strata: readonly DrawnStratum<Stratum>[],
  language: Language,
): string {
  const say = speaker(language);
  return [
    say(`种子：${seed}`, `seed: ${seed}`),
    say(`名单哈希：${list}`, `hash of the list: ${list}`),
    ...strata.flatMap(({ stratum, listed, size, drawn }) => [
      say(
        `${stratum}：名单${listed}，应抽${size}，抽中${drawn.length}${drawn.length < size ? '（名单全部抽中）' : ''}`,
        `${stratum}: ${listed} listed, ${size} asked for, ${drawn.length} drawn${drawn.length < size ? ' (the whole list)' : ''}`,
      ),
      ...drawn.map((ref) => `  ${ref}`),
    ]),
  ].join('\n');
}
