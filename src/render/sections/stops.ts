/** What stops them from choosing us: objections by theme, who raised them, and what became of them and of the deals. */
import { BEHIND_SURFACE } from '../../synthesize/questions.ts'
import { FOR_GOOD } from '../../synthesize/review-words.ts'
import type { Ending, Finding, Persona } from '../../types.ts'
import { count, list, number, outcomes } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import {
  accountNames,
  alsoSaid,
  deals,
  saidOnce,
  marked,
  share,
  shareBehind,
  shared,
  spaced,
  teller,
  trend,
  unthemed,
  type Teller,
} from './findings.ts'

/** Titles and industries that a line names. */
const NAMED = 3

export function stops(persona: Persona, quoting: Quoting): string[] {
  const told = teller(
    quoting,
    persona.reviews.flatMap(({ reasons }) => reasons),
  )
  const { shown, once } = shared(persona.objections)
  const themed = shown.flatMap((finding) => [...objection(finding, persona, told), ''])
  const rest = unthemed(persona, ({ tag }) => tag === 'objection')
  const others = [...saidOnce(once, told), ...alsoSaid(rest, told, shown.length === 0)]
  const parts = [
    ...overview(persona, shown, told),
    ...themed.slice(0, -1),
    ...others,
    ...forGood(persona, told),
    ...unsure(persona, quoting, told),
  ]
  return parts[0] === '' ? parts.slice(1) : parts
}

/** All at a glance, where there is more than one to compare. */
function overview(persona: Persona, shown: readonly Finding[], told: Teller): string[] {
  if (shown.length < 3) return []
  const valued = shown.some(({ value }) => value.length > 0)
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const head = ['objection', 'accounts', ...(valued ? ['deals behind it'] : []), 'deals where raised', 'where not']
  return [
    row(head),
    row(head.map(() => '---')),
    ...shown.map((finding) =>
      row([
        told.text(finding.theme.name),
        share(finding.accounts.length, persona) || '–',
        ...(valued ? [deals(finding.value) || '–'] : []),
        outcomes(finding.outcomes) || '–',
        outcomes(finding.elsewhere) || '–',
      ]),
    ),
    '',
  ]
}

function objection(finding: Finding, persona: Persona, told: Teller): string[] {
  const quote = told.first(finding.evidence)
  return [
    `### ${told.text(finding.theme.name)}${shareBehind(finding.accounts.length, persona)}`,
    '',
    ...facts(finding, persona, told).map((fact) => `- ${fact}`),
    ...(quote === null ? [] : ['', quote]),
    ...settlements(finding, told),
  ]
}

function facts(finding: Finding, { sample }: Persona, told: Teller): string[] {
  const stages = finding.stages.map(({ stage, accounts }, at) =>
    sample.accounts === 1 ? stage : at === 0 ? `${stage} (${count(accounts, 'account')})` : `${stage} (${accounts})`,
  )
  const moved = trend(finding.trend)
  return [
    `**Who:** ${who(finding, told)}.`,
    `**When:** ${list(stages)}${moved === '' ? '' : `; ${moved}`}.`,
    `**What happened:** ${course(finding, told)}.`,
    ...(finding.surface === 0 ? [] : [surface(finding)]),
  ]
}

function who({ titles, people, industries, heads }: Finding, told: Teller): string {
  const titled = list(
    titles.map(({ value, count: n }) => `${told.text(value)}${n > 1 ? ` (${n})` : ''}`),
    NAMED,
  )
  const kinds = list(
    industries.map(({ value, count: n }) => `${told.text(value)}${n > 1 ? ` (${n})` : ''}`),
    NAMED,
  )
  const size = heads === null ? '' : `${number(heads.min)} to ${number(heads.max)} people`
  const kind = [kinds, size].filter((part) => part !== '').join(', ')
  const silent = people - titles.reduce((sum, { count: n }) => sum + n, 0)
  const untitled = silent > 0 ? `${silent} without a title` : ''
  const named =
    titled === '' ? count(people, 'person', 'people') : list([titled, untitled].filter((part) => part !== ''))
  return kind === '' ? named : `${named}; accounts: ${kind}`
}

const ENDINGS: Record<Ending, string> = {
  settled: 'settled by a later note',
  'came back': 'came back in a later call',
  won: 'not heard again, deal won',
  lost: 'not heard again, deal lost',
  parked: 'not heard again, deal open',
  open: 'raised in the last call, deal open',
  review: 'told in the review',
}

function course({ answered, endings }: Finding, told: Teller): string {
  const ended = (Object.keys(ENDINGS) as Ending[]).flatMap((ending) => {
    const own = endings.filter((one) => one.ending === ending).map(({ account }) => account)
    return own.length === 0 ? [] : [`${ENDINGS[ending]}: ${accountNames(own, told.text)}`]
  })
  const answer =
    answered.length === 0 ? [] : [`our side answered in the same call: ${accountNames(answered, told.text)}`]
  return [...ended, ...answer].join('; ')
}

/** The words that settled it. */
function settlements({ settled }: Finding, told: Teller): string[] {
  const quotes = told.some(settled, 1)
  return quotes.length === 0 ? [] : ['', 'What settled it:', ...spaced(quotes)]
}

/** An answer that stops at the surface hides its motive, so the question that gets behind it stands beside it. */
function surface({ surface: shallow, surfaceCategory, evidence }: Finding): string {
  const all = evidence.length
  const some =
    all === 1
      ? 'the one statement gives no reason'
      : shallow === all
        ? `${all === 2 ? 'both' : `all ${all}`} statements give no reason`
        : `${shallow} of ${all} statements ${shallow === 1 ? 'gives' : 'give'} no reason`
  const ask = surfaceCategory === null ? '' : ` Ask: *${BEHIND_SURFACE[surfaceCategory]}*`
  return `**No reason told:** ${some}.${ask}`
}

/** A lost buyer whose own words shut the door; a rival or a no alone may be undone. */
function forGood({ objections, unthemed: loose, outcomes: all }: Persona, told: Teller): string[] {
  if (all.lost === 0) return []
  const said = [...objections.flatMap(({ evidence }) => evidence), ...loose].filter(
    ({ statement, note }) =>
      statement.tag === 'objection' && note.stage === 'lost' && FOR_GOOD.test(statement.text.replaceAll('’', "'")),
  )
  const quotes = told.some(said, 2)
  return quotes.length === 0 ? [] : ['', 'Not to be won, in their words:', ...spaced(quotes)]
}

/** Accepted objections under which a page shows what the tagger is unsure of. */
const FEW = 3

/** So that a page with little on it does not read as if nothing stood in the way. Begins with an empty line; empty where enough is accepted. */
export function unsure(persona: Persona, quoting: Quoting, told: Teller = teller(quoting)): string[] {
  const { id, claims, waitingBy } = persona
  const waits = waitingBy.objection
  const accepted = claims.find(({ tag }) => tag === 'objection')?.statements ?? 0
  if (accepted >= FEW || waits === 0) return []
  const command = `\`personas quotes --waiting --persona ${id} --tag objection\``
  const head = `${accepted === 0 ? 'None accepted yet; ' : ''}${waits} ${waits === 1 ? 'waits' : 'wait'} for review (${command})`
  const quotes = persona.unsure.flatMap((one) => told.first([one]) ?? []).map((quote) => marked(quote, 'not reviewed'))
  if (quotes.length === 0) return ['', `${head}.`]
  return ['', `${head}. Likely objections among them, counted nowhere:`, ...spaced(quotes)]
}
