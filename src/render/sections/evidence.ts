/** Evidence: the quotes behind each theme, on pages of their own; the page of the persona says how many and where. */
import { SIGNALS, type Evidence, type Persona, type Signal } from '../../types.ts'
import { count } from '../phrases.ts'
import type { Quoting } from '../quote.ts'

/** GitHub renders no file over 512 kB; the front matter, markers and links need some room. */
const PAGE_BYTES = 400_000

/** Path in the output folder; parts count from 1. No id holds a dot, so that no part is taken for the page of another persona. */
export function evidencePath(id: string, part = 1): string {
  return part === 1 ? `evidence/${id}.md` : `evidence/${id}.${part}.md`
}

/** What the page of the persona says of its evidence. */
export function evidence({ id, sample, themes, unthemed }: Persona): string[] {
  const silent = [...themes.flatMap(({ evidence: own }) => own), ...unthemed].filter(
    ({ note }) => note.consent === false,
  ).length
  const held = silent === 0 ? '' : `; ${silent} not quoted, for want of consent`
  return [
    `${count(sample.statements, 'statement')} under ${count(themes.length, 'theme')}, each with its line: [all quotes](${evidencePath(id)})${held}.`,
  ]
}

/** @returns the lines of each part, one part for most personas */
export function evidenceParts(persona: Persona, quoting: Quoting): string[][] {
  const parts: string[][] = [[]]
  let bytes = 0
  const add = (lines: readonly string[], onNewPart: readonly string[]) => {
    const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
    if (bytes > 0 && bytes + size > PAGE_BYTES) {
      parts.push([...onNewPart])
      bytes = 0
    }
    bytes += size
    parts.at(-1)?.push(...lines)
  }
  for (const { title, evidence: all } of groups(persona)) {
    const quotes = all.flatMap((one) => quoting.quote(one) ?? [])
    const [first, ...rest] = quotes
    const heading = `### ${quoting.text(title)}`
    add(['', heading, '', said(all, quotes.length), ...(first === undefined ? [] : ['', first])], [])
    for (const quote of rest) add(['', quote], ['', `${heading}, continued`])
  }
  const name = persona.id
  return parts.map((lines, at) => [
    ...lines.slice(1),
    ...(at + 1 < parts.length
      ? ['', `It goes on in [part ${at + 2}](${evidencePath(name, at + 2).replace('evidence/', '')}).`]
      : []),
  ])
}

/** The themes, then what belongs to none. */
function groups({ themes, unthemed }: Persona): { title: string; evidence: Evidence[] }[] {
  const rest = SIGNALS.flatMap((tag) => {
    const evidence = unthemed.filter(({ statement }) => statement.tag === tag)
    return evidence.length === 0 ? [] : [{ title: OTHERS[tag], evidence }]
  })
  return [...themes.map((theme) => ({ title: `${theme.name} (${theme.tag})`, evidence: theme.evidence })), ...rest]
}

const OTHERS: Record<Signal, string> = {
  job: 'Other jobs, of no theme yet',
  objection: 'Other objections, of no theme yet',
  criterion: 'Other criteria, of no theme yet',
  budget: 'Other words on money, of no theme yet',
}

function said(all: readonly Evidence[], quoted: number): string {
  const accounts = new Set(all.map(({ account }) => account)).size
  const people = new Set(all.map(({ statement, account }) => `${account}\n${statement.speaker ?? ''}`)).size
  const silent = all.length - quoted
  return `${count(all.length, 'statement')}, ${count(people, 'person', 'people')}, ${count(accounts, 'account')}${silent > 0 ? `; ${silent} not quoted, for want of consent` : ''}.`
}
