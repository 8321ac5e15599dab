import type { DeliveredGrade, MessageAnswer, WorkflowGateway } from '../../ports/gateways.js';

const AT_ONCE = 50;

/**
 * Gives every appraisal of a list its delivered result, fifty at once. Whoever left meanwhile needs none; any other
 * refusal is the answer, the others having been told all the same. Repeatable.
 */
export async function deliverGrades(
  gateway: Pick<WorkflowGateway, 'deliverGrade'>,
  cycleKey: string,
  results: readonly (DeliveredGrade & { readonly appraisalId: string })[],
): Promise<MessageAnswer> {
  const refused: MessageAnswer[] = [];
  for (let from = 0; from < results.length; from += AT_ONCE) {
    const answers = await Promise.all(
      results
        .slice(from, from + AT_ONCE)
        .map(async ({ appraisalId, ...grade }) => gateway.deliverGrade(cycleKey, appraisalId, grade)),
    );
    refused.push(...answers.filter((answer) => !answer.ok && answer.code !== 'WORKFLOW_CLOSED'));
  }
  return refused[0] ?? { ok: true };
}
