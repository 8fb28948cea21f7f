/** What the first lines of a note and its file name say of the call, where there is no front matter or it is silent. */
import type { NoteRecord, PersonMention, Side } from '../types.ts'
import { ofCompanies, writers } from './authors.ts'
import { findDate, namesDay, day, type DayOrder } from './dates.ts'
import { pronounOf } from './first-names.ts'
import { accountName, dealValue } from './fields.ts'
import { joined, type Piece } from './markdown.ts'
import { isCommonWord, isNameWord, isTitleWord, leadingName } from './names.ts'
import { namedInProse, sight } from './mentions.ts'
import { cleanTitle, onePerson, roster } from './roster.ts'
import { sentences } from './sentences.ts'
import { outcomeOf, stageOf } from './stages.ts'
import { labelOf } from './turns.ts'

export interface Head {
  record: Partial<Pick<NoteRecord, 'date' | 'account' | 'stage' | 'outcome' | 'dealValue'>>
  /** What the file name says; it is typed once and sorted by, so it is trusted before what prose says. */
  path: { date: string | null; stage: NoteRecord['stage'] | null }
  mentions: PersonMention[]
  ambiguousDate: string | null
}

const KEYED = /^(?:\*\*)?([\p{L}][\p{L} /_-]{1,24})\s*[:=]\s*(\S.*|\s)$/u
const HEAD_ROWS = 7

/** Reads the first rows of a body. */
export function readHead(pieces: readonly Piece[], path: string, order: DayOrder): Head {
  const rows = firstRows(pieces).map((row) => row.text)
  const slug = slugOf(path)
  const head: Head = { record: {}, path: fromPath(slug), mentions: [], ambiguousDate: null }
  for (const text of rows) {
    const { date, ambiguous } = findDate(text, order)
    if (date && !head.record.date) head.record.date = date
    if (!date && ambiguous) head.ambiguousDate ??= ambiguous
    const stage = rows.indexOf(text) < 3 && text.length < 400 ? stageOf(text) : null
    if (stage && !head.record.stage) head.record.stage = stage
    readKeyed(text, head)
    head.mentions.push(...peopleOfRow(text))
  }
  head.record.account ??= accountInText(rows, slug) ?? accountOfSlug(slug)
  const { account = null } = head.record
  head.mentions.push(...writers(rows, account), ...rows.flatMap((row) => ofCompanies(row, account)))
  return head
}

/** `Account: …` and the like, written as lines instead of front matter. */
function readKeyed(text: string, head: Head): void {
  const keyed = KEYED.exec(text)
  const [, key = '', value = ''] = keyed ?? []
  if (/^(?:account|acct|client|customer|company|klient|klant|kunde|kund|cliente)$/iu.test(key))
    head.record.account ??= accountName(value)
  else if (/^(?:amount|value|deal(?: value)?|acv|arr)$/iu.test(key)) head.record.dealValue ??= dealValue(value)
  else if (/^(?:outcome|result|status)$/iu.test(key)) head.record.outcome ??= outcomeOf(value)
}

function slugOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/u, '')
}

function fromPath(slug: string): Head['path'] {
  const stamp = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/u.exec(slug)
  return {
    date: stamp ? day(Number(stamp[1]), Number(stamp[2]), Number(stamp[3])) : null,
    stage: stageOf(slug.replace(/[-_]+/gu, ' ').replace(/\btecheval\b/iu, 'tech eval')),
  }
}

/** The words of a file name that name the account, as far as one can tell. */
function accountWords(slug: string): string[] {
  const words = slug.replace(/^\d{4}[-_.]?\d{2}[-_.]?\d{2}[-_ ]*/u, '').split(/[-_ ]+/u)
  const end = words.findIndex((word) => stageOf(word) !== null || NO_ACCOUNT.test(word))
  return (end < 0 ? words : words.slice(0, end)).filter((word) => word !== '' && !/^\d+$/u.test(word))
}

const NO_ACCOUNT =
  /^(?:call|calls|meeting|notes?|crm|log|email|mails?|thread|transcript|visit|sec|tech|user|research|site|closed|activity|callback|first|security|opp|after|partner|pricing|process|ux|design|data|dpo|dpia|floor|short|demo|sync|team|review|readout|recap|debrief|followup|follow|final|draft|intro|kickoff|onsite|voice|memo)$/iu

function accountOfSlug(slug: string): string | null {
  const kept = accountWords(slug)
  return kept.length > 0 && kept.length <= 4
    ? kept.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
    : null
}

/** The name in the first rows that the file name abbreviates: `rourketighe` → `Rourke & Tighe Builders`. */
function accountInText(rows: readonly string[], slug: string): string | null {
  const wanted = plain(accountWords(slug).join(''))
  if (wanted.length < 3) return null
  for (const text of rows) {
    for (const match of text
      .slice(0, 600)
      .matchAll(
        /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’.-]*(?:\s(?:&|\+|and|of|de|du|do|da|der|e|y|und|\p{Lu}\/\p{Lu}(?!\p{L})|\p{Lu}[\p{L}\p{N}'’.-]*))*/gu,
      )) {
      const words = match[0].replace(/['’]s\b.*$/u, '').split(' ')
      const fits = words.findIndex((_, index) => plain(words.slice(0, index + 1).join('')) === wanted)
      const first = plain(words[0] ?? '')
      if (fits >= 0 || (first.length >= 4 && wanted.startsWith(first))) return accountName(trimTail(words).join(' '))
    }
  }
  return null
}

/** Short words of names of companies, which end in a dot without ending a sentence. */
const LEGAL_DOT = /^(?:corp|inc|bros|intl|mfg|assoc|univ|dept|sons|prop)\.$/iu

/** `Kessel Group Discovery and` → `Kessel Group`. */
function trimTail(words: readonly string[]): string[] {
  const sentence = words.findIndex((word) => /\p{Ll}{3}\.$/u.test(word) && !LEGAL_DOT.test(word))
  if (sentence >= 0 && sentence < words.length - 1) return trimTail(words.slice(0, sentence + 1))
  const end = words.findIndex(
    (word, index) => index > 0 && (stageOf(word) !== null || /^(?:QBR|Call|Meeting|Notes?)$/u.test(word)),
  )
  const kept = end < 0 ? [...words] : words.slice(0, end)
  while (kept.length > 1 && /^(?:&|\+|and|of|de|du|do|da|der|e|y|und)$/u.test(kept.at(-1) ?? '')) kept.pop()
  return kept
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/ı/gu, 'i')
}

/** Rows before the talk begins. */
function firstRows(pieces: readonly Piece[]): { text: string }[] {
  const found: { text: string }[] = []
  for (const piece of pieces) {
    if (
      piece.kind === 'cell' ||
      piece.kind === 'quote' ||
      ((piece.kind === 'bullet' || piece.kind === 'task') && found.length > 0)
    )
      break
    if (piece.kind === 'heading' && piece.depth > 1 && found.length > 0) break
    for (const row of piece.rows) {
      const label = labelOf(row)
      if (
        label &&
        /^(?:ae|se|rep|prospect|customer|q|a|me)$/iu.test(label.name) &&
        !/^(?:is|=)\b/u.test(label.rest) &&
        found.length > 0
      )
        return found
      if (
        label?.certain &&
        found.length > 0 &&
        !/^(?:Q|A)$/u.test(label.name) &&
        label.rest !== '' &&
        /^[[(\d]/u.test(row.text)
      )
        return found
      found.push({ text: piece.kind === 'heading' ? joined(piece.rows) : row.text })
      if (found.length >= HEAD_ROWS) return found
    }
  }
  return found
}

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
function peopleOfRow(text: string): PersonMention[] {
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
