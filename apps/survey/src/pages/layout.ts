import type { RatedPerson, Sheet } from '@kaoji/application';
import type { BallotProblem, Question, Questionnaire } from '@kaoji/domain';
import { COMMENT_FIELD, communityField, personField } from '@kaoji/domain';

/** One question where it stands: the name of its field and the id of its group on the page. */
export type Asked = {
  readonly field: string;
  readonly id: string;
  readonly question: Question;
  /** Must be answered whatever else is: not so of a person, who may be skipped. */
  readonly must: boolean;
};
export type Block =
  | { readonly kind: 'community'; readonly asked: Asked }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly person: RatedPerson;
      readonly asked: readonly Asked[];
    }
  | { readonly kind: 'comment'; readonly comment: NonNullable<Questionnaire['comment']> };
export type Screen = readonly Block[];
export type Layout = { readonly screens: readonly Screen[]; readonly questions: number };

const kept = new WeakMap<Sheet, Layout>();

/**
 * What stands on which screen, in the order of the questionnaire. Everything on one, unless it asks more than
 * its `questionsPerScreen`; the questions about one person stay together.
 */
export function layoutOf(sheet: Sheet): Layout {
  const known = kept.get(sheet);
  if (known !== undefined) return known;
  const blocks = blocksOf(sheet);
  const questions = blocks.reduce((sum, block) => sum + sizeOf(block), 0);
  const most = sheet.questionnaire.questionsPerScreen ?? questions;
  const layout = { screens: screensOf(blocks, most), questions };
  kept.set(sheet, layout);
  return layout;
}

function blocksOf({ questionnaire, people }: Sheet): readonly Block[] {
  const { community, appraisee, comment } = questionnaire;
  return [
    ...community.map((question, at): Block => {
      const asked = { field: communityField(question.id), id: `c${at}`, question, must: question.required };
      return { kind: 'community', asked };
    }),
    ...people.map((person, at): Block => {
      const asked = appraisee.map((question, nth) => {
        const field = personField(person.appraisalId, question.id);
        return { field, id: `p${at}q${nth}`, question, must: false };
      });
      return { kind: 'person', id: `p${at}`, person, asked };
    }),
    ...(comment === undefined ? [] : [{ kind: 'comment', comment } as const]),
  ];
}

function screensOf(blocks: readonly Block[], most: number): readonly Screen[] {
  const screens: Block[][] = [[]];
  let size = 0;
  for (const block of blocks) {
    if (size > 0 && size + sizeOf(block) > most) {
      screens.push([]);
      size = 0;
    }
    screens.at(-1)?.push(block);
    size += sizeOf(block);
  }
  return screens;
}

function sizeOf(block: Block): number {
  return block.kind === 'person' ? block.asked.length : 1;
}

/** The names of the fields of a block. */
export function fieldsOf(block: Block): readonly string[] {
  if (block.kind === 'comment') return [COMMENT_FIELD];
  return block.kind === 'community' ? [block.asked.field] : block.asked.map(({ field }) => field);
}

/** The first screen, counted from 1, on which something is wrong; null when nothing is. */
export function screenWithProblem({ screens }: Layout, problems: readonly BallotProblem[]): number | null {
  const fields = new Set(problems.map(({ field }) => field));
  const at = screens.findIndex((screen) =>
    screen.some((block) => fieldsOf(block).some((name) => fields.has(name))),
  );
  return at < 0 ? null : at + 1;
}
