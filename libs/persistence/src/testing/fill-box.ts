import type { SurveyEnvelope } from '@kaoji/application';
import { openSurveyDatabase } from '../survey/survey-database.js';

/** Puts envelopes in as the survey process does; gives what it said to each. Their campaigns are open. */
export async function fillBox(url: string, envelopes: readonly SurveyEnvelope[]): Promise<readonly string[]> {
  const survey = await openSurveyDatabase(url);
  try {
    return await Promise.all(envelopes.map((envelope) => survey.intake.put(envelope)));
  } finally {
    await survey.close();
  }
}
