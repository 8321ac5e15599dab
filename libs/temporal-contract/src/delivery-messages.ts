/** Watches over the written results of a unit until they have all been delivered, or their time is over. */
export type DeliveryInput = {
  readonly cycleId: string;
  readonly cycleKey: string;
  readonly unitId: string;
  readonly remindAt: number;
  readonly escalateAt: number;
};
export type DeliveryResult = { readonly undelivered: number };

export type DeliveryActivities = {
  /** Reminds people of results that wait for them, or gives what is undelivered to HR; delivers nothing by itself. */
  remindDelivery(
    input: DeliveryInput & { readonly kind: 'remind' | 'escalate' },
  ): Promise<{ readonly undelivered: number }>;
};
