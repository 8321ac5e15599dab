import type { QuestionnaireLint } from './questionnaire-finding.js';
import { choicesOf, questionsOf, type QuestionAt } from './questionnaire-parts.js';

/** Ids and choices are each their own, and exactly one scale about a person is the satisfaction scale. */
export function lintQuestions(lint: QuestionnaireLint): void {
  const questions = questionsOf(lint.questionnaire);
  lintIds(lint, questions);
  for (const at of questions) {
    lintChoices(lint, at);
    lintAtMost(lint, at);
  }
  lintSatisfaction(lint, questions);
}

/** Question ids in the whole file: results are read by them. Option ids within their question. */
function lintIds({ fault }: QuestionnaireLint, questions: readonly QuestionAt[]): void {
  const twice = (ids: readonly { readonly id: string; readonly path: QuestionAt['path'] }[]): void => {
    const seen = new Set<string>();
    for (const { id, path } of ids) {
      if (seen.has(id)) {
        fault('LINT_DUPLICATE_ID', [...path, 'id'], {
          en: `The id "${id}" is used twice.`,
          zh: `编号“${id}”重复。`,
        });
      }
      seen.add(id);
    }
  };
  twice(questions.map(({ question, path }) => ({ id: question.id, path })));
  for (const { question, path } of questions) {
    if (question.kind === 'scale') continue;
    twice(question.options.map(({ id }, index) => ({ id, path: [...path, 'options', index] })));
  }
}

function lintChoices({ fault }: QuestionnaireLint, at: QuestionAt): void {
  const choices = choicesOf(at);
  for (const language of ['zh', 'en'] as const) {
    const seen = new Set<string>();
    for (const { text, path } of choices) {
      const words = text[language].trim().replaceAll(/\s+/g, ' ').toLowerCase();
      if (seen.has(words)) {
        fault('LINT_CHOICES_ALIKE', [...path, language], {
          en: `Two choices read "${text[language]}".`,
          zh: `有两个选项都写“${text[language]}”。`,
        });
      }
      seen.add(words);
    }
  }
}

function lintAtMost({ fault }: QuestionnaireLint, { question, path }: QuestionAt): void {
  if (question.kind !== 'multiple' || question.atMost === undefined) return;
  const { atMost, options } = question;
  if (atMost > 1 && atMost < options.length) return;
  fault('LINT_AT_MOST', [...path, 'atMost'], {
    en:
      atMost === 1
        ? 'At most one choice is a question of kind "single".'
        : `At most ${atMost} of ${options.length} options is no limit; leave it out.`,
    zh:
      atMost === 1
        ? '最多选一项的是单选题（kind: single）。'
        : `共 ${options.length} 个选项，最多选 ${atMost} 项等于没有限制，请删去。`,
  });
}

function lintSatisfaction({ fault }: QuestionnaireLint, questions: readonly QuestionAt[]): void {
  const marked = questions.filter(({ question }) => question.kind === 'scale' && question.satisfaction);
  const elsewhere = marked.filter(({ block }) => block === 'community');
  const [first, ...others] = marked.filter(({ block }) => block === 'appraisee');
  for (const { path } of elsewhere) {
    fault('LINT_SATISFACTION_ELSEWHERE', [...path, 'satisfaction'], {
      en: 'The satisfaction scale is a question about a person; take the mark away here.',
      zh: '满意度题是对人的评价，这里不能标 satisfaction。',
    });
  }
  for (const { path } of others) {
    fault('LINT_SATISFACTION_TWICE', [...path, 'satisfaction'], {
      en: 'Another question is the satisfaction scale already; the rulebook reads one.',
      zh: '前面已经有满意度题；规则文件只读一题。',
    });
  }
  if (first === undefined) {
    fault('LINT_NO_SATISFACTION', ['appraisee'], {
      en: 'Mark one scale about the person with "satisfaction: true": the rulebook reads its value.',
      zh: '请在对人的一道评分题上标 satisfaction: true，规则文件按它的数值计算。',
    });
  }
}
