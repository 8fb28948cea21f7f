/** Which accounts there is something to sell to: not those that have decided, and not those that were visited for research alone. */
import type { NoteAnalysis } from '../types.ts'
import { accountOf, outcomesByAccount, type DealOutcome } from './calls.ts'
import { groupBy, unique } from './order.ts'

/** Said of a note in its first lines, or by the name of its file. */
const RESEARCH =
  /\b(?:research (?:visits?|interviews?|calls?|chats?)|not in a deal|no deal with (?:them|us)|not (?:a )?sales calls?|(?:don't|do not|didn't) sell anything|nobody's selling|nobody is selling)\b/i
const FIRST_LINES = 5

/** Accounts whose deal is open, in code-unit order. */
export function openSales(
  notes: readonly NoteAnalysis[],
  outcomes: ReadonlyMap<string, DealOutcome> = outcomesByAccount(notes),
): string[] {
  const accounts = groupBy(notes, ({ note }) => accountOf(note))
  return unique(
    [...accounts].flatMap(([account, own]) =>
      outcomes.get(account) === 'open' && !own.every(isResearch) ? [account] : [],
    ),
  )
}

function isResearch({ note, statements }: NoteAnalysis): boolean {
  const name = note.file.split('/').at(-1) ?? ''
  if (/(?:^|[-_ ])(?:research|user-interview)/i.test(name)) return true
  return statements.slice(0, FIRST_LINES).some(({ text }) => RESEARCH.test(text.replaceAll('’', "'")))
}
