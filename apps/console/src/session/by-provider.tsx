import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Divider } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { beginAtProvider, signInWaysQuery, stepUpByProvider } from '../api/accounts.js';
import { useLocalText, useTexts } from '../i18n/use-texts.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { awaitProvider, going } from './provider-return.js';
import { sessionTexts } from './texts.js';

/** The button to an identity provider, where one is configured. Signing in leaves this page and comes back to `to`. */
export function ByProvider({ to }: { readonly to: string }): ReactNode {
  const say = useTexts(sessionTexts);
  const name = useProviderName();
  const leaving = useMutation({
    mutationFn: () => beginAtProvider(false),
    meta: { quiet: true },
    onSuccess: (url) => {
      going.keep(to);
      location.assign(url);
    },
  });
  if (name === null) return null;
  return (
    <>
      <Divider plain>{say('or')}</Divider>
      {leaving.error !== null && <ProblemNotice fault={leaving.error} />}
      <Button size="large" block loading={leaving.isPending} onClick={() => leaving.mutate()}>
        {say('byProvider', { name })}
      </Button>
    </>
  );
}

/** The same for a decision: in a window of its own, so that what was being written stays. */
export function AgainByProvider({ onProved }: { readonly onProved: () => void }): ReactNode {
  const say = useTexts(sessionTexts);
  const name = useProviderName();
  const [waits, setWaits] = useState(false);
  const proving = useMutation({ mutationFn: stepUpByProvider, onSuccess: onProved });
  const begin = useMutation({ mutationFn: () => beginAtProvider(true) });
  const { mutate } = proving;
  useEffect(() => (waits ? awaitProvider(mutate) : undefined), [waits, mutate]);
  if (name === null) return null;
  const open = (): void => {
    // Opened by the click itself: browsers refuse windows that open later.
    const window = globalThis.open('about:blank', '_blank', 'popup,width=480,height=640');
    setWaits(true);
    begin.mutate(undefined, {
      onSuccess: (url) => {
        if (window === null) location.assign(url);
        else window.location.href = url;
      },
      onError: () => window?.close(),
    });
  };
  const fault = proving.error ?? begin.error;
  return (
    <>
      <Button loading={begin.isPending || proving.isPending} onClick={open}>
        {say('againByProvider', { name })}
      </Button>
      {waits && fault === null && (
        <p className="quiet" role="status">
          {say('providerWindow')}
        </p>
      )}
      {fault !== null && <ProblemNotice fault={fault} />}
    </>
  );
}

function useProviderName(): string | null {
  const { data } = useQuery(signInWaysQuery);
  const text = useLocalText();
  const provider = data?.provider ?? null;
  return provider === null ? null : text(provider);
}
