/** Who is who over all notes: accounts, people, personas; and what was written down twice. */
import type { Config } from '../config.ts'
import type { Problem } from '../problems.ts'
import type { Evidence, NoteAnalysis } from '../types.ts'
import { canonicalAccounts } from './accounts.ts'
import { accountOf } from './calls.ts'
import { byText } from './order.ts'
import { unifyPersons } from './persons.ts'
import { markRepeats } from './repeats.ts'

export interface Attributed {
  /** In the order in which they came. */
  notes: NoteAnalysis[]
  /** What pages rest on: accepted signals of the customer's side, each once; in order of account, day, file and line. */
  evidence: Evidence[]
  problems: Problem[]
}

/** What came out last, by its notes: a command attributes for what it says, and the synthesis for its pages, the same notes. */
const outcomes = new WeakMap<NoteAnalysis, { attributed: Attributed; config: Config }>()

/** Attributing what is attributed already changes nothing, so pages can be computed from what `personas tag` prints. */
export function attribute(notes: readonly NoteAnalysis[], config: Config): Attributed {
  const last = notes[0] && outcomes.get(notes[0])
  const same = last?.config === config && last.attributed.notes.length === notes.length
  if (same && last.attributed.notes.every((note, at) => note === notes[at])) return last.attributed
  const attributed = settle(notes, config)
  if (attributed.notes[0]) outcomes.set(attributed.notes[0], { attributed, config })
  return attributed
}

function settle(notes: readonly NoteAnalysis[], config: Config): Attributed {
  const names = canonicalAccounts(notes, config)
  const named = notes.map((analysis) => {
    const { note } = analysis
    const account = note.account === null ? null : (names.get(note.account) ?? note.account)
    return account === note.account ? analysis : { ...analysis, note: { ...note, account } }
  })
  const { notes: attributed, problems } = markRepeats(unifyPersons(named, config))
  return { notes: attributed, evidence: attributed.toSorted(byPlaceInTime).flatMap(evidenceOf), problems }
}

/** Notes as what is said in them goes: they are fewer to sort. */
function byPlaceInTime({ note: a }: NoteAnalysis, { note: b }: NoteAnalysis): number {
  return byText(accountOf(a), accountOf(b)) || byText(a.date ?? '', b.date ?? '') || byText(a.file, b.file)
}

function evidenceOf({ note, people, statements }: NoteAnalysis): Evidence[] {
  const account = accountOf(note)
  const byName = new Map(people.map((person) => [person.name, person]))
  return statements
    .filter(
      (statement) =>
        statement.tag !== 'none' && statement.accepted && !statement.repeated && statement.side !== 'seller',
    )
    .toSorted((a, b) => a.line - b.line || byText(a.text, b.text))
    .map((statement) => ({ statement, note, person: byName.get(statement.speaker ?? '') ?? null, account }))
}
