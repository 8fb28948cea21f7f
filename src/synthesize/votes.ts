/** What a note says in so many words of somebody's vote: whoever has none does not decide, whatever the title. */
import type { BuyingRole, NoteAnalysis, PersonRecord } from '../types.ts'
import { nameWords } from './names.ts'

const NO_VOTE =
  /\b(?:(?:has|have|had|gets?|got|with) no (?:vote|say(?! in (?:when|how)))|(?:does|do|did)(?: not|n['’]t) (?:vote|have a (?:vote|say))|can(?:not|['’]t) vote|without (?:a|any) vote|(?:just|only|merely) advis(?:es?|ing|ory))\b/iu
/** Every one of them holds one of these, and most texts hold none. */
const MAY_BE_NO_VOTE = /vote|say|advis/iu
const ADVISES = /advis/iu
/** How far before the words their subject may stand. */
const REACH = 60

/** @returns the note with the part of those people as the note's own word */
export function withVotes(analysis: NoteAnalysis): NoteAnalysis {
  const voteless = new Map<PersonRecord, BuyingRole>()
  for (const { text, speaker } of analysis.statements) {
    const match = MAY_BE_NO_VOTE.test(text) ? NO_VOTE.exec(text) : null
    if (match === null) continue
    const before = text.slice(Math.max(0, match.index - REACH), match.index)
    const person = subjectOf(before, speaker, analysis.people)
    if (person !== null) voteless.set(person, ADVISES.test(match[0]) ? 'recommender' : 'influencer')
  }
  const decides = ({ role }: PersonRecord) =>
    role === 'decision-maker' || role === 'budget-holder' || role === 'unknown'
  if (![...voteless.keys()].some(decides)) return analysis
  const people = analysis.people.map((person) => {
    const role = voteless.get(person)
    return role === undefined || !decides(person) ? person : { ...person, role, roleConfidence: 1 }
  })
  return { ...analysis, people }
}

/** The customer named last before the words in their clause; the speaker of "I have no vote". */
function subjectOf(before: string, speaker: string | null, people: readonly PersonRecord[]): PersonRecord | null {
  const clause = before.split(/[.;!?]|,\s(?:and|but)\s/u).at(-1) ?? ''
  if (/(?:^|\s)I\s+(?:\p{L}+\s)?$/u.test(clause)) return people.find(({ name }) => name === speaker) ?? null
  const words = clause.match(/[\p{L}\p{M}]+/gu) ?? []
  const named = people.flatMap((person) => {
    const own = nameWords(person.name).filter((word) => word.length > 1)
    const at = words.findLastIndex((word) => /^\p{Lu}/u.test(word) && own.includes(nameWords(word)[0] ?? ''))
    return at < 0 || person.side === 'seller' ? [] : [{ person, at }]
  })
  return named.toSorted((a, b) => b.at - a.at)[0]?.person ?? null
}
