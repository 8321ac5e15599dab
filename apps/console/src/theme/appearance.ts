import { useSyncExternalStore } from 'react';

export type Appearance = 'system' | 'light' | 'dark';
export const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark'];

const STORED = 'kaoji.appearance';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen: Appearance = APPEARANCES.find((one) => one === localStorage.getItem(STORED)) ?? 'system';

/** Shows the chosen appearance from now on, here and at the next visit. */
export function chooseAppearance(appearance: Appearance): void {
  chosen = appearance;
  localStorage.setItem(STORED, appearance);
  showAppearance();
}

/** Sets what styles look at; called once before the first drawing. */
export function showAppearance(): void {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}
prefersDark.addEventListener('change', showAppearance);

const isDark = (): boolean => chosen === 'dark' || (chosen === 'system' && prefersDark.matches);
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAppearance(): { readonly chosen: Appearance; readonly dark: boolean } {
  const dark = useSyncExternalStore(subscribe, isDark);
  const now = useSyncExternalStore(subscribe, () => chosen);
  return { chosen: now, dark };
}
