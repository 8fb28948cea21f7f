/** Who works against a purchase: only where a statement tells of an act, the deal is not won, and the person did not come round. */
import type { Evidence, NoteAnalysis } from '../types.ts'
import { accountOf } from './calls.ts'
import type { Deals } from './deals.ts'
import { spread } from './groups.ts'
import { groupBy } from './order.ts'
import { ACTS_AGAINST, CAME_ROUND, TELLS_OTHERS } from './review-words.ts'

/** @param here accepted evidence of the accounts */
export function opponentsAmong(here: readonly Evidence[], notes: readonly NoteAnalysis[], deals: Deals): Evidence[] {
  const acts = here.filter(
    ({ statement: { role, tag, text }, account }) =>
      role === 'saboteur' &&
      tag === 'objection' &&
      deals.get(account)?.outcome !== 'won' &&
      !text.includes('?') &&
      (ACTS_AGAINST.test(text.replaceAll('’', "'")) || TELLS_OTHERS.test(text)),
  )
  const byAccount = groupBy(notes, ({ note }) => accountOf(note))
  return spread(acts.filter((act) => !cameRound(act, byAccount.get(act.account) ?? [])))
}

/** Whether a note of the account, of that day or later, says of the person, by name or as the speaker, that it is an opponent no more. */
function cameRound({ statement: { speaker }, note }: Evidence, notes: readonly NoteAnalysis[]): boolean {
  const first = speaker?.split(/\s+/)[0] ?? ''
  return notes.some(
    (later) =>
      (later.note.date ?? '') >= (note.date ?? '') &&
      later.statements.some(
        ({ text, speaker: other }) =>
          CAME_ROUND.test(text.replaceAll('’', "'")) && first !== '' && (other === speaker || text.includes(first)),
      ),
  )
}
