/** People in the first lines of a note: who was there, on whose side, and who wrote it. */
import type { PersonMention, Side } from '../types.ts'
import { namesDay } from './dates.ts'
import { pronounOf } from './first-names.ts'
import { namedInProse } from './mentions.ts'
import { isCommonWord, isNameWord, isTitleWord, leadingName } from './names.ts'
import { cleanTitle, onePerson, roster } from './roster.ts'
import { sentences } from './sentences.ts'
import { sight } from './sightings.ts'

const BEFORE = '(?:^|[\\s.,;/|(])'
/** Words that a list of people follows; the short ones only with a colon. */
const PRESENT = new RegExp(
  `${BEFORE}(?:(?:present|presents|attend(?:ees|ing|ed)?|participants|people|persons|in the room|at table|rm|room|on|on the call|there|interviewees?|respondents?|they|them|theirs|their side|customer(?:'s)? side|contacts|who|customer|attend|interviewed|with|dabei|teilnehmer|presenti|aanwezig|deltagare)\\s*[:=]|present(?: were)?(?= \\p{Lu})|there were|w/|with|spoke(?:n)? (?:with|to)|met(?: with)?|sat with|on their side|from their side|their side|in the room were|at (?:the )?table were)\\s*`,
  'iu',
)
const OURS = new RegExp(
  `${BEFORE}(?:(?:us|we|ours|our side|our people|me|owner|opp owner|rep|interviewer|author|researcher|self|ae|se|moderator|vendor|wir|noi|vi)\\s*[:=]|from (?:us|our side)(?: only| just)?|our side only|us only|(?:notes|written(?: up)?|asked|interviewed|logged|reviewed|exported|typed|recorded|tidied|pulled together|conducted|led|made|held|done) by|\\| by|by(?= me\\b)|owner)\\s*`,
  'iu',
)

/** Sentences of a row that may be a list of people; what is longer is prose. */
const LONGEST_LIST = 420

/** People of one of the first rows: a list after `Present:` or `w/`, else whoever stands there with a title. */
export function peopleOfRow(text: string): PersonMention[] {
  const found: PersonMention[] = []
  for (const { start, end } of sentences(text.slice(0, 2000)).slice(0, 6)) {
    const sentence = text.slice(start, end)
    if (sentence.length > LONGEST_LIST) continue
    for (const { side, list, part } of cut(sentence)) {
      if (!list) found.push(...bareNames(part, sentence, text))
      found.push(...lowerNames(part))
      if (list && beginsWithPerson(part)) found.push(...roster(part, side, true).filter((one) => plausible(one, part)))
      else found.push(...namedInProse(sight(part), list ? 'unknown' : side))
    }
    found.push(...authors(sentence), ...pairs(sentence))
    if (
      start > 0 &&
      /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*)?\.?$/u.test(sentence) &&
      pronounOf(sentence.replace(/\.$/u, '')) !== null
    )
      found.push({ name: sentence.replace(/\.$/u, ''), title: null, company: null, side: 'seller', role: null })
  }
  return found
}

/**
 * `…, their office on Port Rd, Jodie Ferrier.`: a part that is nothing but a first name from the lists and a surname.
 * The one without a title, beside others who have one, wrote the note.
 */
function bareNames(part: string, sentence: string, row: string): PersonMention[] {
  const titled = /\([^()]*\)|,\s[A-Z]{2,4}\b/u.test(row) || namedInProse(sight(row)).some((one) => one.title !== null)
  return part
    .split(/(?<!\s)\s+[/–—|·-]+\s+|[,;()]\s*|\s(?:and|with|w|plus|\+|&)\s/u)
    .map((one) =>
      one
        .replace(
          /(?<!\s)\s+(?:on site|by phone|from \S+|joined|listening|late|here|there|dialed in|writing|presenting)[^]*/iu,
          '',
        )
        .replace(/(?<![.\s])[.\s]+$/u, '')
        .trim(),
    )
    .filter(
      (one) =>
        /^\p{Lu}\S+ (?:\S+ )?\p{Lu}\S*$/u.test(one) &&
        pronounOf(one) !== null &&
        one.split(' ').every((word) => isNameWord(word) && !isTitleWord(word)),
    )
    .map((name) => ({
      name,
      title: null,
      company: null,
      side:
        titled && (sentence.replace(/(?<![.\s])[.\s]+$/u, '').endsWith(name) || row.includes(`/ ${name} /`))
          ? 'seller'
          : 'unknown',
      role: null,
    }))
}

/** `claire b (ED), bobbie f (DoD)`, `w/ lorraine + sheila`: rows typed without capitals, where the lists of first names tell. */
function lowerNames(part: string): PersonMention[] {
  const found: PersonMention[] = []
  for (const one of part.split(
    /(?<!\s)\s+[/–—|·-]+\s+|[,;]\s*(?![^()]{0,200}\))|\.\s|\s(?:and|with|w\/|plus|\+|&)\s/u,
  )) {
    const match =
      /^(?:w\/?\s+)?(\p{Ll}[\p{L}'’-]{1,14})(?:\s(\p{Ll}[\p{L}'’-]*))?\s*(?:\(([^()]{1,60})\)[^]*|([^]*))/u.exec(
        one.trim(),
      )
    const [, first = '', second, title, rest = ''] = match ?? []
    // "ed" may be an executive director, but not before a surname and a title in brackets
    const bracketed = second !== undefined && title !== undefined
    if (pronounOf(first) === null || (isTitleWord(first) && !bracketed) || isCommonWord(first)) continue
    const surname =
      second !== undefined &&
      (title !== undefined || second.length === 1 || rest.trim() === '') &&
      !isCommonWord(second) &&
      !isTitleWord(second)
        ? ` ${second}`
        : ''
    if (
      title === undefined &&
      surname === '' &&
      second !== undefined &&
      pronounOf(second) === null &&
      !/^(?:joined|late|on|by|first|last|from|here|\d)/u.test(`${second}`)
    )
      continue
    found.push({
      name: proper(first + surname),
      title: title === undefined ? null : cleanTitle(title),
      company: null,
      side: 'unknown',
      role: null,
    })
    if (second !== undefined && surname === '' && pronounOf(second) !== null)
      for (const more of `${second} ${rest}`.split(' ').filter((word) => word.length > 2 && pronounOf(word) !== null))
        found.push({ name: proper(more), title: null, company: null, side: 'unknown', role: null })
  }
  return found
}

function proper(name: string): string {
  return name.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function beginsWithPerson(part: string): boolean {
  return (
    /^(?:just |only )?(?:me|myself|self)\b/iu.test(part) ||
    onePerson(part.split(/[,;.]/u)[0] ?? '', 'unknown', true) !== null
  )
}

interface Section {
  side: Side
  list: boolean
  part: string
}

/** Cuts a row at the words that say who comes next. */
function cut(text: string): Section[] {
  const sections: Section[] = []
  let rest = text.replace(/[.:]$/u, '')
  let side: Side = 'unknown'
  let list = false
  for (let guard = 0; guard < 8; guard += 1) {
    const present = PRESENT.exec(rest)
    const ours = OURS.exec(rest)
    const next = [present, ours].filter((match) => match !== null).toSorted((a, b) => a.index - b.index)[0]
    if (!next) break
    sections.push({ side, list, part: rest.slice(0, next.index) })
    side = next === ours ? 'seller' : 'unknown'
    list = true
    rest = rest.slice(next.index + next[0].length)
  }
  sections.push({ side, list, part: rest })
  return sections.filter((section) => section.part.trim() !== '')
}

/** A name in a head is not the company, the day or the place. */
function plausible(one: PersonMention, text: string): boolean {
  if (one.name.length < 2 || namesDay(one.name)) return false
  const lower = !/\p{Lu}/u.test(one.name)
  if (lower && one.title === null) return false
  const words = one.name.split(' ')
  if (words.length > 4 || words.some((word) => isTitleWord(word) && word.length > 3)) return false
  return text.includes(one.name)
}

const PAIR =
  /(?<![\p{L}&+] )(?<!\p{L})(\p{Lu}\p{Ll}+)(?: \(([^()]{2,30})\)| (\p{Ll}[\p{L}/]{1,11}))? (?:\+|and|then) (\p{Lu}\p{Ll}+)(?: \(([^()]{2,30})\))?(?! \p{Lu})/gu

/** `Brodie (UGM) + Anneke (HSE super)`: a first name of the lists makes its neighbour a person too. */
function pairs(sentence: string): PersonMention[] {
  return [...sentence.matchAll(PAIR)].flatMap(([, one = '', bracket, bare, other = '', second]) => {
    const both = [one, other]
    if (!both.some((name) => pronounOf(name) !== null)) return []
    if (both.some((name) => isTitleWord(name) || isCommonWord(name) || namesDay(name))) return []
    const title = (text: string | undefined) => (text === undefined ? null : cleanTitle(text))
    return [
      { name: one, title: title(bracket ?? bare), company: null, side: 'unknown' as const, role: null },
      { name: other, title: title(second), company: null, side: 'unknown' as const, role: null },
    ]
  })
}

/** `me (Mitch Tranter)`, `Notes by Harriet`, `LP = me`, `- Deshawn Pruitt` at the end. */
function authors(text: string): PersonMention[] {
  const found: PersonMention[] = []
  const seller = (name: string | undefined): void => {
    const lead = name ? leadingName(name.trim()) : null
    if (lead && !namesDay(lead.name))
      found.push({ name: lead.name, title: null, company: null, side: 'seller', role: null })
  }
  seller(/\b(?:[Mm]e|[Mm]yself|self)\b\s*[(,]\s*(\p{Lu}[^(),;.]{1,40})/u.exec(text)?.[1])
  seller(/\bthis is (\p{Lu}\p{Ll}+)/u.exec(text)?.[1])
  seller(
    /(\p{Lu}[\p{L}'’-]{1,60}(?: \p{Lu}[\p{L}'’-]{1,60})?)(?:'s)? (?:here|writing|asks|asking|notes|drove|presenting)\b/u.exec(
      text,
    )?.[1],
  )
  seller(/(\p{Lu}[\p{L}'’-]{1,60}(?: \p{Lu}[\p{L}'’-]{1,60})?) \((?:us|ours|AE|SE)\)/u.exec(text)?.[1])
  const signed = /(?:(?:^|\s)[-–—]\s?|\.\s+)(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?)?)\.?$/u.exec(text)?.[1]
  if (signed && !isTitleWord(signed) && signed.split(' ').every((word) => isNameWord(word)) && !namesDay(signed))
    seller(signed)
  return found
}
