import type { Act, Approval, Verb } from '../../api/acts.js';
import type { ListPerson } from '../../api/deliberation.js';

/** What the form of a verb holds. */
export type ActFields = {
  readonly reason?: string;
  readonly to?: string | readonly string[];
  readonly successor?: string;
  readonly returnTo?: string;
  readonly appraisals?: readonly string[];
  readonly act?: string;
  readonly acknowledged?: Readonly<Record<string, string>>;
};

type Asked = {
  readonly approval: Pick<Approval, 'round' | 'listHash' | 'step'>;
  readonly verb: Verb;
  readonly turn: { readonly seat: string | null; readonly principal: string | null };
  readonly fields: ActFields;
  readonly toExplain: readonly Pick<ListPerson, 'appraisalId'>[];
};

/** Whoever approves says of each uncertain case why its result stands, unless somebody has. */
export function needsExplaining<P extends Pick<ListPerson, 'needsPeople' | 'acknowledged'>>(
  people: readonly P[],
): readonly P[] {
  return people.filter(({ needsPeople, acknowledged }) => needsPeople.length > 0 && acknowledged === null);
}

/** The act as the service wants it: about the very list that was on screen, with only what was filled in. */
export function actOf({ approval, verb, turn, fields, toExplain }: Asked): Act {
  const { round, listHash, step } = approval;
  const reason = fields.reason?.trim() ?? '';
  const to = [fields.to ?? [], fields.successor ?? []].flat();
  return {
    ...{ round, listHash, step, verb },
    ...(turn.principal === null ? {} : { onBehalfOf: turn.principal }),
    ...(turn.seat === null ? {} : { seat: turn.seat }),
    ...(to.length === 0 ? {} : { to }),
    ...(fields.returnTo === undefined ? {} : { returnTo: fields.returnTo }),
    ...(fields.appraisals === undefined || fields.appraisals.length === 0
      ? {}
      : { appraisals: [...fields.appraisals] }),
    ...(fields.act === undefined ? {} : { act: fields.act }),
    ...(reason === '' ? {} : { reason }),
    ...(toExplain.length === 0
      ? {}
      : {
          acknowledged: toExplain.map(({ appraisalId }) => ({
            appraisalId,
            reason: fields.acknowledged?.[appraisalId]?.trim() ?? '',
          })),
        }),
  };
}
