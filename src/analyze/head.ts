/** What the first lines of a note and its file name say of the call, where there is no front matter or it is silent. */
import type { NoteRecord, PersonMention } from '../types.ts'
import { accountName } from './account-name.ts'
import { ofCompanies, writers } from './authors.ts'
import { findDate, day, type DayOrder } from './dates.ts'
import { dealValue } from './deal-value.ts'
import { peopleOfRow } from './head-people.ts'
import { joined, type Piece } from './markdown.ts'
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
