/** Whose words a statement is: the person's own, or a line in which whoever wrote the note speaks about the person. */
import { remembering } from '../remembering.ts'
import type { Evidence } from '../types.ts'

const FIRST_PERSON = /\b(?:i|we|my|our|us|me|mine|ours|i'm|i'd|i've|i'll|we're|we'd|we've|we'll)\b/i
/** "She also said the two of us …" is told by somebody who was there. */
const TOLD =
  /^(?:he|she|they)(?:'s|'d)? (?:also |then |again |later |even |only |just )?(?:said|says|asked|asks|told|tells|thinks|thought|mentioned|admitted|added|explained|worried|laughed|nodded|wants|wanted|let|has|had)\b/i
const THIRD_PERSON = /\b(?:he|she|his|her|hers|him|himself|herself|he's|she's|he'd|she'd|he'll|she'll)\b/i
const SAID_IN_PASSING = /["“„«][^"“”„«»]*["”“»]/gu

/** Whoever wrote the note speaks of himself: "I think she wants it", "to me it looks like", "he asked me". */
const WRITER =
  /\b(?:(?:i|we) (?:also )?(?:think|thought|guess|reckon|suspect|believe|feel|felt|heard|asked|told|said|showed|answered|explained|offered|sent|spoke|noticed|saw)|to (?:me|us) it|(?:told|asked|showed|gave|rang|called|mailed|wrote to|said to) (?:me|us)|my (?:feeling|impression|guess|read|reading|sense|take|view))\b/i

/**
 * A note rarely says which lines are a person's words. Nobody calls himself by name, and who is a line's he or she did not
 * say it, unless it says I or we as well. What stands under no label and between no quotation marks is the writer's voice, unless
 * it says I or we as the customer does.
 */
export function isNoted({ statement, person }: Evidence): boolean {
  if (/^\s*["“„«]/u.test(statement.text)) return false
  const text = statement.text.replaceAll('’', "'").replaceAll(SAID_IN_PASSING, ' ')
  if (TOLD.test(text) || namesSpeaker(text, person?.name ?? statement.speaker)) return true
  if (!FIRST_PERSON.test(text)) return !statement.direct || THIRD_PERSON.test(text)
  return !statement.direct && WRITER.test(text)
}

function namesSpeaker(text: string, name: string | null): boolean {
  if (name === null) return false
  const found = callingsOf(name).filter((part) => text.includes(part))
  if (found.length === 0) return false
  const words = new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])
  return found.some((part) => words.has(part))
}

/** The words by which a note may call a person: parts of the name, and its initials. A person speaks often. */
const callingsOf = remembering((name: string): readonly string[] => {
  const parts = name.split(/[\s.]+/).filter((part) => part.length > 1 && /^\p{Lu}/u.test(part))
  // `MdW` is Maria de Wit, and so is `MW`.
  const short = [initials(parts), initials(name.split(/[\s.-]+/))].filter((letters) => letters.length > 1)
  return [...new Set([...parts, ...short])]
})

function initials(parts: readonly string[]): string {
  return parts.map((part) => part.slice(0, 1)).join('')
}
