/** One title of a person whom the notes of an account give several: abbreviated here, spelled out there. */
import type { Config } from '../config.ts'
import type { BuyingRole, NoteAnalysis } from '../types.ts'
import { counted } from './order.ts'
import { personaOf } from './people.ts'

/** Personas that say no more than that somebody leads or works along. */
const GENERAL = new Set(['department-head', 'specialist-user'])

/**
 * @param titles as the notes give them, once a note
 * @param longForms what abbreviations mean in the account, by the abbreviation
 * @returns the longest title that tells the same as the one given most, and the persona that it tells
 */
export function titleTold(
  titles: readonly string[],
  role: BuyingRole | 'unknown',
  longForms: ReadonlyMap<string, string>,
  config: Config,
): { title: string | null; persona: string | null } {
  if (titles.length === 0) return { title: null, persona: personaOf({ title: null, role }, config) }
  const ranked = counted(titles).map(({ value }) => ({
    title: value,
    persona: personaOf({ title: spelledOut(value, longForms), role }, config),
  }))
  const known = ranked.filter(({ persona }) => persona !== null)
  const telling = known.find(({ persona }) => !GENERAL.has(persona ?? '')) ?? known[0] ?? ranked[0]!
  const alike = ranked.filter(({ persona }) => persona === telling.persona)
  const longest = alike.reduce((a, b) => (b.title.length > a.title.length ? b : a))
  return { title: longest.title, persona: telling.persona }
}

function spelledOut(title: string, longForms: ReadonlyMap<string, string>): string {
  return title.replace(/(?<![\p{L}\p{N}])\p{Lu}{2,4}(?![\p{L}\p{N}])/gu, (short) => longForms.get(short) ?? short)
}

const SHORT = '\\p{Lu}{2,4}'
/** `CPO (chief people officer)`, `OR = works council` */
const DEFINED = new RegExp(`(?<![\\p{L}\\p{N}])(${SHORT})(?:\\s\\(|\\s?=\\s?|, the |: the )([\\p{L} ]{6,40})`, 'gu')
/** `Chief People Officer`, `ondernemingsraad (OR)` */
const SPELLED = /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Ll}-]+(?: |$|(?=[^\p{L} ]))(?:of |and |de |the )?){2,4}/gu
/** `ondernemingsraad (OR)` */
const IN_BRACKET = new RegExp(`(?<=\\p{L}) \\((${SHORT})\\)`, 'gu')

/** Abbreviations that the notes of one account spell out somewhere, in a title or in their text. */
export function longFormsOf(notes: readonly NoteAnalysis[]): Map<string, string> {
  const found = new Map<string, string>()
  const titles = notes.flatMap(({ people }) => people.flatMap(({ title }) => title ?? []))
  const shorts = new Set(titles.flatMap((title) => title.match(/(?<![\p{L}\p{N}])\p{Lu}{2,4}(?![\p{L}\p{N}])/gu) ?? []))
  if (shorts.size === 0) return found
  const add = (short: string, long: string): void => {
    if (shorts.has(short) && !found.has(short)) found.set(short, long.trim())
  }
  for (const title of titles) for (const long of runsIn(title)) add(initialsOf(long), long)
  const all = [...shorts]
  const defines = (text: string) => all.some((short) => text.includes(short))
  for (const { statements } of notes)
    for (const { text } of statements) {
      if (defines(text)) for (const [short, long] of definitionsIn(text)) if (isLongForm(short, long)) add(short, long)
      for (const long of text.match(SPELLED) ?? []) add(initialsOf(long), long)
    }
  return found
}

/** What a text may say that abbreviations are short for. */
function definitionsIn(text: string): [short: string, long: string][] {
  const defined = [...text.matchAll(DEFINED)].map(([, short = '', long = '']): [string, string] => [short, long])
  const bracketed = [...text.matchAll(IN_BRACKET)].flatMap(({ 1: short = '', index }): [string, string][] => {
    const words = text.slice(Math.max(0, index - 60), index).split(' ')
    return [words.slice(-short.length).join(' '), words.at(-1) ?? ''].map((long) => [short, long])
  })
  return [...defined, ...bracketed]
}

/** Every run of two words or more of a title: `Deputy Chief People Officer` holds the CPO's. */
function runsIn(title: string): string[] {
  const words = title.split(/[\s,/]+/)
  return words.flatMap((_, from) =>
    words.slice(from + 1).map((_, more) => words.slice(from, from + more + 2).join(' ')),
  )
}

function initialsOf(long: string): string {
  return long
    .split(/[\s-]+/)
    .filter((word) => !/^(?:of|and|de|the|&)$/u.test(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}

/** The letters begin its words, or begin the parts of one long word: `ondernemingsraad` for OR. */
function isLongForm(short: string, long: string): boolean {
  const letters = short.toLowerCase()
  if (initialsOf(long).toLowerCase() === letters) return true
  const [only = '', ...others] = long.trim().toLowerCase().split(' ')
  return (
    others.length === 0 &&
    only.length > 7 &&
    only.startsWith(letters[0] ?? '-') &&
    only.includes(letters.at(-1) ?? '-', 4)
  )
}
