import { useId, type ReactNode } from 'react';

type Asked = {
  readonly at: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly children: ReactNode;
};

/** One step of a plan on its way. */
export function PlanStep({ at, title, isDone, children }: Asked): ReactNode {
  const id = useId();
  return (
    <section className="sheet stack plan-page-step" data-done={isDone} aria-labelledby={id}>
      <h2 id={id}>
        <span className="plan-step-number">{at}</span> {title}
      </h2>
      {children}
    </section>
  );
}
