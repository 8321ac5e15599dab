import { Input } from 'antd';
import { Link } from '@tanstack/react-router';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { MarkingItem } from '../../api/marking.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Anchors } from './anchors.js';
import type { MarkingSheet } from './marking-sheet.js';
import { entryOf, faultOf, keyOf, standingOf } from './sheet.js';
import { faultTexts, markingTexts, standingTexts } from './texts.js';

/** All marks at once, part by part, with what they stand for above; Enter and the arrows go up and down. */
export function MarkingTable({ sheet }: { readonly sheet: MarkingSheet }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const parts = new Map<string, MarkingItem[]>();
  for (const item of sheet.items) {
    const key = `${item.part} ${item.role}`;
    parts.set(key, [...(parts.get(key) ?? []), item]);
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { target } = event;
    if (step === undefined || !(target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const kind = target.dataset['mark'] === undefined ? '[data-reason]' : '[data-mark]';
    const all = [...(frame.current?.querySelectorAll<HTMLElement>(kind) ?? [])];
    all[all.indexOf(target) + step]?.focus();
  };
  return (
    <div className="stack" ref={frame} onKeyDown={onKey}>
      {[...parts].map(([key, items]) => (
        <PartTable key={key} items={items} sheet={sheet} />
      ))}
    </div>
  );
}

type Rows = { readonly items: readonly MarkingItem[]; readonly sheet: MarkingSheet };

function PartTable({ items, sheet }: Rows): ReactNode {
  const say = useTexts(markingTexts);
  const local = useLocalText();
  const id = useId();
  const [first] = items;
  if (first === undefined) return null;
  const { partTitle, roleTitle, reasonBounds } = first;
  return (
    <section className="sheet stack" aria-labelledby={id}>
      <div className="row">
        <h2 id={id}>{local(partTitle)}</h2>
        <span className="quiet">{say('asRole', { role: local(roleTitle) })}</span>
      </div>
      <Anchors item={first} value="" />
      {reasonBounds !== null && <p className="quiet">{say('reasonRule', reasonBounds)}</p>}
      <div
        className="table-frame"
        tabIndex={0}
        role="group"
        aria-label={`${say('tableLabel')} ${local(partTitle)}`}
      >
        <table className="table marking-grid">
          <thead>
            <tr>
              <th scope="col">{say('col.person')}</th>
              <th scope="col">{say('evidence')}</th>
              <th scope="col">{say('col.mark')}</th>
              <th scope="col">{say('col.reason')}</th>
              <th scope="col">{say('col.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={keyOf(item)} item={item} sheet={sheet} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ item, sheet }: { readonly item: MarkingItem; readonly sheet: MarkingSheet }): ReactNode {
  const say = useTexts(markingTexts);
  const sayStanding = useTexts(standingTexts);
  const sayFault = useTexts(faultTexts);
  const local = useLocalText();
  const id = useId();
  const { appraisalId, name, partTitle, postTitle, max, evidence } = item;
  const entry = entryOf(item, sheet.draft);
  const fault = faultOf(item, entry);
  const standing = standingOf(item, sheet.draft);
  const disabled = !sheet.isOpen(item.unitId);
  const said = { name, part: local(partTitle), max };
  const common = { disabled, autoComplete: 'off', 'aria-describedby': id };
  return (
    <tr>
      <th scope="row">
        <Link to="/marking/$cycleId" params={{ cycleId: sheet.cycleId }} search={{ person: appraisalId }}>
          {name}
        </Link>
        {postTitle !== null && <div className="quiet">{local(postTitle)}</div>}
      </th>
      <td className="wrap-anywhere">{evidence.length === 0 ? '—' : evidence.join('、')}</td>
      <td className="marking-value">
        <Input
          {...common}
          data-mark
          aria-label={say('markIn', said)}
          aria-invalid={fault === 'not_a_number' || fault === 'out_of_scale'}
          inputMode="decimal"
          className="number"
          maxLength={13}
          value={entry.value}
          {...(fault === null || fault === 'reason_missing' ? {} : { status: 'error' as const })}
          onChange={({ target }) => sheet.write(item, { ...entry, value: target.value })}
        />
      </td>
      <td className="marking-reason">
        <Input
          {...common}
          data-reason
          aria-label={say('reasonIn', said)}
          aria-invalid={fault === 'reason_missing'}
          maxLength={2000}
          value={entry.reason}
          {...(fault === 'reason_missing' ? { status: 'error' as const } : {})}
          onChange={({ target }) => sheet.write(item, { ...entry, reason: target.value })}
        />
        <span id={id} className="marking-fault" aria-live="polite">
          {fault !== null && sayFault(fault)}
        </span>
      </td>
      <td>
        <span className={standing === 'given' ? 'mark good' : standing === 'drafted' ? 'mark warn' : 'mark'}>
          {sayStanding(standing)}
        </span>
      </td>
    </tr>
  );
}
