import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../../parts/problem-notice.js';

type Asked = {
  readonly change: { readonly error: Error | null; readonly isPending: boolean };
  readonly label: string;
  readonly danger?: boolean;
  /** Beside the button that sends. */
  readonly children?: ReactNode;
};

/** What went wrong, and the button that sends; every form of this feature ends so. */
export function FormFoot({ change, label, danger = false, children }: Asked): ReactNode {
  return (
    <div className="stack">
      {change.error !== null && <ProblemNotice fault={change.error} />}
      <div className="row">
        <Button
          type={danger ? 'default' : 'primary'}
          danger={danger}
          htmlType="submit"
          loading={change.isPending}
        >
          {label}
        </Button>
        {children}
      </div>
    </div>
  );
}
