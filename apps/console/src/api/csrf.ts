const STORED = 'kaoji.csrf';

/** Named here, since tests of what is pure read this file where no browser's types are. */
declare const localStorage: {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
};

/** The token that comes with a sign-in and goes with every change; worth nothing without the session's cookie. */
export const csrf = {
  read: (): string => localStorage.getItem(STORED) ?? '',
  keep: (token: string): void => localStorage.setItem(STORED, token),
  forget: (): void => localStorage.removeItem(STORED),
};
