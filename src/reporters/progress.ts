/** How far a run is: a line that rewrites itself on a terminal, silence elsewhere. */
import type { Context } from '../context.ts'

/** A run shorter than this needs no progress. Milliseconds. */
const PATIENCE = 1_000
const REDRAW = 100

export interface Progress {
  advance(done: number): void
  end(): void
}

export function progress(
  total: number,
  what: string,
  context: Pick<Context, 'terminal' | 'stderr'>,
  quiet: boolean,
): Progress {
  if (quiet || !context.terminal) return { advance() {}, end() {} }
  const start = performance.now()
  let drawn = 0
  return {
    advance(done) {
      const now = performance.now()
      if (now - start < PATIENCE || now - drawn < REDRAW) return
      drawn = now
      const left = Math.ceil(((now - start) / done) * ((total - done) / 1_000))
      context.stderr(`\r\u001B[2K${done} of ${total} ${what}, about ${left} s left`)
    },
    end() {
      if (drawn > 0) context.stderr('\r\u001B[2K')
    },
  }
}
