/** What changed in the personas: for a terminal, for a comment on a pull request, as JSON. */
import {
  CHANGES,
  type Counts,
  type Difference,
  type Pair,
  type PersonaDifference,
  type ThemeDifference,
} from '../compare/compare.ts'
import type { Context } from '../context.ts'
import { escapeText } from '../render/escape.ts'
import { capital, count, list } from '../render/phrases.ts'
import { printable, printableJson } from './printable.ts'
import { redactor } from '../render/redact.ts'

/** Names in the configuration and in notes may hold anything. */
const plain = redactor([])

/** One of the two states that are compared. */
export interface Side {
  /** As the user named it; null for the working tree. */
  revision: string | null
  commit: string | null
  /** false: there were no persona pages then. */
  pages: boolean
}

export interface Compared {
  from: Side
  to: Side
  difference: Difference
}

/** Begins the comment, so that the next run finds and edits it instead of writing another. */
const COMMENT_MARK = '<!-- personas-diff -->'
/** Lines of one kind under a persona in a comment: GitHub takes 65,536 characters, a reader takes less. */
const MOST_LINES = 8
const MOST_NAMED = 3

/** How the same sentences are set. */
interface Style {
  title(text: string): string
  persona(text: string): string
  change(word: string): string
  /** For text that comes from notes or people. */
  text(text: string): string
  most: number
}

/** Version 1; fields may be added, none changes its meaning. */
export function differenceAsJson({ from, to, difference }: Compared): string {
  return `${printableJson({ v: 1, kind: 'diff', from, to, ...difference }, 2)}\n`
}

export function differenceAsMarkdown(compared: Compared): string {
  return `${COMMENT_MARK}\n${report(compared, {
    title: (text) => `### ${text}\n`,
    persona: (text) => `\n#### ${text}\n`,
    change: (word) => `- **${word}**: `,
    text: (text) => escapeText(plain(text)),
    most: MOST_LINES,
  })}`
}

export function differenceAsText(compared: Compared, paint: Context['paint']): string {
  const colors: Record<string, (text: string) => string> = {
    New: paint.green,
    Rising: paint.green,
    Falling: paint.yellow,
    Gone: paint.red,
    'Came back': paint.red,
  }
  return report(compared, {
    title: (text) => paint.bold(text),
    persona: (text) => `\n${paint.underline(text)}`,
    change: (word) => `  ${(colors[word] ?? paint.cyan)(word.padEnd(11))} `,
    text: printable,
    most: Number.POSITIVE_INFINITY,
  })
}

function report({ from, to, difference }: Compared, style: Style): string {
  const lines = [style.title('What changed in the personas'), ...overall(from, to, difference, style)]
  for (const persona of difference.personas)
    lines.push(style.persona(personaTitle(persona, style)), ...changes(persona, style))
  return `${lines.join('\n')}\n`
}

function overall(from: Side, to: Side, { personas, notes, accounts }: Difference, style: Style): string[] {
  const named = ({ revision, commit }: Side) =>
    revision === null ? 'the working tree' : `${style.text(revision)} (${(commit ?? '').slice(0, 8)})`
  const lines = [`From ${named(from)} to ${named(to)}: ${moved(notes, 'note')}, ${moved(accounts, 'account')}.`]
  if (!from.pages) lines.push('There were no persona pages then, so everything is new.')
  if (personas.length === 0) lines.push('Nothing changed.')
  return lines
}

function personaTitle({ name, change, sample }: PersonaDifference, style: Style): string {
  const counts = (['calls', 'accounts'] as const).map((what) => moved(pick(sample, what), what.slice(0, -1)))
  const word = { new: ' (new persona)', gone: ' (not heard any more)', changed: '' }[change]
  return `${style.text(name)}${word} · ${counts.join(', ')}`
}

function pick({ before, after }: Pair<Counts>, what: keyof Counts): Pair<number> {
  return { before: before[what], after: after[what] }
}

/** "9 → 10 calls", "9 calls". */
function moved({ before, after }: Pair<number>, one: string): string {
  return before === after ? count(after, one) : `${before} → ${count(after, one)}`
}

function changes(persona: PersonaDifference, style: Style): string[] {
  const lines: string[] = []
  const add = (word: string, sentences: readonly string[]) => {
    const shown = sentences.slice(0, style.most)
    lines.push(...shown.map((sentence) => style.change(word) + sentence))
    if (sentences.length > shown.length) lines.push(`${style.change(word)}${sentences.length - shown.length} more`)
  }
  for (const change of CHANGES)
    add(
      capital(change),
      persona.themes.filter((theme) => theme.change === change).map((theme) => themeSentence(theme, persona, style)),
    )
  add(
    'Came back',
    persona.cameBack.map(
      ({ name, accounts }) => `${style.text(name)} (objection), raised again at ${names(accounts, style)}`,
    ),
  )
  add(
    'Now heard',
    persona.rolesHeard.map(
      ({ role, people, accounts }) => `${role}, ${count(people, 'person', 'people')} in ${count(accounts, 'account')}`,
    ),
  )
  if (lines.length === 0) lines.push(style.change('Same themes') + sampleSentence(persona.sample))
  return lines
}

function sampleSentence(sample: Pair<Counts>): string {
  return `${moved(pick(sample, 'statements'), 'statement')}, ${peopleMoved(sample)}`
}

function peopleMoved({ before, after }: Pair<Counts>): string {
  return before.people === after.people
    ? count(after.people, 'person', 'people')
    : `${before.people} → ${count(after.people, 'person', 'people')}`
}

function themeSentence(theme: ThemeDifference, { sample }: PersonaDifference, style: Style): string {
  const { accounts, added, left } = theme
  const was = `${accounts.before} of ${count(sample.before.accounts, 'account')}`
  const is = `${accounts.after} of ${count(sample.after.accounts, 'account')}`
  const title = `${style.text(theme.name)} (${theme.tag})`
  if (theme.change === 'gone')
    return `${title}, was in ${was}${theme.mergedInto === null ? '' : `; merged into ${style.text(theme.mergedInto)}`}`
  if (theme.change === 'new') return `${title}, ${is}: ${names(added, style)}`
  if (theme.because === 'trend')
    return `${title}, ${is}; over the last twelve months of notes it is ${theme.change} now`
  const who = [
    added.length > 0 ? `now also ${names(added, style)}` : '',
    left.length > 0 ? `no longer ${names(left, style)}` : '',
  ].filter((part) => part !== '')
  return `${title}, ${accounts.before} of ${sample.before.accounts} → ${is}: ${who.join('; ')}`
}

/** A note without an account stands for one, under the name of its file. */
function names(accounts: readonly string[], style: Style): string {
  return list(
    accounts.map((account) => style.text(account.replace(/^file:/, ''))),
    MOST_NAMED,
  )
}

/** What there is to say where notes are not what the pages were written from; empty where all are. */
export function staleSentence(files: readonly string[], to: Side): string {
  if (files.length === 0) return ''
  const where = to.revision === null ? '' : ` at ${to.revision}`
  const verb = files.length === 1 ? 'is' : 'are'
  return printable(
    `${count(files.length, 'note')}${where} ${verb} not what the pages were written from: ${list(files, MOST_NAMED)}.\nRun personas ingest, so that pages and diff speak of the same notes.\n`,
  )
}
