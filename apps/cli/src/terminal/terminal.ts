/** Where a command writes, and the exit code it ends with; the real process or a test's record. */
export type Terminal = {
  readonly out: (text: string) => void; // adds the line end
  readonly err: (text: string) => void;
  readonly setExitCode: (code: ExitCode) => void;
};

/** 0 fine, 1 findings or differences, 2 bad input or usage, 3 a fault of Kaoji itself. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The process's own streams. Quiet when the reader goes away (`kaoji … | head`). */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}
