import { effectText } from '../../evaluate/grade-effect.js';
import type { LintContext } from './lint-context.js';

function lintRows({ rulebook, report }: LintContext): void {
  const { punishments, rows } = rulebook.discipline;
  const declared = new Set(punishments.map(({ code }) => code));
  rows.forEach((row, i) => {
    if (declared.has(row.punishment)) return;
    report('LINT_UNKNOWN_PUNISHMENT', ['discipline', 'rows', i, 'punishment'], {
      en: `The punishment "${row.punishment}" is not declared.`,
      zh: `处分种类“${row.punishment}”未声明。`,
    });
  });
  punishments.forEach(({ code }, i) => {
    const mine = rows.filter(({ punishment }) => punishment === code);
    const answers = (linked: boolean) =>
      mine.filter(({ linkedToDuty }) => linkedToDuty === undefined || linkedToDuty === linked).length;
    const general = mine.filter(({ linkedToDuty }) => linkedToDuty === undefined).length;
    if (answers(true) === 0 || answers(false) === 0) {
      report('LINT_PUNISHMENT_WITHOUT_ROW', ['discipline', 'punishments', i], {
        en: `"${code}" has no row for every case (linked to duty or not).`,
        zh: `“${code}”没有覆盖全部情形（是否与职务有关）的处理。`,
      });
    }
    if (general > 1 || answers(true) - general > 1 || answers(false) - general > 1) {
      report('LINT_DUPLICATE_ID', ['discipline', 'punishments', i], {
        en: `"${code}" has two rows for the same case.`,
        zh: `“${code}”的同一情形有两条处理。`,
      });
    }
  });
}

/** Every declared punishment has one row for each case, and every effect has its place from light to heavy. */
export function lintDiscipline(context: LintContext): void {
  const { rulebook, report } = context;
  lintRows(context);
  const { severity, rows } = rulebook.discipline;
  const ranked = severity.map(effectText);
  ranked.forEach((effect, i) => {
    if (ranked.indexOf(effect) === i) return;
    report('LINT_SEVERITY', ['discipline', 'severity', i], {
      en: `The effect "${effect}" stands twice in the order of severity.`,
      zh: `轻重次序中“${effect}”出现两次。`,
    });
  });
  rows.forEach((row, i) =>
    row.years.forEach((effect, j) => {
      if (ranked.includes(effectText(effect))) return;
      report('LINT_SEVERITY', ['discipline', 'rows', i, 'years', j], {
        en: `The effect "${effectText(effect)}" has no place in the order of severity; Art 43 needs one.`,
        zh: `轻重次序中没有“${effectText(effect)}”，无法判断何者较重（第四十三条）。`,
      });
    }),
  );
}
