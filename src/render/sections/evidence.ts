/** Evidence: the quotes behind each theme, at most `most` a theme; the rest is in a file of its own. */
import { SIGNALS, type Evidence, type Persona, type Signal } from '../../types.ts'
import { count } from '../phrases.ts'
import type { Quoting } from '../quote.ts'

/**
 * @param most quotes a theme
 * @param rest path of the file that has all quotes, null where this is that file
 * @returns the lines, and whether all quotes are among them
 */
export function evidence(
  persona: Persona,
  quoting: Quoting,
  most: number,
  rest: string | null,
): { lines: string[]; complete: boolean } {
  let complete = true
  const lines = groups(persona).flatMap(({ title, evidence: all }) => {
    const quoted = all.filter((one) => quoting.canQuote(one))
    if (quoted.length > most) complete = false
    const more =
      quoted.length > most && rest !== null ? [`${quoted.length - most} more in [all quotes](${rest}).`, ''] : []
    return [
      '',
      `### ${quoting.text(title)}`,
      '',
      said(all, quoted.length),
      '',
      ...quoted.slice(0, most).flatMap((one) => [quoting.quote(one) ?? '', '']),
      ...more,
    ].slice(0, -1)
  })
  return { lines: lines.slice(1), complete }
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
