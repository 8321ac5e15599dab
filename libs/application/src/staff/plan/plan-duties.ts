import { deliberationSteps, titleOf, type LocalText, type Rulebook } from '@kaoji/domain';
import { rolesWith } from '../access/permissions.js';

/** Something a year needs somebody for, as the rulebook and the rights have it. */
export type PlanDuty = {
  readonly id: string;
  readonly kind: 'open' | 'keys' | 'mark' | 'approve' | 'review' | 'appeal' | 'confirm';
  readonly title: LocalText;
  readonly clause: string | null;
  readonly roles: readonly string[];
  /** Held in the unit, or over the whole area only. */
  readonly scope: 'unit' | 'area';
  readonly atLeast: number;
  /** User names, where the rulebook names accounts. */
  readonly named: readonly string[];
  readonly above: string | null;
};

const PLAIN = { clause: null, scope: 'unit', atLeast: 1, named: [], above: null } as const;

/** Everything a year under this rulebook needs people for, in the order it comes up. */
export function dutiesOf(rulebook: Rulebook): readonly PlanDuty[] {
  return [
    {
      ...PLAIN,
      ...{ id: 'open', kind: 'open', scope: 'area', roles: rolesWith('cycle.plan') },
      title: { zh: '启动考核、导入名册', en: 'opening the cycle, roster' },
    },
    ...marking(rulebook),
    ...keys(rulebook),
    ...approving(rulebook),
    ...contests(rulebook),
    {
      ...PLAIN,
      ...{ id: 'confirm', kind: 'confirm', roles: rolesWith('consequence.confirm') },
      title: { zh: '确认结果运用', en: 'confirming consequences' },
    },
  ];
}

/** Each role that marks once, with all it marks; the most any part asks for is what it takes. */
function marking({ dimensions }: Rulebook): readonly PlanDuty[] {
  const marked = dimensions.flatMap(({ sheets }) =>
    sheets.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.source.kind === 'marks' ? part.source.raters.map((rater) => ({ part, rater })) : [],
      ),
    ),
  );
  return [...new Set(marked.map(({ rater }) => rater.role))].map((role): PlanDuty => {
    const own = marked.filter(({ rater }) => rater.role === role);
    const titles = own.map(({ part }) => titleOf(part));
    return {
      ...PLAIN,
      ...{ id: `mark/${role}`, kind: 'mark', roles: [role] },
      atLeast: Math.max(...own.map(({ rater }) => rater.minCount)),
      title: {
        zh: [...new Set(titles.map(({ zh }) => zh))].join('、'),
        en: [...new Set(titles.map(({ en }) => en))].join(', '),
      },
    };
  });
}

/** A ballot box is opened by two halves of a key. */
function keys({ survey }: Rulebook): readonly PlanDuty[] {
  if (survey === undefined) return [];
  return [
    {
      ...PLAIN,
      ...{ id: 'keys', kind: 'keys', roles: rolesWith('survey.hold_key'), atLeast: 2 },
      title: { zh: '保管测评票箱钥匙', en: 'keeping the keys of the ballot box' },
      clause: survey.clause ?? null,
    },
  ];
}

function approving(rulebook: Rulebook): readonly PlanDuty[] {
  return deliberationSteps(rulebook).map(({ id, title, clause, who, escalateTo }): PlanDuty => ({
    ...PLAIN,
    ...{ id: `approve/${id}`, kind: 'approve', title, clause, above: escalateTo },
    ...('role' in who ? { roles: [who.role], scope: who.scope } : { roles: [], named: who.named }),
  }));
}

function contests({ process: { contest, deliberation } }: Rulebook): readonly PlanDuty[] {
  const { review, appeal } = contest;
  const by = review?.by ?? { role: deliberation.escalateTo, scope: 'area' as const };
  const clause = contest.clause ?? null;
  const hearing = (
    kind: 'review' | 'appeal',
    title: LocalText,
    who: { readonly role: string; readonly scope: 'unit' | 'area' },
  ): PlanDuty => ({ ...PLAIN, id: kind, kind, title, clause, roles: [who.role], scope: who.scope });
  return [
    hearing('review', { zh: '复核', en: 'review' }, by),
    ...(appeal === undefined ? [] : [hearing('appeal', { zh: '申诉', en: 'appeal' }, appeal.by)]),
  ];
}
