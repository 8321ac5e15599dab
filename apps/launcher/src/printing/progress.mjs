import { elapsedText } from './elapsed.mjs';

/**
 * @typedef {object} Output
 * @property {boolean} [isTTY]
 * @property {(text: string) => unknown} write
 *
 * @typedef {object} Progress
 * @property {(line: string) => void} say
 * @property {<T>(label: string, work: (note: (text: string) => void) => Promise<T>) => Promise<T>} step
 */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 120;
/** Without a terminal a step is announced once it takes longer than this, and again at each heartbeat. */
const QUIET_MS = 2_000;
const HEARTBEAT_MS = 30_000;

/**
 * Shows long steps: one moving line on a terminal, plain lines anywhere else.
 * @param {Output} output
 * @returns {Progress}
 */
export function createProgress(output) {
  const moving = output.isTTY === true;
  /** @type {(() => void) | null} */
  let redraw = null;

  /** @param {string} line */
  const say = (line) => {
    if (moving && redraw) output.write('\r\x1b[2K');
    output.write(`${line}\n`);
    redraw?.();
  };

  return {
    say,
    async step(label, work) {
      const startedAt = Date.now();
      let latest = '';
      const shown = (/** @type {string} */ ending) =>
        `${label} … ${elapsedText(Date.now() - startedAt)}${ending ? `  ${ending}` : ''}`;
      const stopShowing = moving
        ? showMoving(
            output,
            () => shown(latest),
            (draw) => (redraw = draw),
          )
        : showPlain(() => say(shown(latest)));
      try {
        const result = await work((text) => (latest = text));
        stopShowing();
        redraw = null;
        say(`${moving ? '✓ ' : ''}${shown(latest)}`);
        return result;
      } catch (fault) {
        stopShowing();
        redraw = null;
        say(`${moving ? '✗ ' : ''}${shown('未完成 not done')}`);
        throw fault;
      }
    },
  };
}

/**
 * @param {Output} output
 * @param {() => string} text
 * @param {(draw: () => void) => void} offer
 */
function showMoving(output, text, offer) {
  let frame = 0;
  const draw = () => output.write(`\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${text()}`);
  offer(draw);
  draw();
  const timer = setInterval(draw, FRAME_MS);
  return () => {
    clearInterval(timer);
    output.write('\r\x1b[2K');
  };
}

/** @param {() => void} announce */
function showPlain(announce) {
  const first = setTimeout(announce, QUIET_MS);
  const heartbeat = setInterval(announce, HEARTBEAT_MS);
  return () => {
    clearTimeout(first);
    clearInterval(heartbeat);
  };
}
