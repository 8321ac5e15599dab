import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ProblemNotice } from '../../parts/problem-notice.js';

type Asked = {
  readonly label: string;
  /** What it will do, and to whom: shown before it can be done. */
  readonly effect: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onConfirm: () => void;
  readonly isSecondary?: true;
};

/** An act that changes what others see: what it does is said first, then it is asked for once more. */
export function AskedTwice(asked: Asked): ReactNode {
  const { label, effect, confirm, cancel, isPending, error, onConfirm, isSecondary } = asked;
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <div>
        <Button type={isSecondary ? 'default' : 'primary'} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack" role="group" aria-label={label}>
      <p>{effect}</p>
      {error !== null && <ProblemNotice fault={error} />}
      <div className="row">
        <Button type="primary" loading={isPending} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button disabled={isPending} onClick={() => setAsking(false)}>
          {cancel}
        </Button>
      </div>
    </div>
  );
}
