const STORED = 'kaoji.csrf';

/** The token that comes with a sign-in and goes with every change; worth nothing without the session's cookie. */
export const csrf = {
  read: (): string => localStorage.getItem(STORED) ?? '',
  keep: (token: string): void => localStorage.setItem(STORED, token),
  forget: (): void => localStorage.removeItem(STORED),
};
