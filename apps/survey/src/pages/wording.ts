/** Why a resident sees no questionnaire. */
export type NoticeKind =
  | 'used'
  | 'expired'
  | 'revoked'
  | 'unknown'
  | 'not_open'
  | 'closed'
  | 'not_a_form'
  | 'too_large'
  | 'too_many'
  | 'busy'
  | 'busy_unread'
  | 'fault';
/** Why an answer could not be taken now, on a page that holds it. */
export type RetryKind = 'not_saved' | 'busy_not_saved' | 'too_many_not_saved';

/** What happened, then what to do. */
export type Notice = { readonly title: string; readonly lines: readonly string[] };

/** Every word residents read that is no part of a questionnaire. Both languages are complete: the type sees to it. */
export type Texts = {
  readonly surveyName: string;
  readonly place: (community: string, year: number) => string;
  readonly intro: (questions: number) => string;
  readonly privacy: string;
  readonly closes: (when: string) => string;
  readonly assisted: string;
  readonly assistedHint: string;
  readonly required: string;
  readonly people: string;
  readonly peopleHint: string;
  readonly dontKnow: string;
  readonly cannotTell: string;
  readonly chooseAny: string;
  readonly chooseAtMost: (most: number) => string;
  readonly commentLimit: (most: number) => string;
  readonly submit: string;
  readonly once: string;
  readonly step: (step: number, steps: number) => string;
  readonly screen: (screen: number) => string;
  readonly next: string;
  readonly back: string;
  readonly review: string;
  readonly reviewHint: string;
  readonly change: (screen: number) => string;
  readonly notAnswered: string;
  readonly errorTitle: string;
  readonly answerMissing: string;
  readonly answerNotOffered: string;
  readonly answersTooMany: (most: number) => string;
  readonly commentTooLong: (most: number) => string;
  readonly opensAt: (when: string) => string;
  readonly retry: string;
  readonly goOn: string;
  readonly code: (code: string) => string;
  readonly betweenPosts: string;
  readonly colon: string;
  /** What stands between two sentences. */
  readonly space: string;
  readonly thanks: Notice & { readonly receiptTitle: string; readonly receiptLines: readonly string[] };
  readonly receipt: ReceiptTexts;
  readonly notices: Readonly<Record<NoticeKind | RetryKind, Notice>>;
};

export type ReceiptTexts = {
  readonly title: string;
  readonly intro: string;
  readonly label: string;
  readonly hint: string;
  readonly check: string;
  readonly unreadable: string;
  readonly notPublished: Notice;
  readonly counted: string;
  readonly among: (campaign: string, envelopes: number) => string;
  readonly campaign: (id: string, closedAt: string | null) => string;
  readonly saysNothing: string;
  readonly proofTitle: string;
  readonly rootHint: string;
  readonly download: string;
  readonly proofHint: string;
  readonly another: string;
};
