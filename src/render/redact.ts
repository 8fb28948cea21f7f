/**
 * Takes out of a text what must not stand on a page: ways to reach a person, numbers of cards and accounts, names of people.
 * Each is replaced by what it was, in square brackets, so that the rest stays verbatim.
 */
import { knownBy, nameReplacer, type NamedPerson } from './name-replacer.ts'
import { redactPersonal } from './personal-data.ts'
import { PERSONAL } from './personal.ts'
import { shortReplacer } from './short-names.ts'
import { beginOf, spellingsOf, type Spellings } from './spellings.ts'

/**
 * @param people those whose full names, first names and surnames are replaced; empty where names may stand
 * @param spelled what `spellingsOf` gives, looked up where many redactors are made
 * @returns a function from a text to the text as it may stand on a page
 */
export function redactor(
  people: readonly NamedPerson[],
  spelled: (name: string) => Spellings = spellingsOf,
): (text: string) => string {
  const begins = people.flatMap(({ name, also = [] }) => [...spelled(name).begins, ...also.map(beginOf)])
  const names = nameReplacer(begins, () => knownBy(people, spelled), shortReplacer(people, spelled))
  return (text) => names(redactPersonal(text, (kind) => PERSONAL[kind]))
}

/** As redactor, for words that nobody said (a title, an account, the name of a theme): only names of two words or more are sure to mean the person. */
export function fullNameRedactor(people: readonly NamedPerson[]): (text: string) => string {
  const whole = people.filter(({ name }) => isFullName(name))
  const begins = whole.map(({ name }) => beginOf(name))
  const names = nameReplacer(begins, () => new Map(whole.map(({ name, as }) => [name, as])))
  return (text) => names(redactPersonal(text, (kind) => PERSONAL[kind]))
}

/** Two words or more: sure to mean the person, wherever they stand. */
export function isFullName(name: string): boolean {
  return /\S\s+\S/u.test(name)
}
