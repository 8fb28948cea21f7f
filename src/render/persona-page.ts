/** The page of one persona: front matter, and the template of its block filled with its sections. */
import { fillTemplate, type SectionLines, type Templates, type Values } from '../templates.ts'
import type { Persona } from '../types.ts'
import { capital, count, list, number, outcomes } from './phrases.ts'
import type { Quoting } from './quote.ts'
import { headsOf } from '../synthesize/deals.ts'
import { ask } from './sections/ask.ts'
import { briefly, isBrief } from './sections/brief.ts'
import { committee, gaps } from './sections/committee.ts'
import { criteria } from './sections/criteria.ts'
import { evidence, evidenceParts } from './sections/evidence.ts'
import { jobs } from './sections/jobs.ts'
import { money } from './sections/money.ts'
import { reach } from './sections/reach.ts'
import { reasons } from './sections/reasons.ts'
import { sale } from './sections/sale.ts'
import { redactor } from './redact.ts'
import { stops, unsure } from './sections/stops.ts'

/** Titles, industries and sizes in the first paragraph. */
const MOST_NAMED = 4

/** The configuration names personas, and whatever stands there. */
const plain = redactor([])

/** The values of the front matter that the tool keeps, in their order, as YAML. */
export function frontMatter(persona: Persona, updated: string): [string, string][] {
  const { calls, accounts, people, statements, first, last } = persona.sample
  const days = first === null || last === null ? '' : `, first: ${first}, last: ${last}`
  return [
    ['persona', persona.id],
    ['name', JSON.stringify(plain(persona.name))],
    ['kind', persona.kind],
    ['updated', updated],
    ['evidence', `{calls: ${calls}, accounts: ${accounts}, people: ${people}, statements: ${statements}${days}}`],
  ]
}

/**
 * @param quoting for the page; `deeper` for the files of all quotes, one folder down
 * @param claims what is to be said of other personas that claim the same, a line each
 * @returns the lines of the page's block, and those of the files with all quotes, in order
 */
export function personaBlock(
  persona: Persona,
  quoting: Quoting,
  deeper: Quoting,
  templates: Templates,
  claims: readonly string[],
): { page: string[]; quotes: string[][] } {
  const sections: SectionLines<'persona'> = {
    ...(isBrief(persona) ? shortForm(persona, quoting) : fullForm(persona, quoting)),
    claims,
    introduction: introduction(persona, quoting),
    ask: ask(persona, quoting),
    evidence: evidence(persona),
  }
  return {
    page: fillTemplate(templates.persona, sections, valuesOf(persona, quoting)),
    quotes: evidenceParts(persona, deeper).map((lines) => quotesPage(persona, lines, deeper, templates)),
  }
}

type Form = Omit<SectionLines<'persona'>, 'claims' | 'introduction' | 'ask' | 'evidence'>

function fullForm(persona: Persona, quoting: Quoting): Form {
  return {
    reasons: reasons(persona, quoting),
    stops: stops(persona, quoting),
    jobs: jobs(persona, quoting),
    criteria: criteria(persona, quoting),
    money: money(persona, quoting),
    sale: sale(persona, quoting),
    committee: committee(persona, quoting),
    reach: reach(persona),
  }
}

function shortForm(persona: Persona, quoting: Quoting): Form {
  return {
    reasons: reasons(persona, quoting),
    stops: withoutFirstBlank([...briefly(persona, 'objection', quoting), ...unsure(persona, quoting)]),
    jobs: briefly(persona, 'job', quoting),
    criteria: briefly(persona, 'criterion', quoting),
    money: briefly(persona, 'budget', quoting),
    sale: [],
    committee: gaps(persona, quoting).slice(1),
    reach: [],
  }
}

function withoutFirstBlank(lines: readonly string[]): string[] {
  return lines[0] === '' ? lines.slice(1) : [...lines]
}

function valuesOf({ id, name, kind, sample }: Persona, quoting: Quoting): Values<'persona'> {
  const { strength, calls, accounts, people, statements, first, last } = sample
  return {
    name: quoting.text(name),
    id,
    kind,
    strength,
    calls: String(calls),
    accounts: String(accounts),
    people: String(people),
    statements: String(statements),
    first: first ?? 'no date',
    last: last ?? 'no date',
  }
}

function quotesPage(persona: Persona, lines: string[], quoting: Quoting, templates: Templates): string[] {
  const name = quoting.text(persona.name)
  const values: Values<'evidence'> = { name, id: persona.id, page: `[${name}](../${persona.id}.md)` }
  return fillTemplate(templates.evidence, { evidence: lines }, values)
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
