import { useId, type ReactNode } from 'react';
import type { Panel, PanelList } from '../../api/panels.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { nameOf } from './names.js';
import { PanelReport } from './panel-report.js';
import { PanelProgress } from './panel-progress.js';
import { ReplaceAbsent } from './replace-absent.js';
import { StoodDown } from './stood-down.js';
import { panelTexts } from './texts.js';

type Asked = {
  readonly panel: Panel;
  readonly accounts: PanelList['accounts'];
  readonly mayReplace: boolean;
};

/** One panel: its part and rule, its members, how far it is, who stood aside, and its report. */
export function PanelSheet({ panel, accounts, mayReplace }: Asked): ReactNode {
  const say = useTexts(panelTexts);
  const local = useLocalText();
  const { minute } = useInstants();
  const id = useId();
  const { partTitle, roleTitle, members, namedAt, size, quorum, blind } = panel;
  return (
    <section className="sheet stack" aria-labelledby={id}>
      <div className="row">
        <h2 id={id}>{local(partTitle)}</h2>
        <span className={blind ? 'mark warn' : 'mark'}>{say(blind ? 'blind' : 'unblinded')}</span>
      </div>
      <dl className="facts">
        <dt>{say('members')}</dt>
        <dd>
          <ol className="panels-members">
            {members.map((member) => (
              <li key={member}>{nameOf(accounts, member)}</li>
            ))}
          </ol>
          <p className="quiet">
            {local(roleTitle)} ·{' '}
            {size === null ? say('rule', { quorum }) : say('ruleSized', { size, quorum })} ·{' '}
            {say('namedAt', { at: minute(namedAt) })}
          </p>
        </dd>
      </dl>
      <PanelProgress panel={panel} />
      <StoodDown panel={panel} accounts={accounts} />
      {mayReplace && <ReplaceAbsent panel={panel} accounts={accounts} />}
      <PanelReport panel={panel} />
    </section>
  );
}
