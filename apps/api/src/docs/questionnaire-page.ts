import type { PreviewedQuestionnaire } from '@kaoji/application/staff';
import { escapeHtml, htmlPage } from './html.js';

type Questionnaire = PreviewedQuestionnaire['questionnaire'];
type Question = Questionnaire['community'][number];
type Text = Questionnaire['title'];
type Findings = PreviewedQuestionnaire['findings'];

/** A questionnaire as residents will read it, Chinese beside English, with what lint says of each question. */
export function questionnairePage({ hash, questionnaire, findings }: PreviewedQuestionnaire): string {
  const { id, version, title, intro, community, appraisee, comment } = questionnaire;
  const placed = new Set<Findings[number]>();
  const hintsAt = (place: string): string => {
    const found = findings.filter(({ path }) => path === place || path.startsWith(`${place}.`));
    for (const finding of found) placed.add(finding);
    return hintList(found);
  };
  const block = (name: 'community' | 'appraisee', heading: Text, first: number): string => {
    const questions = questionnaire[name].map((question, at) =>
      questionHtml(question, first + at, hintsAt(`${name}.${at}`)),
    );
    return questions.length === 0 ? '' : `${headingHtml(heading)}\n${questions.join('\n')}`;
  };
  const parts = [
    block('community', { zh: '对社区', en: 'About the community' }, 1),
    block('appraisee', { zh: '对每位社区工作者', en: 'About each worker' }, community.length + 1),
    comment === undefined ? '' : commentHtml(comment, hintsAt('comment')),
  ];
  const others = findings.filter((finding) => !placed.has(finding));
  const note =
    findings.length === 0
      ? { zh: '阅读检查：没有要改的。', en: 'Reading check: nothing to change.' }
      : {
          zh: `阅读检查：${findings.length} 条提示，写在各题下面。`,
          en: `Reading check: ${findings.length === 1 ? 'one hint' : `${findings.length} hints`}, below the questions.`,
        };
  const asked = community.length + appraisee.length;
  return htmlPage(
    `${title.zh} · ${title.en}`,
    `<main class="questionnaire">
<h1>${escapeHtml(title.zh)} <span class="second" lang="en">${escapeHtml(title.en)}</span></h1>
${pair(intro)}
<dl>
<div><dt>编号 <span lang="en">id</span></dt><dd>${escapeHtml(id)}</dd></div>
<div><dt>版本 <span lang="en">version</span></dt><dd>${escapeHtml(version)}</dd></div>
<div><dt>题数 <span lang="en">questions</span></dt><dd>${asked}</dd></div>
<div><dt>哈希 <span lang="en">hash</span></dt><dd><code>${escapeHtml(hash)}</code></dd></div>
</dl>
<div class="note">${pair(note)}</div>
${hintList(others)}
${parts.join('\n')}
</main>`,
  );
}

function questionHtml(question: Question, number: number, hints: string): string {
  const { id, title, hint, required } = question;
  const choices = question.kind === 'scale' ? question.labels : question.options.map((one) => one.title);
  const list = question.kind === 'scale' ? 'ol' : 'ul';
  const kind = kindOf(question);
  const column = (language: keyof Text) =>
    `<p class="asked">${number}. ${escapeHtml(title[language])}</p>
${hint === undefined ? '' : `<p class="second">${escapeHtml(hint[language])}</p>`}
<${list}>${choices.map((each) => `<li>${escapeHtml(each[language])}</li>`).join('')}</${list}>
<p class="tag">${language === 'zh' ? `${kind.zh} · ${required ? '必答' : '选答'}` : `${kind.en} · ${required ? 'required' : 'optional'}`}</p>`;
  return `<section aria-label="${escapeHtml(id)}">
${columns(column)}
${hints}
</section>`;
}

function kindOf(question: Question): Text {
  if (question.kind === 'single') return { zh: '单选', en: 'one choice' };
  if (question.kind === 'scale') {
    return question.satisfaction === true
      ? { zh: '评分（满意度）', en: 'scale (satisfaction)' }
      : { zh: '评分', en: 'scale' };
  }
  const { atMost } = question;
  return atMost === undefined
    ? { zh: '多选', en: 'any choices' }
    : { zh: `多选，最多 ${atMost} 项`, en: `choices, at most ${atMost}` };
}

function commentHtml(
  { title, hint, maxLength }: NonNullable<Questionnaire['comment']>,
  hints: string,
): string {
  const column = (language: keyof Text) =>
    `<p class="asked">${escapeHtml(title[language])}</p>
${hint === undefined ? '' : `<p class="second">${escapeHtml(hint[language])}</p>`}
<p class="tag">${language === 'zh' ? `自由填写 · 最多 ${maxLength} 字` : `free text · ${maxLength} characters at most`}</p>`;
  return `${headingHtml({ zh: '想说的话', en: 'Comment' })}
<section>
${columns(column)}
${hints}
</section>`;
}

function headingHtml({ zh, en }: Text): string {
  return `<h2>${escapeHtml(zh)} <span class="second" lang="en">${escapeHtml(en)}</span></h2>`;
}

function hintList(findings: Findings): string {
  if (findings.length === 0) return '';
  const item = ({ severity, code, path, message, messageZh }: Findings[number], language: keyof Text) => {
    const [kind, says] =
      language === 'zh'
        ? [severity === 'error' ? '错误：' : '提示：', messageZh]
        : [severity === 'error' ? 'Error: ' : 'Hint: ', message];
    return `<li title="${escapeHtml(path)}">${kind}${escapeHtml(says)} <code>${escapeHtml(code)}</code></li>`;
  };
  return columns(
    (language) => `<ul class="hints">${findings.map((finding) => item(finding, language)).join('')}</ul>`,
  );
}

function pair(text: Text): string {
  return columns((language) => `<p>${escapeHtml(text[language])}</p>`);
}

function columns(column: (language: keyof Text) => string): string {
  return `<div class="pair"><div lang="zh-CN">${column('zh')}</div><div lang="en">${column('en')}</div></div>`;
}
