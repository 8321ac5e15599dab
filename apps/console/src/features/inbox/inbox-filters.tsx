import { getRouteApi } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import type { TaskKind } from '../../api/inbox.js';
import { useTexts } from '../../i18n/use-texts.js';
import { TASK_KINDS, taskKindTexts } from '../../parts/task-kind-texts.js';
import './inbox.css';
import type { InboxSearch } from './routes.js';
import { inboxTexts } from './texts.js';

const route = getRouteApi('/signed-in/inbox');

/** What is shown stands in the address: it can be kept, sent and gone back to. */
export function InboxFilters(): ReactNode {
  const say = useTexts(inboxTexts);
  const sayKind = useTexts(taskKindTexts);
  const { kind, overdue } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (search: InboxSearch): void => void navigate({ search, replace: true });
  const withKind = (chosen: TaskKind | undefined): InboxSearch => ({
    ...(chosen === undefined ? {} : { kind: chosen }),
    ...(overdue === undefined ? {} : { overdue }),
  });
  const withOverdue = (checked: boolean): InboxSearch => ({
    ...(kind === undefined ? {} : { kind }),
    ...(checked ? { overdue: true } : {}),
  });
  return (
    <div className="row" role="search">
      <Select<TaskKind | ''>
        className="inbox-kind"
        aria-label={say('kind')}
        value={kind ?? ''}
        onChange={(chosen) => show(withKind(chosen === '' ? undefined : chosen))}
        options={[
          { value: '', label: say('allKinds') },
          ...TASK_KINDS.map((value) => ({ value, label: sayKind(value) })),
        ]}
      />
      <Checkbox checked={overdue === true} onChange={({ target }) => show(withOverdue(target.checked))}>
        {say('onlyOverdue')}
      </Checkbox>
    </div>
  );
}
