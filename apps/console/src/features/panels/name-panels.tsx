import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ListAddress } from '../../api/acts.js';
import { namePanel, panelPartsQuery, type NewPanel } from '../../api/panels.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { panelActTexts } from './act-texts.js';
import { NamePanelForm } from './name-panel-form.js';

/** The parts whose panel nobody named yet, each with a form; what naming did, and which conflicts were removed. */
export function NamePanels({ address }: { readonly address: ListAddress }): ReactNode {
  const say = useTexts(panelActTexts);
  const query = useQuery(panelPartsQuery(address));
  const [done, setDone] = useState<readonly string[]>([]);
  const change = useChange({
    ask: (body: NewPanel, key) => namePanel(address, body, key),
    onDone: ({ seats, conflicts, short }) =>
      setDone([
        say('named', { seats }),
        ...(conflicts > 0 ? [say('conflicts', { count: conflicts })] : []),
        ...(short > 0 ? [say('shortOf', { count: short })] : []),
      ]),
  });
  return (
    <Loaded query={query}>
      {({ items }) => {
        const open = items.filter(({ panelId }) => panelId === null);
        if (open.length === 0 && done.length === 0) return null;
        return (
          <section className="sheet stack" aria-labelledby="name-panels">
            <h2 id="name-panels">{say('nameOpen')}</h2>
            {done.length > 0 && (
              <Alert
                type={done.length > 1 ? 'warning' : 'success'}
                showIcon
                role="status"
                title={done[0]}
                description={done.slice(1).join(' ')}
              />
            )}
            {open.map((part) => (
              <NamePanelForm key={`${part.part} ${part.role}`} part={part} change={change} />
            ))}
          </section>
        );
      }}
    </Loaded>
  );
}
