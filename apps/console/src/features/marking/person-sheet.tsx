import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { markingFileQuery } from '../../api/marking.js';
import { useTexts } from '../../i18n/use-texts.js';
import { MarkingFile } from './marking-file.js';
import type { MarkingSheet } from './marking-sheet.js';
import { PartSheet } from './part-sheet.js';
import { peopleOf, standingOf, type Marked } from './sheet.js';
import { StandAside } from './stand-aside.js';
import { markingTexts, standingTexts } from './texts.js';

const route = getRouteApi('/signed-in/marking/$cycleId');

/** One person: what they are marked on with anchors and evidence, their report beside it, and the way to the next. */
export function PersonSheet({ sheet }: { readonly sheet: MarkingSheet }): ReactNode {
  const say = useTexts(markingTexts);
  const sayStanding = useTexts(standingTexts);
  const { person: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const id = useId();
  const fields = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  const people = peopleOf(sheet.items);
  const standing = ({ items }: Marked) =>
    (['open', 'drafted'] as const).find((one) =>
      items.some((item) => standingOf(item, sheet.draft) === one),
    ) ?? 'given';
  // Chosen once: writing the last field of somebody does not turn the page.
  const first = useRef(people.find((one) => standing(one) === 'open')?.appraisalId);
  const at = Math.max(
    0,
    people.findIndex(({ appraisalId }) => appraisalId === (wanted ?? first.current)),
  );
  const person = people[at];
  const next = people[at + 1]?.appraisalId;
  useEffect(() => {
    if (byKey.current) firstField(fields.current)?.focus();
    byKey.current = false;
    if (next !== undefined) void queries.prefetchQuery(markingFileQuery(next));
  }, [at, next, queries]);
  if (person === undefined) return null;

  const go = (to: number): void => {
    const target = people[to];
    if (target === undefined) return;
    void navigate({ search: { person: target.appraisalId }, replace: true, resetScroll: false });
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (step === undefined || people[at + step] === undefined) return;
    event.preventDefault();
    byKey.current = true;
    go(at + step);
  };
  const onEnter = (from: HTMLElement): void => {
    const all = [...(fields.current?.querySelectorAll<HTMLElement>('[data-mark]') ?? [])];
    const following = all[all.indexOf(from) + 1];
    if (following !== undefined) return following.focus();
    byKey.current = true;
    go(at + 1);
  };
  return (
    <div className="stack" onKeyDown={onKey}>
      <div className="row spread no-print">
        <div className="marking-who">
          <label htmlFor={id}>{say('person')}</label>
          <Select
            id={id}
            style={{ width: '100%' }}
            value={person.appraisalId}
            onChange={(to: string) => go(people.findIndex(({ appraisalId }) => appraisalId === to))}
            showSearch={{ optionFilterProp: 'label' }}
            options={people.map((one, index) => ({
              value: one.appraisalId,
              label: `${index + 1}/${people.length} ${one.name} · ${sayStanding(standing(one))}`,
            }))}
          />
        </div>
        <div className="row">
          <Button disabled={at === 0} onClick={() => go(at - 1)}>
            {say('previous')}
          </Button>
          <Button disabled={at === people.length - 1} onClick={() => go(at + 1)}>
            {say('next')}
          </Button>
        </div>
      </div>
      <div className="marking-person" key={person.appraisalId}>
        <section className="sheet stack" aria-labelledby="marking-person" ref={fields}>
          <h2 id="marking-person">{person.name}</h2>
          {person.items.map((item) => (
            <PartSheet key={`${item.part} ${item.post} ${item.role}`} {...{ item, sheet, onEnter }} />
          ))}
          <p className="quiet no-print">{say('keys')}</p>
          <StandAside person={person} isOpen={person.items.some(({ unitId }) => sheet.isOpen(unitId))} />
        </section>
        <MarkingFile
          appraisalId={person.appraisalId}
          isOpen={person.items.some(({ unitId }) => sheet.isOpen(unitId))}
        />
      </div>
    </div>
  );
}

const firstField = (within: HTMLElement | null): HTMLElement | null =>
  within?.querySelector<HTMLElement>('[data-mark]') ?? null;
