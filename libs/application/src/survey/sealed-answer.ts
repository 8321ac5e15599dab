import type { SurveyAnswers } from './answers.js';

/**
 * The seam between an answer and its envelope: every answer goes into the box through here. What is stored
 * today is readable JSON; the survey capability encrypts here to the campaign's ballot-box key.
 */
export function sealAnswer(answers: SurveyAnswers): string {
  return JSON.stringify(answers);
}

/**
 * Opens an envelope for the count. Null for a payload that holds no ballot at all; the values inside are
 * judged by whoever counts, because what is valid is the rulebook's affair.
 */
export function openAnswer(payload: string): { readonly workers: ReadonlyMap<string, unknown> } | null {
  const ballot = parse(payload);
  if (!isRecord(ballot) || !isRecord(ballot['workers'])) return null;
  return { workers: new Map(Object.entries(ballot['workers'])) };
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
