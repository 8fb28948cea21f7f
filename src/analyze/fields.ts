/** What the fields of a front matter mean, whatever they are called. */
import { z } from 'zod'
import { problem, type Problem } from '../problems.ts'
import {
  BUYING_ROLES,
  type BuyingRole,
  type NoteRecord,
  type Outcome,
  type PersonMention,
  type Side,
  type Stage,
} from '../types.ts'
import { findDate, type DayOrder } from './dates.ts'
import { leadingName } from './names.ts'
import { roster } from './roster.ts'
import { outcomeOf, stageOf } from './stages.ts'

/** Field names, lower case, words joined by one space; `*` stands for any further words. */
const NAMES = {
  date: 'date|call date|meeting date|mtg date|interview date|interviewed on|review date|when|day|on|held|visit|call|data|fecha|datum|dato|tarih|päivä|päivämäärä|date of call|termin|date/time',
  otherDate: 'last touch|signed|closed|closed on|close date|debrief|updated',
  account:
    'account|account name|acct|company|client|customer|org|organisation|organization|opp|opportunity|deal|practice|prospect|end customer|cliente|cuenta|conta|kunde|klant|kund|klient|firma|firm|azienda|empresa|société|societe|asiakas|meeting|subject',
  stage:
    'stage|opp stage|deal stage|phase|type|call type|type of call|nature|call|interview type|fase|etapa|etap|stufe|fas|asama|aşama|vaihe|étape|tipo',
  otherStage: 'status|title|meeting|subject|outcome|result|forecast category',
  outcome: 'outcome|status|result|esito|resultado|ergebnis|utfall',
  amount:
    'deal value|deal|deal size|amount|acv|arr|value|tcv|mrr|est value|est deal|est. value|est. deal|opp value|opp size|opp amount|estimated value|amount proposed|amount quoted|value lost|importo|importe|valor|waarde|wert|wartość|volumen|potential|expected|size mxn|value *|amount *|ücret',
  industry: 'industry|sector|vertical|branche|branch|sektor|settore|sector *',
  size: 'size|company size|employees|headcount|seats|staff',
  consent: 'consent|quotable|may quote|permission|recording consent',
  retention: 'retention|retain until|keep until|delete after|delete on|expires',
  ours: 'us|ours|our side|our people|our team|from us|attendees us|internal|we|wir|noi|nosotros|nous|wij|vi|rep|reps|sales rep|se|ae|sc|csm|me|owner|opp owner|deal owner|by|author|autor|written by|written up by|writer|notes by|note taker|notetaker|notulist|interviewer|interviewed by|interviewee by|moderator|researcher|analyst|reviewer|asked by|logged by|account owner|account manager|seller|säljare|sorumlu|quien escribe|entrevista|intervistatore|who asked|nasza osoba|responsible|ansprechpartner intern|prepared by|host|we were|verkoper|vendedor|vendeur|verkäufer|venditore|handlowiec|salgsansvarlig|myyjä',
  theirs:
    'customer side|customer people|customers|them|they|theirs|their side|their people|attendees customer|client side|contacts|contact|respondent|respondents|interviewee|interviewees|interviewed|review with|spoke with|spoke to|spoken with|spoke|call with|guests|guest|buyers|buyer|entrevistados|entrevistado|intervistati|buyer side|champion|kunde teilnehmer|respondenten|sources|customer',
  present:
    'participants|participant|attendees|attending|attendance|present|people|persons|on call|on the call|on|in the room|in room|room|there|who|with|w/|w|met|met with|teilnehmer|dabei|anwesend|presenti|partecipanti|presentes|asistentes|pessoas|persone|personas|osoby|kto|wie|aanwezig|betrokken|deltagare|med|deltakere|deltagere|katilanlar|katılanlar|osallistujat|participantes|présents|presents|qui|wer|not present|absent',
  mentioned: 'mentioned|also mentioned|citada|citado|citati|cc|not present|erwähnt',
} as const

type Meaning = keyof typeof NAMES
const LOOKUP = new Map<string, Meaning[]>()
for (const [meaning, names] of Object.entries(NAMES) as [Meaning, string][])
  for (const name of names.split('|')) LOOKUP.set(name, [...(LOOKUP.get(name) ?? []), meaning])

const scalar = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.date().transform((date) => date.toISOString()),
  z.bigint().transform(String),
])
const person = z.looseObject({})
const company = z.string().max(200)

export interface Fields {
  record: Partial<
    Pick<
      NoteRecord,
      'date' | 'account' | 'stage' | 'outcome' | 'dealValue' | 'industry' | 'size' | 'consent' | 'retention'
    >
  >
  mentions: PersonMention[]
  /** Text of a date that can be read in two ways, null where there is none. */
  ambiguousDate: string | null
  /** What less certain fields (`status`, `signed`) say; the file name knows better. */
  hints: { date: string | null; stage: Stage | null }
  problems: Problem[]
}

interface Entry {
  key: string
  value: unknown
}

/** Reads the fields of one note. Unknown ones are left alone. */
export function readFields(data: Record<string, unknown>, order: DayOrder, file: string): Fields {
  const entries = Object.keys(data).map((key) => ({ key, value: data[key] }))
  const fields: Fields = {
    record: {},
    mentions: [],
    ambiguousDate: null,
    hints: { date: null, stage: null },
    problems: [],
  }
  readDate(entries, order, fields, file)
  readTexts(entries, fields, file)
  readConsent(entries, fields, file)
  readRetention(entries, order, fields, file)
  fields.problems.push(...valuesOfNoUse(entries, file))
  for (const entry of entries) fields.mentions.push(...peopleOf(entry))
  return fields
}

function meanings(key: string): Meaning[] {
  const plain = key
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/^([^(]*)\(.*\)$/, (_, before: string) => before.trimEnd())
    .replace(/\s+/g, ' ')
    .trim()
  const exact = LOOKUP.get(plain)
  if (exact) return exact
  return LOOKUP.get(`${plain.split(' ')[0] ?? ''} *`) ?? []
}

function* meant(entries: Entry[], meaning: Meaning): Generator<Entry & { text: string }> {
  const ranked = entries.filter((entry) => meanings(entry.key).includes(meaning))
  ranked.sort((a, b) => rank(a.key, meaning) - rank(b.key, meaning))
  for (const entry of ranked) {
    const text = textOfValue(entry.value)
    if (text !== null) yield { ...entry, text }
  }
}

/** One value as text, also where it is the only item of a list; null for everything else. */
function textOfValue(value: unknown): string | null {
  const text = scalar.safeParse(Array.isArray(value) && value.length === 1 ? value[0] : value)
  return text.success ? String(text.data).trim() : null
}

/** Fields of which one value is expected; consent says for itself what it makes of others. */
const SINGLE = ['date', 'stage', 'outcome', 'amount', 'industry', 'size', 'retention'] as const

/** Fields with a list or a map where one value is expected: what stands there is not used, and nobody should have to guess why. */
function valuesOfNoUse(entries: Entry[], file: string): Problem[] {
  return entries
    .filter(({ key, value }) => {
      const meant = meanings(key)
      const person = meant.some((one) => one in SIDE_OF)
      return value !== null && textOfValue(value) === null && !person && SINGLE.some((one) => meant.includes(one))
    })
    .map(({ key, value }) => unused(key, `it holds a ${Array.isArray(value) ? 'list' : 'map'}, not one value`, file))
}

function unused(field: string, reason: string, file: string): Problem {
  return problem('front-matter/field', file, null, { field: field.slice(0, 60), reason })
}

/** Names earlier in the table are the more certain ones. */
function rank(key: string, meaning: Meaning): number {
  const plain = key
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/^([^(]*)\(.*\)$/, (_, before: string) => before.trimEnd())
    .trim()
  const at = NAMES[meaning].split('|').indexOf(plain)
  return at < 0 ? 999 : at
}

function readDate(entries: Entry[], order: DayOrder, fields: Fields, file: string): void {
  for (const { key, text } of meant(entries, 'date')) {
    const { date, ambiguous } = findDate(text, order)
    if (date) {
      fields.record.date = date
      fields.ambiguousDate = null
      return
    }
    if (ambiguous) fields.ambiguousDate ??= ambiguous
    else if (text !== '' && rank(key, 'date') < 4)
      fields.problems.push(problem('date/malformed', file, null, { value: text.slice(0, 40) }))
  }
}

function readTexts(entries: Entry[], fields: Fields, file: string): void {
  for (const { key, text } of meant(entries, 'account')) {
    if (fields.record.account || looksLikePeople(text) || nameList(text)) continue
    const named = accountName(text, /^(?:meeting|subject|opp|opportunity|deal)$/i.test(key))
    if (named) fields.record.account = named
  }
  for (const { text } of meant(entries, 'stage')) {
    const stage: Stage | null = stageOf(text)
    if (stage && !fields.record.stage) fields.record.stage = stage
  }
  for (const { text } of meant(entries, 'otherStage')) fields.hints.stage ??= stageOf(text)
  for (const { text } of meant(entries, 'otherDate')) fields.hints.date ??= findDate(text, undefined).date
  for (const { text } of [...meant(entries, 'outcome'), ...meant(entries, 'stage')]) {
    const outcome: Outcome | null = outcomeOf(text)
    if (outcome && !fields.record.outcome) fields.record.outcome = outcome
  }
  for (const { key, text } of meant(entries, 'amount')) {
    fields.record.dealValue ??= dealValue(text, key)
    if (fields.record.dealValue === null && rank(key, 'amount') < 5 && /\p{L}{2}/u.test(text))
      fields.problems.push(unused(key, `no amount can be read in "${text.slice(0, 40)}"`, file))
  }
  for (const meaning of ['industry', 'size'] as const)
    for (const { key, text } of meant(entries, meaning)) {
      fields.record[meaning] ??= company.safeParse(text).data ?? null
      if (!company.safeParse(text).success) fields.problems.push(unused(key, 'it has over 200 characters', file))
    }
}

/** The last day on which the note may be used. */
function readRetention(entries: Entry[], order: DayOrder, fields: Fields, file: string): void {
  for (const { key, text } of meant(entries, 'retention')) {
    const { date } = findDate(text, order)
    if (date !== null) fields.record.retention ??= date
    else if (text !== '')
      fields.problems.push(unused(key, `"${text.slice(0, 40)}" is no day, so the note is kept`, file))
  }
}

function readConsent(entries: Entry[], fields: Fields, file: string): void {
  for (const { key, value } of entries)
    if (value !== null && meanings(key).includes('consent') && textOfValue(value) === null) {
      fields.record.consent = false
      fields.problems.push(unused(key, 'it is neither yes nor no, so nothing of the note is quoted', file))
      return
    }
  for (const { key, text } of meant(entries, 'consent')) {
    if (/^(?:true|yes|y|ok|given|granted|1|ja|sí|si|oui)\b/i.test(text)) fields.record.consent = true
    // A word that is no clear yes is a no: what may not be quoted must never be.
    else fields.record.consent = false
    if (
      !/^(?:true|yes|y|ok|given|granted|1|ja|sí|si|oui|false|no|n|none|0|nein|non|refused|denied|withdrawn)\b/i.test(
        text,
      )
    )
      fields.problems.push(
        problem('front-matter/field', file, null, {
          field: key,
          reason: `"${text.slice(0, 40)}" is neither yes nor no, so nothing of the note is quoted`,
        }),
      )
  }
}

/** `Tecnoval Ingegneria SpA (Bergamo)` → `Tecnoval Ingegneria SpA`. */
export function accountName(text: string, loose = false): string | null {
  let name = text.replace(/(?:(?<!\s)\s+)?\([^]*/u, '')
  name = name.split(/(?<!\s)\s+[–—|/-]+\s+|,\s|;|\s\/\/\s/u)[0] ?? name
  if (loose)
    name = name.replace(
      /\b(?:discovery|demo|negotiation|proposal|technical|tech|evaluation|eval|review|call|meeting|session)\b.*$/iu,
      '',
    )
  name = withoutEvent(name.trim())
  // The last dot of `e.V.` is part of it.
  if (!/\p{L}\.\p{L}\.$/u.test(name)) name = name.replace(/(?<![.:,])[.:,]+$/u, '')
  return name.length > 1 && name.length <= 80 ? name : null
}

/** `Win interview Torvane Mills` → `Torvane Mills`. */
function withoutEvent(name: string): string {
  const event =
    /^(?:(?:win|won|lost|loss|win\/loss|exit|renewal|discovery|demo|closed[- ](?:won|lost))[\s:–—-]+)*(?:interview|review|debrief|call|meeting)s?(?:\s+(?:with|at|of|for))?[\s:–—-]+(?=\p{Lu})/iu.exec(
      name,
    )
  return event && /^\p{Lu}/u.test(name.slice(event[0].length)) ? name.slice(event[0].length) : name
}

function looksLikePeople(text: string): boolean {
  return (
    roster(text).filter((one) => one.title !== null && one.name.includes(' ')).length >= 1 &&
    /\(|;/u.test(text) &&
    leadingName(text)?.rest.startsWith('(') === true &&
    roster(text).length > 1
  )
}

/** `Schober, Aydin, Lohse (1st half)` under a key that may mean the company or its people. */
function nameList(text: string): boolean {
  const parts = text.replace(/\([^()]*\)/gu, '').split(/,\s*/u)
  return (
    parts.length > 2 &&
    parts.every((part) => /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)?(?: by .*)?$/u.test(part.trim()))
  )
}

const CURRENCIES: [RegExp, string][] = [
  [/€|\beur(?:os?)?\b/i, 'EUR'],
  [/£|\bgbp\b/i, 'GBP'],
  [/\bchf\b/i, 'CHF'],
  [/\bnok\b|\bmnok\b/i, 'NOK'],
  [/\bsek\b|\bmsek\b/i, 'SEK'],
  [/\bdkk\b/i, 'DKK'],
  [/\bpln\b|zł/i, 'PLN'],
  [/\baud\b|a\$/i, 'AUD'],
  [/\bcad\b|c\$/i, 'CAD'],
  [/\bmxn\b/i, 'MXN'],
  [/\bbrl\b|r\$/i, 'BRL'],
  [/\binr\b|₹|\brs\b/i, 'INR'],
  [/\bzar\b/i, 'ZAR'],
  [/\btry\b|₺|\btl\b/i, 'TRY'],
  [/\bjpy\b|¥/i, 'JPY'],
  [/\busd\b|\$/i, 'USD'],
  [/^\s*r\s?\d/i, 'ZAR'],
]

const UNITS: readonly [RegExp, number][] = [
  [/^(?:k|tsd|thousand)$/i, 1e3],
  [/^m/i, 1e6],
  [/^la/i, 1e5],
  [/^cr/i, 1e7],
]

/** `62000 EUR`, `INR 14,00,000`, `CHF 190'000 p.a.`, `41k`, `R$ 612k/ano`. */
export function dealValue(text: string, key = ''): NoteRecord['dealValue'] {
  const match =
    /(\d[\d.,'’ \u00a0]{0,30})\s{0,9}(k|mio|million|mn|m|tsd|thousand|lakhs?|lacs?|crores?|cr)?(?![\p{L}\d])/iu.exec(
      text,
    )
  if (!match?.[1]) return null
  const amount = plainNumber(match[1]) * (UNITS.find(([unit]) => unit.test(match[2] ?? ''))?.[1] ?? 1)
  if (!Number.isFinite(amount) || amount <= 0) return null
  const written = `${key.replace(/_/g, ' ')} ${text}`
  const currency = CURRENCIES.find(([sign]) => sign.test(text) || sign.test(written))?.[1] ?? null
  return { amount: Math.round(amount * 100) / 100, currency }
}

function plainNumber(text: string): number {
  const bare = text.replace(/[ \u00a0'’]/g, '').replace(/(?<![.,])[.,]+$/, '')
  // In India the last three digits are a group, and then every two.
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) || /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(bare)
  return Number(grouped ? bare.replace(/[.,]/g, '') : bare.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
}

const SIDE_OF: Partial<Record<Meaning, Side>> = {
  ours: 'seller',
  theirs: 'customer',
  present: 'unknown',
  mentioned: 'customer',
}

function peopleOf({ key, value }: Entry): PersonMention[] {
  const meaning = meanings(key).find((one) => one in SIDE_OF)
  if (!meaning && meanings(key).includes('account') && typeof value === 'string' && nameList(value))
    return roster(value, 'customer', true)
  if (meaning) return listed(value, SIDE_OF[meaning] ?? 'unknown', 0)
  // `Nearward: Priya Sandhu, Colin Mercer`: a field nobody foresaw, holding nothing but full names.
  if (typeof value !== 'string' || LOOKUP.has(key.toLowerCase())) return []
  const found = roster(value, 'seller')
  const covered = found.reduce((sum, one) => sum + one.name.length + 2, 0)
  return found.length > 1 && found.every((one) => one.name.includes(' ')) && covered >= value.length ? found : []
}

/** A list of people in any shape: text, list of texts, list of objects, names as keys. */
function listed(value: unknown, side: Side, depth: number): PersonMention[] {
  if (depth > 3) return []
  if (typeof value === 'string') return roster(capitalized(value), side, true)
  if (Array.isArray(value))
    return value.flatMap((one) => (typeof one === 'string' ? rosterItem(one, side) : listed(one, side, depth + 1)))
  const object = person.safeParse(value)
  if (!object.success) return []
  const name = textOf(object.data, ['name', 'full name', 'who', 'person'])
  if (name !== null) return fromObject(object.data, name, side)
  return Object.keys(object.data).flatMap((key) => fromKey(key, object.data[key], side, depth))
}

/** `aoife` where a field holds nothing but a name. */
function capitalized(text: string): string {
  return /^\p{Ll}[\p{L}'’-]{1,20}(?: \p{Ll}[\p{L}'’-]{1,20})?$/u.test(text.trim())
    ? text.trim().replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : text
}

/** `Walt Kessler: Chief Data Officer`, or a group: `customer: [Siobhán …]`. */
function fromKey(key: string, value: unknown, side: Side, depth: number): PersonMention[] {
  const group = meanings(key).find((one) => one in SIDE_OF)
  if (group) return listed(value, SIDE_OF[group] === 'unknown' ? side : (SIDE_OF[group] ?? side), depth + 1)
  const name = leadingName(key, true)
  if (!name) return []
  const title = scalar.safeParse(value)
  return roster(`${name.name} (${title.success ? String(title.data).replace(/[()]/g, ' ') : ''})`, side, true).slice(
    0,
    1,
  )
}

function fromObject(data: Record<string, unknown>, name: string, side: Side): PersonMention[] {
  const stated = buyingRole(textOf(data, ['buying role', 'role']))
  const title = textOf(data, [
    'title',
    ...(stated === null ? ['role'] : []),
    'job title',
    'position',
    'function',
    'job',
  ])
  const written = textOf(data, ['side', 'team', 'from'])
  const said =
    written === null
      ? side
      : /^(?:us|seller|ours|vendor|internal)/i.test(written)
        ? 'seller'
        : /^(?:them|customer|client|buyer|prospect)/i.test(written)
          ? 'customer'
          : side
  const [first] = roster(`${name.replace(/[()]/g, ' ')} (${(title ?? '').replace(/[()]/g, ' ')})`, said, true)
  const employer = textOf(data, ['company', 'organisation', 'organization', 'org', 'employer'])
  return first ? [{ ...first, title, company: employer, role: stated }] : []
}

/** `role: budget-holder`, `role: Decision maker`: a buying role by its name is no title. */
function buyingRole(text: string | null): BuyingRole | null {
  const word = text
    ?.trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  return BUYING_ROLES.find((role) => role === word) ?? null
}

/** One item of a list: its first part is the name, the rest the title. */
function rosterItem(item: string, side: Side): PersonMention[] {
  const [first = '', ...rest] = item.split(/,\s+/)
  const bracketed = first.includes('(') && !first.includes(')')
  if (rest.length === 0 || bracketed || /;/.test(item)) return roster(item, side, true)
  const people = roster(first, side, true)
  if (people.length !== 1 || !people[0]) return roster(item, side, true)
  const more = roster(item, side, true)
  if (more.length > 1 && more.every((one) => one.title !== null)) return more
  const [only] = roster(
    `${people[0].name} (${[people[0].title, ...rest].filter(Boolean).join(', ').replace(/[()]/g, ' ')})`,
    side,
    true,
  )
  return only ? [only] : []
}

function textOf(data: Record<string, unknown>, names: string[]): string | null {
  for (const key of Object.keys(data)) {
    const value = data[key]
    if (names.includes(key.toLowerCase().replace(/[_-]+/g, ' ')) && typeof value === 'string' && value.trim() !== '')
      return value.trim()
  }
  return null
}
