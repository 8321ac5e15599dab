/** Where a replay parted from its history, as far as the SDK says. */
export type ReplayFault = { readonly event: number | null; readonly reason: string };

/** The SDK wraps the one sentence that says what differs in a dump of its own structures. */
export function replayFault({ message }: Error): ReplayFault {
  const reason = /message: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? message;
  const event = /HistoryEvent\(id: (\d+)/.exec(message)?.[1];
  return { event: event === undefined ? null : Number(event), reason };
}
