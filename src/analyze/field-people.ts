/** People in the fields of a front matter, in any shape: text, list, objects, names as keys. */
import { z } from 'zod'
import { BUYING_ROLES, type BuyingRole, type PersonMention, type Side } from '../types.ts'
import { isKnownField, meanings, type Entry, type Meaning } from './field-names.ts'
import { textOfValue } from './field-value.ts'
import { leadingName } from './names.ts'
import { roster } from './roster.ts'

const person = z.looseObject({})

const SIDE_OF: Partial<Record<Meaning, Side>> = {
  ours: 'seller',
  theirs: 'customer',
  present: 'unknown',
  mentioned: 'customer',
}

/** Whether a field of this name holds people. */
export function holdsPeople(key: string): boolean {
  return meanings(key).some((one) => one in SIDE_OF)
}

/** The people whom a field names, none where it is about something else. */
export function peopleOf({ key, value }: Entry): PersonMention[] {
  const meaning = meanings(key).find((one) => one in SIDE_OF)
  if (!meaning && meanings(key).includes('account') && typeof value === 'string' && nameList(value))
    return roster(value, 'customer', true)
  if (meaning) return listed(value, SIDE_OF[meaning] ?? 'unknown', 0)
  // `Nearward: Priya Sandhu, Colin Mercer`: a field nobody foresaw, holding nothing but full names.
  if (typeof value !== 'string' || isKnownField(key)) return []
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
  const title = (textOfValue(value) ?? '').replace(/[()]/g, ' ')
  return roster(`${name.name} (${title})`, side, true).slice(0, 1)
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

/** `Ida Kern (CFO); Ole Brandt (IT)` under a key that may mean the company. */
export function looksLikePeople(text: string): boolean {
  return (
    roster(text).filter((one) => one.title !== null && one.name.includes(' ')).length >= 1 &&
    /\(|;/u.test(text) &&
    leadingName(text)?.rest.startsWith('(') === true &&
    roster(text).length > 1
  )
}

/** `Schober, Aydin, Lohse (1st half)` under a key that may mean the company or its people. */
export function nameList(text: string): boolean {
  const parts = text.replace(/\([^()]*\)/gu, '').split(/,\s*/u)
  return (
    parts.length > 2 &&
    parts.every((part) => /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)?(?: by .*)?$/u.test(part.trim()))
  )
}
