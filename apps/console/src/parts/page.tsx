import { useEffect, useRef, type ReactNode } from 'react';

type Asked = {
  readonly title: string;
  /** Beside the title: what this page lets one do. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A screen: its heading is the window's title, and takes the focus so that a screen reader says where one is. */
export function Page({ title, actions, children }: Asked): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · 考绩 Kaoji`;
  }, [title]);
  useEffect(() => {
    // A field that asked for the focus keeps it.
    if (!(document.activeElement instanceof HTMLInputElement))
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="stack">
      <div className="row spread">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </div>
  );
}
