import type { ReactNode } from 'react';

/** A length for the eye only; the numbers beside it are what counts. */
export const shareOf = (count: number, of: number): string =>
  of === 0 ? '0%' : `calc(100% * ${count} / ${of})`;

type Asked = {
  readonly label: string;
  /** The same in words and numbers. */
  readonly words: string;
  readonly fill: string;
  /** Where the line stands that is asked for; absent: none is. */
  readonly line?: string;
  /** Not as it must be. */
  readonly short?: boolean;
};

/** A bar with the line it is held against; what it shows is said beside it. */
export function Bar({ label, words, fill, line, short = false }: Asked): ReactNode {
  return (
    <div className="survey-bar">
      <div className="row spread">
        <span>{label}</span>
        <span className="survey-bar-words">{words}</span>
      </div>
      <div className="survey-bar-track" aria-hidden="true">
        <div className={short ? 'survey-bar-fill short' : 'survey-bar-fill'} style={{ width: fill }} />
        {line !== undefined && <div className="survey-bar-line" style={{ left: line }} />}
      </div>
    </div>
  );
}
