/** Tags that people write into a note themselves: `#objection`, `[budget]`, `(job)` at the start or end of a statement. */
import { TAGS, type Tag } from '../types.ts'

const WORD = `(?:${TAGS.join('|')}|jobs|objections|criteria|budgets)`
const AT_START = new RegExp(`^(?:#(${WORD})(?![\\p{L}\\p{N}_-])|\\[(${WORD})\\]|\\((${WORD})\\))[:\\s]*`, 'iu')
const AT_END = new RegExp(`(?:#(${WORD})(?![\\p{L}\\p{N}_-])|\\[(${WORD})\\]|\\((${WORD})\\))([.!?]?)$`, 'iu')
const ALONE = new RegExp(`^\\s*(?:#(${WORD})|\\[(${WORD})\\]|\\((${WORD})\\))[.!?]?\\s*$`, 'iu')
const PLURAL: Record<string, Tag> = { jobs: 'job', objections: 'objection', criteria: 'criterion', budgets: 'budget' }

/** The tag and the statement without it; null and the text as it was where there is none. */
export function explicitTag(text: string): { text: string; tag: Tag | null } {
  const match = AT_START.exec(text) ?? AT_END.exec(text)
  const word = (match?.[1] ?? match?.[2] ?? match?.[3])?.toLowerCase()
  if (!match || word === undefined) return { text, tag: null }
  const rest = (
    match.index === 0 ? text.slice(match[0].length) : text.slice(0, match.index).trimEnd() + (match[4] ?? '')
  ).trim()
  if (rest === '') return { text, tag: null }
  return { text: rest, tag: PLURAL[word] ?? (word as Tag) }
}

/** Whether the text is a tag and nothing else. */
export function isTagAlone(text: string): boolean {
  return ALONE.test(text)
}
