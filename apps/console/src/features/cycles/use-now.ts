import { useEffect, useState } from 'react';

const EVERY_MS = 20_000;

/** This instant, and a new one every so often: what is due becomes late by itself. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
