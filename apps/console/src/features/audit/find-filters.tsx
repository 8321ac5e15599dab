import { codeWords } from '@kaoji/domain/story';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { AuditedAppraisal } from '../../api/audit.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { auditTexts } from './audit-texts.js';
import { outcomeOf } from './matching.js';
import type { FindSearch } from './routes.js';

const route = getRouteApi('/signed-in/audit');

type Asked = {
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
  readonly all: readonly AuditedAppraisal[];
};

/** What is looked for stands in the address. */
export function FindFilters({ units, all }: Asked): ReactNode {
  const say = useTexts(auditTexts);
  const local = useLocalText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = (over: { readonly [K in keyof FindSearch]?: string }): void =>
    void navigate({
      search: Object.fromEntries(
        Object.entries({ ...search, ...over }).filter(([, text]) => text !== ''),
      ) as FindSearch,
      replace: true,
      resetScroll: false,
    });
  const outcomes = [...new Set(all.map(outcomeOf))].filter((code) => code !== null);
  return (
    <div className="row" role="search">
      <Select
        className="audit-choice"
        aria-label={say('unit')}
        value={search.unit ?? ''}
        onChange={(unit) => show({ unit })}
        options={[
          { value: '', label: say('allUnits') },
          ...units.map(({ unitId, name }) => ({ value: unitId, label: name })),
        ]}
      />
      <Select
        className="audit-choice"
        aria-label={say('grade')}
        value={search.grade ?? ''}
        onChange={(grade) => show({ grade })}
        options={[
          { value: '', label: say('allGrades') },
          ...outcomes.map((code) => ({ value: code, label: local(codeWords(code)) })),
        ]}
      />
      <label className="audit-field-row">
        {say('reference')}
        <Input value={search.q ?? ''} onChange={({ target }) => show({ q: target.value })} />
      </label>
    </div>
  );
}
