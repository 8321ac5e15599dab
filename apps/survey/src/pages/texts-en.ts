import type { Texts } from './wording.js';

/** About ten seconds a question; two or three minutes is what slips and messages promise. */
function duration(questions: number): string {
  const minutes = Math.max(1, Math.round(questions / 6));
  if (minutes === 1) return 'about a minute';
  return minutes <= 3 ? 'two or three minutes' : `about ${minutes} minutes`;
}

export const en: Texts = {
  surveyName: 'Residents’ survey',
  place: (community, year) => `${community} · ${year}`,
  intro: (questions) =>
    questions === 1 ? '1 question, less than a minute.' : `${questions} questions, ${duration(questions)}.`,
  privacy:
    'No login. We do not ask for your name or phone. Your answer is encrypted as soon as it arrives. The system records the date, but neither your network address nor the time.',
  closes: (when) => `Open until ${when} (China time)`,
  assisted: 'Assisted entry',
  assistedHint:
    'Fill in what the resident tells you and decide nothing for them. The answer is marked as assisted.',
  required: 'required',
  people: 'How satisfied are you with these community workers?',
  peopleHint: 'Rate only the people you know something about; skip the others.',
  dontKnow: 'Don’t know',
  cannotTell: 'Can’t tell',
  chooseAny: 'Choose as many as you like.',
  chooseAtMost: (most) => `Choose at most ${most}.`,
  commentLimit: (most) => `At most ${most} characters.`,
  submit: 'Submit',
  once: 'Each link can be used once. An answer cannot be changed afterwards.',
  step: (step, steps) => `Step ${step} of ${steps}`,
  screen: (screen) => `Step ${screen}`,
  next: 'Next',
  back: 'Back',
  review: 'Please look over your answers',
  reviewHint: 'Not submitted yet. Press “Submit” if they are right, or change what is not.',
  change: (screen) => `Change step ${screen}`,
  notAnswered: 'No answer',
  errorTitle: 'Not submitted yet. Please correct this first:',
  answerMissing: 'Choose one of these, please',
  answerNotOffered: 'Choose one of the listed options',
  answersTooMany: (most) => `Too many are chosen; choose at most ${most}`,
  commentTooLong: (most) => `The comment is too long. Shorten it to ${most} characters`,
  opensAt: (when) => `It opens on ${when} (China time)`,
  retry: 'Submit again',
  goOn: 'Try again',
  code: (code) => `Code: ${code}`,
  betweenPosts: ', ',
  colon: ': ',
  space: ' ',
  thanks: {
    title: 'Thank you!',
    lines: ['Your answer has been received and encrypted.', 'You can close this page now.'],
    receiptTitle: 'Your receipt',
    receiptLines: [
      'If you would like to check that your answer was counted, copy this code or take a screenshot. Otherwise ignore it.',
      'After the survey has ended, enter it on the page “Check a receipt”.',
      'The code only tells whether your answer is among the others, never what you answered.',
    ],
  },
  receipt: {
    title: 'Check a receipt',
    intro:
      'Enter the code you saw after submitting, to check that your answer was counted. It does not tell what you answered.',
    label: 'Receipt code',
    hint: '17 letters and digits. Capitals do not matter, and dashes may be left out.',
    check: 'Check',
    unreadable: 'This is not a receipt code; a character may be wrong. Please copy it once more.',
    notPublished: {
      title: 'This receipt cannot be found yet',
      lines: [
        'If the survey has not ended, please come back when its result has been published.',
        'If the result has been published, please take your code to your residents’ committee.',
      ],
    },
    counted: 'Your answer is among them',
    among: (campaign, envelopes) =>
      envelopes === 1
        ? `${campaign}: the one sealed answer is yours.`
        : `${campaign}: ${envelopes} answers were sealed, and yours is one of them.`,
    campaign: (id, closedAt) =>
      closedAt === null ? `Survey ${id}` : `Survey ${id} (closed ${closedAt}, China time)`,
    saysNothing: 'This says that your answer is there. It does not say what you answered.',
    proofTitle: 'Check it yourself',
    rootHint:
      'This is the seal over all answers. It must be the same as on the public notice; it would change if one answer were exchanged or taken away.',
    download: 'Download the proof (JSON)',
    proofHint:
      'The proof ties your answer to the seal, as RFC 6962 describes. The file says how to check it; somebody who knows computers can help you.',
    another: 'Check another receipt',
  },
  notices: {
    used: {
      title: 'This link has been used',
      lines: [
        'The answer given with this link has been received and counts as usual.',
        'Each link can be used once. If somebody else used yours, please contact your residents’ committee.',
      ],
    },
    expired: {
      title: 'This link has expired',
      lines: [
        'It can no longer be used.',
        'If you would still like to take part, ask your residents’ committee for a new link.',
      ],
    },
    revoked: {
      title: 'This link has been withdrawn',
      lines: [
        'The office that sent it has taken it back.',
        'If you would still like to take part, ask your residents’ committee for a new link.',
      ],
    },
    unknown: {
      title: 'We could not find this survey',
      lines: [
        'The link may be incomplete or mistyped.',
        'Please open the link in your message again, or scan the QR code once more.',
      ],
    },
    not_open: { title: 'The survey has not opened yet', lines: ['Keep this link and open it again then.'] },
    closed: {
      title: 'The survey has closed',
      lines: [
        'Answers are no longer accepted. Thank you for your interest.',
        'For comments and suggestions, please contact your residents’ committee.',
      ],
    },
    not_a_form: {
      title: 'Your answer did not arrive',
      lines: ['Please open the link again, fill in the page and press “Submit”.'],
    },
    too_large: {
      title: 'Your answer did not arrive',
      lines: ['It was too long. Please open the link again and write a shorter comment.'],
    },
    too_many: {
      title: 'Please wait a little',
      lines: [
        'Too many attempts came from this network.',
        'Please try again in a few minutes. If your link is right, it still works.',
      ],
    },
    busy: {
      title: 'Too many people are answering now',
      lines: ['Please open the link again in a moment; it still works.'],
    },
    busy_unread: {
      title: 'Not submitted yet',
      lines: [
        'Too many people are answering now. Your answer has not arrived.',
        'Please wait half a minute and reload this page. If your browser asks whether to send the form again, say yes: what you filled in is sent once more.',
        'If you cannot reload it, open the link again and answer anew; it still works.',
      ],
    },
    fault: {
      title: 'Something went wrong on our side',
      lines: ['You did nothing wrong.', 'Please open the link again in a few minutes; it still works.'],
    },
    not_saved: {
      title: 'Not submitted yet',
      lines: [
        'Something went wrong on our side; you did nothing wrong.',
        'What you filled in is kept here. Please submit it again in a moment.',
      ],
    },
    busy_not_saved: {
      title: 'Not submitted yet',
      lines: [
        'Too many people are answering now.',
        'What you filled in is kept here. Please submit it again in a moment.',
      ],
    },
    too_many_not_saved: {
      title: 'Not submitted yet',
      lines: [
        'There were too many attempts with this link or from this network.',
        'What you filled in is kept here. Please wait a minute and submit it again.',
      ],
    },
  },
};
