/** A note from its template: slots such as {{account}} filled in, as YAML in the front matter and as plain text below it. */
import { stringify } from 'yaml'

export interface NoteValues {
  /** ISO day. */
  date: string
  account: string
  stage: string
  /** As the user wrote them, one person or a list of them each: `Maria Lopez (VP Ops)`. */
  participants: readonly string[]
  us: readonly string[]
}

const SLOTS = ['date', 'account', 'stage', 'participants', 'us'] as const
type Slot = (typeof SLOTS)[number]

/** @returns the note, or the first slot of the template that has no meaning, and those that have one */
export function fillTemplate(
  template: string,
  values: NoteValues,
): { text: string } | { unknown: string; slots: readonly string[] } {
  const unknown = [...template.matchAll(/\{\{(.{0,200}?)\}\}/g)].find(([, name]) => !isSlot(name?.trim()))
  if (unknown) return { unknown: unknown[1]?.trim() ?? '', slots: SLOTS }
  const end = frontMatterEnd(template)
  const fill = (text: string, write: (value: string | readonly string[]) => string) =>
    text.replace(/( ?)\{\{\s*(\w+)\s*\}\}/g, (_, space: string, slot: Slot) => {
      const value = write(values[slot])
      return value === '' || value.startsWith('\n') ? value : space + value
    })
  return { text: fill(template.slice(0, end), asYaml) + fill(template.slice(end), asText) }
}

function isSlot(name: string | undefined): name is Slot {
  return SLOTS.some((slot) => slot === name)
}

/** Where the body begins; 0 for a template without front matter. */
function frontMatterEnd(template: string): number {
  const match = /^---\r?\n[^]*?\n---\r?(?:\n|$)/.exec(template)
  return match ? match[0].length : 0
}

function asYaml(value: string | readonly string[]): string {
  if (typeof value === 'string') return scalar(value)
  return value.map((one) => `\n  - ${scalar(one)}`).join('')
}

function scalar(value: string): string {
  // A day is left bare, as people write it.
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? value
    : stringify(oneLine(value), { lineWidth: 0, blockQuote: false }).trimEnd()
}

/** The text as it is, with a backslash before every sign that markdown would take for its own. */
function asText(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : value.join(', ')
  return oneLine(text).replace(/[\\`*_[\]<>|~#]|&(?=#?\w+;)/g, (sign) => `\\${sign}`)
}

export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
