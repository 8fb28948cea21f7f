/** `corrections.jsonl`: people's word on single statements, one JSON object a line so that git merges it line by line. */
import { z } from 'zod'
import { problem, type Problem } from './problems.ts'
import { TAGS, type Correction } from './types.ts'

const correctionSchema = z.object({
  v: z.literal(1),
  file: z.string(),
  digest: z.string(),
  tag: z.enum(TAGS),
})

/** What git puts around two ways of saying something; never the beginning of a JSON object. */
const CONFLICT_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/

/**
 * @param text the file as it is; empty where there is none
 * @param path as problems name it
 * @returns every line that could be read, and a problem for every one that could not
 */
export function parseCorrections(text: string, path: string): { list: Correction[]; problems: Problem[] } {
  const list: Correction[] = []
  const problems: Problem[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    if (CONFLICT_MARKER.test(line)) {
      // The lines of both sides count until a person has decided.
      if (line.startsWith('<')) problems.push(problem('merge/conflict', path, index + 1))
      continue
    }
    const read = parseLine(line)
    if ('reason' in read) problems.push(problem('corrections/invalid', path, index + 1, read))
    else list.push(read)
  }
  return { list, problems }
}

function parseLine(line: string): Correction | { reason: string } {
  try {
    const written: unknown = JSON.parse(line)
    const version = (written as { v?: unknown } | null)?.v
    if (typeof version === 'number' && version > 1)
      return { reason: `it has format v${version}, and this personas knows v1; install the newest` }
    const read = correctionSchema.safeParse(written)
    return read.success
      ? read.data
      : { reason: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') }
  } catch {
    return { reason: 'it is not JSON' }
  }
}
