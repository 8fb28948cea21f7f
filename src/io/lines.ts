/** Lines of files and of standard input, a piece at a time: no more of them is in memory than is worked on. */
import { createReadStream } from 'node:fs'
import { CannotRun, reasonOf } from '../failures.ts'

/** A line that is longer is no note. In characters. */
const LONGEST = 32_000_000

/** @yields the whole lines that came together, without their line feeds; null for a line that is far too long */
export async function* linesOf(path: string): AsyncGenerator<(string | null)[]> {
  // Read by its number, a pipe whose writer is slow would be an error (EAGAIN).
  const stream = path === '-' ? process.stdin : createReadStream(path)
  stream.setEncoding('utf8')
  let rest = ''
  let skipping = false
  try {
    for await (const chunk of stream as AsyncIterable<string>) {
      const [first = '', ...others] = chunk.split('\n')
      rest = skipping ? '' : rest + first
      if (others.length > 0) {
        const whole = [skipping ? null : rest, ...others.slice(0, -1)]
        rest = others.at(-1) ?? ''
        skipping = false
        yield whole
      }
      if (rest.length > LONGEST) skipping = true
    }
  } catch (error) {
    throw new CannotRun(
      'not-readable',
      { path: path === '-' ? 'Standard input' : path, reason: reasonOf(error) },
      { cause: error },
    )
  }
  if (skipping) yield [null]
  else if (rest !== '') yield [rest]
}
