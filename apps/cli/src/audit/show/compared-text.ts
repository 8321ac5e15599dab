import {
  chinaTime,
  differenceTexts,
  type ComparedStep,
  type Story,
  type StoryStep,
} from '@kaoji/domain/story';
import { type Language, speaker } from '../../terminal/language.js';

type Compared = { readonly otherId: string; readonly rows: readonly ComparedStep[] };

/** Two appraisals beside each other: `=` both and alike, `≠` both and parted, `<` only the first, `>` only the other. */
export function comparedText(story: Story, { otherId, rows }: Compared, language: Language): string {
  const say = speaker(language);
  return [
    say(
      `比较：${story.appraisalId}（<）与 ${otherId}（>）`,
      `compared: ${story.appraisalId} (<) with ${otherId} (>)`,
    ),
    ...rows.flatMap((row) => {
      const sign = row.a === null ? '>' : row.b === null ? '<' : row.differs.length > 0 ? '≠' : '=';
      const step = row.a ?? row.b;
      if (step === null) return [];
      const both = row.a !== null && row.b !== null;
      return [
        `${sign} ${numbers(row.a, row.b)} ${chinaTime(step.at)} ${step.what[language]}`,
        ...(both ? differenceTexts(row, language).map((text) => `      ${text}`) : []),
      ];
    }),
  ].join('\n');
}

const numbers = (a: StoryStep | null, b: StoryStep | null): string =>
  `${a?.number ?? '—'}/${b?.number ?? '—'}`.padEnd(7);
