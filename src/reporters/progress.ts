/** How far a run is: a line that rewrites itself on a terminal, a line every few seconds in a log. */
import type { Context } from '../context.ts'

/** A run shorter than this needs no progress. Milliseconds. */
const PATIENCE = 1_000
const REDRAW = 100
/** Between two lines of a log. */
const PAUSE = 5_000

export interface Progress {
  /** @param done of all, those that were known already among them */
  advance(done: number): void
  end(): void
}

export function progress(
  total: number,
  what: string,
  context: Pick<Context, 'terminal' | 'stderr'>,
  quiet: boolean,
  now: () => number = () => performance.now(),
): Progress {
  if (quiet) return { advance() {}, end() {} }
  const start = now()
  let drawn = start
  let known: number | undefined
  return {
    advance(done) {
      // What was known already came at once and says nothing of the rest.
      known ??= done
      const time = now()
      const due = time - drawn >= (context.terminal ? REDRAW : PAUSE) && time - start >= PATIENCE
      if (!due || done >= total) return
      drawn = time
      const line = `${done} of ${total} ${what}${pace(done - known, total - done, time - start)}`
      context.stderr(context.terminal ? `\r\u001B[2K${line}` : `${line}\n`)
    },
    end() {
      if (context.terminal && drawn > start) context.stderr('\r\u001B[2K')
    },
  }
}

/** Rate and time left; nothing before there is a rate. @param time in milliseconds */
function pace(done: number, left: number, time: number): string {
  if (done === 0) return ''
  const rate = done / (time / 1_000)
  return `, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second, about ${duration(left / rate)} left`
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`
}
