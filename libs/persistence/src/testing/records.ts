import type {
  Account,
  Appraisal,
  BallotBox,
  Campaign,
  ConsequenceRow,
  Cycle,
  CycleUnit,
  ImportedGrade,
  InboxTask,
  Invitation,
  LedgerEntry,
  MarkRow,
  RegisteredDocument,
  NoticePage,
  Objection,
  SurveyEnvelope,
  SurveyLink,
} from '@kaoji/application';

/** Plausible records with the properties a test cares about replaced. The ids fit `seedUnit`. */

/** A notice of the seeded unit, from 1 to 10. */
export function noticePageRecord(change: Partial<NoticePage> = {}): NoticePage {
  return {
    id: 'notice-1',
    cycleId: 'cycle-1',
    unitId: 'unit-1',
    round: 1,
    body: '{}',
    entries: [{ appraisalId: 'appraisal-0', grade: 'excellent' }],
    standing: [],
    publicKey: 'key',
    startsAt: 1,
    endsAt: 10,
    endedAt: null,
    outcome: null,
    ...change,
  };
}

export function objectionRecord(change: Partial<Objection> = {}): Objection {
  return {
    id: 'objection-1',
    noticeId: 'notice-1',
    about: 'appraisal-0',
    sealed: 's',
    receivedAt: 5,
    channel: 'link',
    recordedBy: null,
    ...change,
  };
}

export function cycleRecord(own: Partial<Cycle> = {}): Cycle {
  return {
    id: 'cycle-1',
    run: 'live',
    areaId: 'area-1',
    year: 2026,
    rulebookHash: 'rulebook-hash',
    calendarHash: 'calendar-hash',
    clock: { kind: 'calendar' },
    drawSeed: 'seed-1',
    state: 'draft',
    version: 1,
    createdBy: 'account-hr',
    createdAt: 1_767_225_600_123,
    openedAt: null,
    closedAt: null,
    ...own,
  };
}

export function cycleUnitRecord(own: Partial<CycleUnit> = {}): CycleUnit {
  return {
    cycleId: 'cycle-1',
    unitId: 'unit-1',
    state: 'planned',
    facts: {},
    headcount: null,
    pool: null,
    collectionClosesAt: null,
    round: 0,
    noticeEndsAt: null,
    version: 1,
    ...own,
  };
}

export function appraisalRecord(own: Partial<Appraisal> = {}): Appraisal {
  return {
    id: 'appraisal-0',
    cycleId: 'cycle-1',
    unitId: 'unit-1',
    communityId: 'community-1',
    personId: 'person-0',
    posts: ['community_worker'],
    category: 'worker',
    facts: { monthsServed: 12, underInvestigation: false },
    punishments: [],
    earlier: [{ year: 2025, result: 'competent' }],
    status: 'planned',
    eligibility: null,
    composite: null,
    provisionalGrade: null,
    finalStatus: null,
    finalGrade: null,
    decidedRule: null,
    decidedClause: null,
    evidenceHash: null,
    resultHash: null,
    notifiedAt: null,
    contestUntil: null,
    joinedLate: false,
    version: 1,
    ...own,
  };
}

export function accountRecord(own: Partial<Account> = {}): Account {
  return {
    id: 'account-1',
    username: 'account-1',
    passwordHash: 'argon2id-of-nothing',
    personId: null,
    grants: [],
    disabled: false,
    ...own,
  };
}

export function markRecord(own: Partial<MarkRow> = {}): MarkRow {
  return {
    appraisalId: 'appraisal-0',
    part: 'political_quality',
    post: null,
    role: 'panel_member',
    raterId: 'account-1',
    value: '90',
    reason: null,
    version: 1,
    markedAt: 1_767_225_600_123,
    ...own,
  };
}

export function campaignRecord(own: Partial<Campaign> = {}): Campaign {
  return {
    id: 'campaign-1',
    cycleId: 'cycle-1',
    unitId: 'unit-1',
    communityId: 'community-1',
    state: 'planned',
    opensAt: null,
    closesAt: null,
    extensions: 0,
    questionnaireHash: null,
    panelReason: null,
    version: 1,
    ...own,
  };
}

export function linkRecord(own: Partial<SurveyLink> = {}): SurveyLink {
  return {
    linkHash: 'link-hash',
    campaignId: 'campaign-1',
    stratum: 'ordinary',
    channel: 'handed',
    state: 'issued',
    ...own,
  };
}

/** An envelope of the link, its ciphertext and digest made up from the link's hash. */
export function envelopeRecord(own: Partial<SurveyEnvelope> = {}): SurveyEnvelope {
  const linkHash = own.linkHash ?? 'link-hash';
  return {
    linkHash,
    campaignId: 'campaign-1',
    sealed: `sealed-${linkHash}`,
    digest: `digest-${linkHash}`,
    day: '2026-03-01',
    ...own,
  };
}

export function boxRecord(own: Partial<BallotBox> = {}): BallotBox {
  return {
    campaignId: 'campaign-1',
    publicKey: 'public-key',
    root: null,
    leaves: null,
    sealedAt: null,
    destroyedAt: null,
    destroyedBy: null,
    ...own,
  };
}

export function invitationRecord(own: Partial<Invitation> = {}): Invitation {
  return {
    id: 'invitation-1',
    campaignId: 'campaign-1',
    ref: 'resident-1',
    channel: 'sms',
    linkHash: 'link-hash',
    sealed: 'sealed-contact',
    state: 'waiting',
    reminders: 0,
    problem: null,
    ...own,
  };
}

export function inboxTaskRecord(own: Partial<InboxTask> = {}): InboxTask {
  return {
    id: 'task-1',
    accountId: 'account-1',
    kind: 'list',
    as: 'self',
    onBehalfOf: null,
    source: 'list/cycle-1/unit-1/1',
    version: 1,
    cycleId: 'cycle-1',
    unitId: 'unit-1',
    appraisalId: null,
    step: 'supervisor',
    verbs: ['approve', 'return'],
    since: 10,
    dueAt: 100,
    ifNothing: 'superior_told',
    count: null,
    ...own,
  };
}

export function consequenceRecord(own: Partial<ConsequenceRow> = {}): ConsequenceRow {
  return {
    appraisalId: 'appraisal-0',
    rule: 'pay.step',
    clause: '第二十二条',
    effect: 'pay_step',
    params: { steps: 1 },
    adverse: false,
    force: 'confirm',
    gate: [],
    gateRecords: [],
    state: 'proposed',
    decidedBy: null,
    decidedAt: null,
    version: 1,
    ...own,
  };
}

export function documentRecord(own: Partial<RegisteredDocument> = {}): RegisteredDocument {
  return {
    id: 'document-1',
    cycleId: 'cycle-1',
    unitId: 'unit-1',
    personId: 'person-0',
    appraisalId: 'appraisal-0',
    record: 'union_told',
    reference: '演示文1号',
    issuedOn: '2027-01-05',
    contentHash: null,
    form: null,
    paragraph: null,
    until: null,
    withdraws: null,
    reason: null,
    recordedBy: 'account-1',
    recordedAt: 1,
    ...own,
  };
}

export function importedGradeRecord(own: Partial<ImportedGrade> = {}): ImportedGrade {
  return {
    personId: 'person-0',
    year: 2025,
    version: 1,
    result: 'incompetent',
    reference: '演示通报1号',
    provenOn: '2026-01-20',
    importedBy: 'account-1',
    importedAt: 1,
    ...own,
  };
}

export function ledgerRecord(own: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    key: 'appraisal-0/good.salary_step',
    cycleId: 'cycle-1',
    appraisalId: 'appraisal-0',
    personId: 'person-0',
    year: 2026,
    rule: 'good.salary_step',
    clause: null,
    effect: 'raise_salary_step',
    params: { steps: 1 },
    effectiveOn: '2027-01-01',
    reverses: null,
    because: null,
    confirmedBy: 'account-1',
    enteredAt: 6,
    ...own,
  };
}
