import type { SendOutcome } from './survey-gateways.js';

/** Writes to staff that something waits in their inbox: nothing else, no name, no link. */
export type StaffMessages = {
  /** `messageId` again is the same message. */
  send(message: { readonly messageId: string; readonly to: string }): Promise<SendOutcome>;
};
