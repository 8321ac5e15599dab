import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { whenIdle } from './when-idle.js';

/** The screen somebody opened comes first: what may come next is fetched only when they look at it for a while. */
const AFTER_MS = 1_500;

/**
 * Fetches the code of the screens of the menu, one after another whenever the page has nothing else to do, so that going there
 * waits for no code. Asks for no data. Where the reader asked to save data, nothing is fetched.
 */
export function usePreloads(paths: readonly string[]): void {
  const router = useRouter();
  const asked = paths.join(' ');
  // Whoever is on the way to a screen has the network for themselves.
  const isThere = useRouterState({ select: ({ status }) => status === 'idle' });
  useEffect(() => {
    const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
    if (!isThere || connection?.saveData === true) return undefined;
    const waiting = asked.split(' ').filter((path) => path !== '');
    let isLeft = false;
    let callOff = (): void => undefined;
    const next = (): void => {
      const path = waiting.shift();
      if (path === undefined || isLeft) return;
      const route = router.routesByPath[path as keyof typeof router.routesByPath];
      const arrived = Promise.resolve(router.loadRouteChunk(route)).catch(() => undefined);
      void arrived.then(() => {
        if (!isLeft) callOff = whenIdle(next);
      });
    };
    const timer = setTimeout(() => {
      callOff = whenIdle(next);
    }, AFTER_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
      callOff();
    };
  }, [router, asked, isThere]);
}
