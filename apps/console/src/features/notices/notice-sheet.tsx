import { useId, type ReactNode } from 'react';
import type { PublicNotice } from '../../api/public.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { noticesTexts } from './texts.js';

/** One notice: who is proposed for what, until when, how residents answered, and how to object. */
export function NoticeSheet({ notice }: { readonly notice: PublicNotice }): ReactNode {
  const say = useTexts(noticesTexts);
  const { minute } = useInstants();
  const id = useId();
  const { area, unit, year, rehearsal, startsAt, endsAt, entries, surveys, log, address } = notice;
  return (
    <section className="sheet stack" aria-labelledby={id}>
      <div className="row">
        <h2 id={id}>{say('heading', { area, unit, year })}</h2>
        {rehearsal && <span className="mark warn">{say('rehearsal')}</span>}
      </div>
      <p>{say('period', { from: minute(startsAt), to: minute(endsAt) })}</p>
      <ul className="plain public-names">
        {entries.map(({ name, postTitle, gradeTitle }, index) => (
          <li key={index}>
            <strong>{name}</strong> <span className="quiet">{postTitle}</span>
            <div>{say('proposed', { grade: gradeTitle })}</div>
          </li>
        ))}
      </ul>
      {surveys.map(({ community, issued, received, valid }) => (
        <p key={community}>{say('survey', { community, issued, received, valid })}</p>
      ))}
      {address !== null && (
        <p>
          {say('objectHow')} <a href={address}>{say('object')}</a>
        </p>
      )}
      {log !== null && (
        <p className="quiet">
          {say('logRoot', { size: log.size })} <code>{log.root}</code>
        </p>
      )}
    </section>
  );
}
