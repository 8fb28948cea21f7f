/** What the fields of a front matter say of the note, whatever they are called. */
import { z } from 'zod'
import { problem, type Problem } from '../problems.ts'
import type { NoteRecord, Outcome, PersonMention, Stage } from '../types.ts'
import { accountName } from './account-name.ts'
import { findDate, type DayOrder } from './dates.ts'
import { dealValue } from './deal-value.ts'
import { meanings, rank, type Entry, type Meaning } from './field-names.ts'
import { holdsPeople, looksLikePeople, nameList, peopleOf } from './field-people.ts'
import { textOfValue } from './field-value.ts'
import { outcomeOf, stageOf } from './stages.ts'

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

function* meant(entries: Entry[], meaning: Meaning): Generator<Entry & { text: string }> {
  const ranked = entries.filter((entry) => meanings(entry.key).includes(meaning))
  ranked.sort((a, b) => rank(a.key, meaning) - rank(b.key, meaning))
  for (const entry of ranked) {
    const text = textOfValue(entry.value)
    if (text !== null) yield { ...entry, text }
  }
}

/** Fields of which one value is expected; consent says for itself what it makes of others. */
const SINGLE = ['date', 'stage', 'outcome', 'amount', 'industry', 'size', 'retention'] as const

/** Fields with a list or a map where one value is expected: what stands there is not used, and nobody should have to guess why. */
function valuesOfNoUse(entries: Entry[], file: string): Problem[] {
  return entries
    .filter(({ key, value }) => {
      const meant = meanings(key)
      const people = holdsPeople(key)
      return value !== null && textOfValue(value) === null && !people && SINGLE.some((one) => meant.includes(one))
    })
    .map(({ key, value }) => unused(key, `it holds a ${Array.isArray(value) ? 'list' : 'map'}, not one value`, file))
}

function unused(field: string, reason: string, file: string): Problem {
  return problem('front-matter/field', file, null, { field: field.slice(0, 60), reason })
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
