import { texts } from '../../i18n/texts.js';

export const adoptTexts = texts(
  'rulebook-adopt',
  {
    title: '采用新的规则手册',
    toList: '回到规则手册',
    file: '文件',
    fileHint: '选一个文件，或者把内容粘贴进来。检查不会采用，也不会保存任何内容。',
    choose: '选择文件',
    text: '内容',
    check: '检查',
    checkHint: '先检查，没有问题才能采用。',
    findings: '检查发现 {{count}} 处问题',
    notAdoptable: '有问题的规则手册不能采用。请逐处改好，再检查一次。',
    adoptTitle: '采用',
    clean: '检查没有发现问题，可以采用。',
    effect:
      '将采用《{{title}}》（{{id}}，版本 {{version}}）。采用后不能修改或删除，所有人都能读到；今后制定方案时可以选用它，已经开始的考核不受影响。',
    adopt: '采用',
    preview: '逐条预览，问题标在相应条款旁',
  },
  {
    title: 'Adopt a new rulebook',
    toList: 'Back to the rulebooks',
    file: 'The file',
    fileHint: 'Choose a file, or paste its text. A check adopts nothing and keeps nothing.',
    choose: 'Choose a file',
    text: 'Text',
    check: 'Check it',
    checkHint: 'It is checked first; only without findings can it be adopted.',
    findings: 'The check found {{count}} problems',
    findings_one: 'The check found one problem',
    notAdoptable: 'A rulebook with findings cannot be adopted. Mend each of them, then check again.',
    adoptTitle: 'Adopt',
    clean: 'The check found nothing: it can be adopted.',
    effect:
      'This adopts “{{title}}” ({{id}}, version {{version}}). It can then be neither changed nor taken away, and everybody can read it. New plans may choose it; cycles already under way stay as they are.',
    adopt: 'Adopt it',
    preview: 'Read it rule by rule, with each problem beside its rule',
  },
);
