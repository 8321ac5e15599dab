import type { Shown } from '@kaoji/application';
import type { BallotProblem } from '@kaoji/domain';
import { checkBallot } from '@kaoji/domain';
import { formPage } from './form-page.js';
import type { Language } from './language.js';
import type { Layout } from './layout.js';
import { layoutOf, screenWithProblem } from './layout.js';
import type { PostedForm } from './posted-form.js';
import { reviewPage } from './review-page.js';

/**
 * The screen a form asks for: another one, the review behind the last, or the same in the other language. Going
 * on, the screens left behind must be in order (422 else); going back, nothing must.
 */
export function screenAsked(
  language: Language,
  shown: Shown,
  form: PostedForm,
): { readonly status: 200 | 422; readonly page: string } {
  const layout = layoutOf(shown.sheet);
  const at = within(layout, form.at ?? 1);
  const wanted = form.switches ? at : within(layout, form.go ?? at);
  const problems = wanted > at ? problemsOf(shown, form) : [];
  const wrong = screenWithProblem(layout, problems) ?? wanted;
  if (wrong < wanted) {
    return { status: 422, page: formPage({ language, shown, form, screen: wrong, problems }) };
  }
  const isReview = wanted > layout.screens.length;
  if (isReview) return { status: 200, page: reviewPage({ language, shown, form }) };
  return { status: 200, page: formPage({ language, shown, form, screen: wanted, problems: [] }) };
}

/** The screen on which an answer that was sent is wrong. */
export function screenRefused(
  language: Language,
  shown: Shown,
  form: PostedForm,
  problems: readonly BallotProblem[],
): string {
  const screen = screenWithProblem(layoutOf(shown.sheet), problems) ?? 1;
  return formPage({ language, shown, form, screen, problems });
}

function problemsOf({ sheet }: Shown, form: PostedForm): readonly BallotProblem[] {
  const checked = checkBallot(sheet.questionnaire, sheet.appraisalIds, form.given);
  return checked.ok ? [] : checked.problems;
}

/** A number from outside as one of the screens or the review; on a single screen there is no other. */
function within({ screens }: Layout, screen: number): number {
  const last = screens.length === 1 ? 1 : screens.length + 1;
  return Math.min(Math.max(screen, 1), last);
}
