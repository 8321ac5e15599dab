import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import type { MarkingItem } from '../../api/marking.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Anchors } from './anchors.js';
import type { MarkingSheet } from './marking-sheet.js';
import { entryOf, faultOf, standingOf } from './sheet.js';
import { faultTexts, markingTexts, standingTexts } from './texts.js';

type Asked = {
  readonly item: MarkingItem;
  readonly sheet: MarkingSheet;
  /** Enter in the field of the mark. */
  readonly onEnter: (from: HTMLElement) => void;
};

/** One part of somebody's sheet: what marks stand for, what is on record, and the fields. */
export function PartSheet({ item, sheet, onEnter }: Asked): ReactNode {
  const say = useTexts(markingTexts);
  const sayStanding = useTexts(standingTexts);
  const sayFault = useTexts(faultTexts);
  const local = useLocalText();
  const id = useId();
  const { partTitle, postTitle, roleTitle, max, evidenceRequired, evidence, reasonBounds, marked } = item;
  const entry = entryOf(item, sheet.draft);
  const fault = faultOf(item, entry);
  const isOpen = sheet.isOpen(item.unitId);
  const standing = standingOf(item, sheet.draft);
  const part = local(partTitle);
  return (
    <div className="marking-part stack" role="group" aria-labelledby={`${id}-part`}>
      <div className="row">
        <h3 id={`${id}-part`}>{part}</h3>
        <span className={standing === 'given' ? 'mark good' : standing === 'drafted' ? 'mark warn' : 'mark'}>
          {sayStanding(standing)}
        </span>
        <span className="quiet">{say('asRole', { role: local(roleTitle) })}</span>
        {postTitle !== null && <span className="quiet">{say('forPost', { post: local(postTitle) })}</span>}
      </div>
      <Anchors item={item} value={entry.value} />
      <dl className="facts">
        <dt>{say('evidence')}</dt>
        <dd>
          {evidence.length === 0 ? <span className="quiet">{say('noEvidence')}</span> : evidence.join('、')}
          {evidenceRequired && evidence.length === 0 && <p className="quiet">{say('evidenceWanted')}</p>}
        </dd>
      </dl>
      <div className="marking-fields">
        <div>
          <label htmlFor={`${id}-mark`}>{say('mark', { max })}</label>
          <Input
            id={`${id}-mark`}
            data-mark
            aria-label={say('markOf', { part, max })}
            aria-describedby={`${id}-fault`}
            aria-invalid={fault === 'not_a_number' || fault === 'out_of_scale'}
            inputMode="decimal"
            autoComplete="off"
            className="number"
            maxLength={13}
            disabled={!isOpen}
            value={entry.value}
            {...(fault === null || fault === 'reason_missing' ? {} : { status: 'error' as const })}
            onChange={({ target }) => sheet.write(item, { ...entry, value: target.value })}
            onPressEnter={({ currentTarget }) => onEnter(currentTarget)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-reason`}>{say('reason')}</label>
          <Input.TextArea
            id={`${id}-reason`}
            aria-label={say('reasonOf', { part })}
            aria-describedby={`${id}-rule ${id}-fault`}
            aria-invalid={fault === 'reason_missing'}
            autoSize={{ minRows: 1, maxRows: 8 }}
            maxLength={2000}
            disabled={!isOpen}
            value={entry.reason}
            {...(fault === 'reason_missing' ? { status: 'error' as const } : {})}
            onChange={({ target }) => sheet.write(item, { ...entry, reason: target.value })}
          />
          <p id={`${id}-rule`} className="quiet">
            {reasonBounds === null ? say('reasonFree') : say('reasonRule', reasonBounds)}
          </p>
        </div>
      </div>
      <p id={`${id}-fault`} className="marking-fault" aria-live="polite">
        {fault !== null && sayFault(fault)}
      </p>
      {marked !== null && isOpen && <p className="quiet">{say('givenBefore', { value: marked })}</p>}
      {!isOpen && <p className="quiet">{say('locked')}</p>}
    </div>
  );
}
