/** The page of one persona: front matter, and the sections of its block in their order. */
import type { Persona } from '../types.ts'
import { capital, count, list, number, outcomes } from './phrases.ts'
import type { Quoting } from './quote.ts'
import { headsOf } from '../synthesize/deals.ts'
import { ask } from './sections/ask.ts'
import { committee } from './sections/committee.ts'
import { criteria } from './sections/criteria.ts'
import { evidence } from './sections/evidence.ts'
import { jobs } from './sections/jobs.ts'
import { money } from './sections/money.ts'
import { reach } from './sections/reach.ts'
import { sale } from './sections/sale.ts'
import { stops } from './sections/stops.ts'

/** In the order of the page; a section without lines is left out. */
const SECTIONS: readonly [string, (persona: Persona, quoting: Quoting) => string[]][] = [
  ['What stops them from choosing us', stops],
  ['What they want to get done', jobs],
  ['What they judge by', criteria],
  ['Money', money],
  ['Through the sale', sale],
  ['Around the table', committee],
  ['What to ask next', ask],
  ['How far this page goes', reach],
]

const QUOTES_A_THEME = 10
/** Titles, industries and sizes in the first paragraph. */
const MOST_NAMED = 4
/** GitHub shows longer files, but nobody reads them. */
const PAGE_BYTES = 58_000

/** The values of the front matter that the tool keeps, in their order, as YAML. */
export function frontMatter(persona: Persona, updated: string): [string, string][] {
  const { calls, accounts, people, statements, first, last } = persona.sample
  const days = first === null || last === null ? '' : `, first: ${first}, last: ${last}`
  return [
    ['persona', persona.id],
    ['name', JSON.stringify(persona.name)],
    ['kind', persona.kind],
    ['updated', updated],
    ['evidence', `{calls: ${calls}, accounts: ${accounts}, people: ${people}, statements: ${statements}${days}}`],
  ]
}

/**
 * @param quoting for the page; `deeper` for the file of all quotes, one folder down
 * @returns the lines of the page's block, and those of the file with all quotes, null where the page has them all
 */
export function personaBlock(
  persona: Persona,
  quoting: Quoting,
  deeper: Quoting,
): { page: string[]; rest: string[] | null } {
  const head = [`# ${quoting.text(persona.name)}`, '', ...introduction(persona, quoting)]
  const body = SECTIONS.flatMap(([title, section]) => titled(title, section(persona, quoting)))
  for (let most = QUOTES_A_THEME; ; most -= 1) {
    const quotes = evidence(persona, quoting, most, `evidence/${persona.id}.md`)
    const page = [...head, ...body, ...titled('Evidence', quotes.lines)]
    if (most > 0 && Buffer.byteLength(page.join('\n')) > PAGE_BYTES) continue
    return { page, rest: quotes.complete ? null : allQuotes(persona, deeper) }
  }
}

function titled(title: string, lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line !== '') + 1
  return end === 0 ? [] : ['', `## ${title}`, '', ...lines.slice(0, end)]
}

function allQuotes(persona: Persona, quoting: Quoting): string[] {
  const back = `[${quoting.text(persona.name)}](../${persona.id}.md)`
  return [
    `# All quotes: ${quoting.text(persona.name)}`,
    '',
    `Everything that the page of ${back} rests on.`,
    '',
    ...evidence(persona, quoting, Number.POSITIVE_INFINITY, null).lines,
  ]
}

function introduction(persona: Persona, quoting: Quoting): string[] {
  return [
    [who(persona, quoting), part(persona), deals(persona)].filter((sentence) => sentence !== '').join(' '),
    '',
    sample(persona, quoting),
  ]
}

function who({ titles, kind, industries, sizes }: Persona, quoting: Quoting): string {
  // Titles, industries and sizes have commas of their own.
  const listed = (words: readonly string[]) => {
    const more = words.length > MOST_NAMED ? [`${words.length - MOST_NAMED} more`] : []
    return [...words.slice(0, MOST_NAMED).map((word) => quoting.text(word)), ...more].join('; ')
  }
  const sentences = [
    `A ${kind}${titles.length === 0 ? '' : `: ${listed(titles.map(({ title }) => title))}`}.`,
    industries.length === 0 ? '' : `Industries: ${listed(industries)}.`,
    sizeRange(sizes),
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** Notes write sizes in all ways and would tell who the customer is: only heads are said, as a range over two accounts or more. */
function sizeRange(sizes: readonly string[]): string {
  const heads = sizes.flatMap((size) => headsOf(size) ?? [])
  if (heads.length < 2) return ''
  return `Companies of ${number(Math.min(...heads))} to ${number(Math.max(...heads))} people, where notes tell.`
}

function part({ roles }: Persona): string {
  if (roles.length === 0) return ''
  return `Part in the decision, most often first: ${list(roles.map(({ role }) => role))}.`
}

function deals(persona: Persona): string {
  const named = outcomes(persona.outcomes)
  return named === '' ? '' : `Their accounts: ${named}.`
}

function sample(
  { sample: { strength, calls, accounts, people, statements, last, dominant } }: Persona,
  quoting: Quoting,
): string {
  const rests = `${count(calls, 'call')}, ${count(accounts, 'account')}, ${count(people, 'person', 'people')}, ${count(statements, 'statement')}`
  const heard = last === null ? '' : `; last heard ${last}`
  return `**${capital(strength)}**: ${rests}${heard}.${dominant === null ? '' : ` ${dominance(dominant, statements, calls, quoting)}`}`
}

function dominance(
  dominant: { account: string; statements: number },
  statements: number,
  calls: number,
  quoting: Quoting,
): string {
  const account = quoting.text(dominant.account)
  if (calls < 5) return `${dominant.statements} of ${count(statements, 'statement')} come from one account, ${account}.`
  const share = Math.round((100 * dominant.statements) / statements)
  return `One account, ${account}, gives ${share} % of this page; in every ranking it counts once.`
}
