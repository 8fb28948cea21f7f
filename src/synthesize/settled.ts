/** What a later note of the account says is out of the way: "no concerns on data protection, it's closed". */
import type { Evidence, NoteAnalysis } from '../types.ts'
import { accountOf } from './calls.ts'
import { WEIGHTS } from './concept-weights.ts'
import { byText, groupBy } from './order.ts'
import { stemsOf } from './phrases.ts'
import { EMPTY } from './recurring.ts'
import { NOT_SETTLED, SETTLED } from './review-words.ts'

/** @returns the first statement of a later call that settles what was raised; null where none does */
export type Settling = (raised: readonly Evidence[]) => Evidence | null

/** Shorter words are shared by anything. */
const SHORTEST = 4
/** So many words in common are no chance, however common each of them is. */
const COMMON = 2

export function settlingIn(notes: readonly NoteAnalysis[]): Settling {
  const generic = new Set(WEIGHTS.generic.split(' '))
  // Who is named in both is no subject.
  const written = new Set(notes.flatMap(({ people }) => people.map(({ name }) => name)))
  const names = new Set([...written].flatMap(stemsOf))
  const telling = (text: string) =>
    new Set(
      stemsOf(text).filter(
        (stem) => (stem.length >= SHORTEST || /^\d\d+$/.test(stem)) && !EMPTY.has(stem) && !names.has(stem),
      ),
    )
  const settled = notes.flatMap(({ note, people, statements }) => {
    const byName = new Map(people.map((person) => [person.name, person]))
    return statements
      .filter(({ side, text, repeated }) => side !== 'seller' && !repeated && settles(text))
      .map((statement) => ({
        words: telling(statement.text),
        evidence: {
          statement,
          note,
          person: byName.get(statement.speaker ?? '') ?? null,
          account: accountOf(note),
        },
      }))
  })
  const byAccount = groupBy(
    settled.toSorted((a, b) => byText(a.evidence.note.date ?? '', b.evidence.note.date ?? '')),
    ({ evidence }) => evidence.account,
  )
  return (raised) => {
    const here = byAccount.get(raised[0]?.account ?? '') ?? []
    const later = here.filter(({ evidence }) => raised.every((said) => isLater(evidence, said)))
    if (later.length === 0) return null
    const words = new Set(raised.flatMap(({ statement }) => [...telling(statement.text)]))
    const isAbout = (own: ReadonlySet<string>) => {
      const common = [...own].filter((word) => words.has(word))
      return common.length >= COMMON || common.some((word) => !generic.has(word))
    }
    return later.find((one) => isAbout(one.words))?.evidence ?? null
  }
}

/** In a later note, or in a later entry of a log. */
function isLater(one: Evidence, said: Evidence): boolean {
  const sameNote = one.note.file === said.note.file
  if (sameNote) return one.statement.line > said.statement.line && one.statement.heading !== said.statement.heading
  return said.note.date !== null && (one.note.date ?? '') > said.note.date
}

/** Whether words say that something is out of the way. */
export function settles(text: string): boolean {
  const plain = text.replaceAll('’', "'")
  const at = plain.search(SETTLED)
  return at >= 0 && !plain.endsWith('?') && !NOT_SETTLED.test(plain.slice(0, at))
}
