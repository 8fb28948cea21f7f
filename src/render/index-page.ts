/** The index: all personas at a glance, who was heard at which stage, what waits for review. */
import { OF_NO_KIND } from '../synthesize/demands.ts'
import { neverHeardAt } from '../synthesize/committee.ts'
import { fillTemplate, type SectionLines, type Templates } from '../templates.ts'
import { STAGES, type Headline, type Persona, type Stage, type Synthesis } from '../types.ts'
import { ACCOUNTS_PAGE } from './accounts-page.ts'
import { count, list } from './phrases.ts'
import type { Quoting } from './quote.ts'
import { allReasons } from './sections/reasons.ts'

export function indexBlock(synthesis: Synthesis, quoting: Quoting, templates: Templates): string[] {
  const ofKind = (kind: Persona['kind']) => synthesis.personas.filter((persona) => persona.kind === kind)
  const sections: SectionLines<'index'> = {
    summary: summary(synthesis),
    buyers: table(ofKind('buyer'), quoting),
    users: table(ofKind('user'), quoting),
    reasons: allReasons(synthesis.reviews, quoting),
    demands: demands(synthesis, quoting),
    coverage: coverage(synthesis, quoting),
    reading: HOW_TO_READ,
  }
  return fillTemplate(templates.index, sections, {})
}

function summary({ notes, waiting, unattributed }: Synthesis): string[] {
  const counted = notes.filter(({ note }) => note.duplicateOf === null)
  const accounts = new Set(counted.flatMap(({ note }) => note.account ?? [])).size
  const last = counted
    .flatMap(({ note }) => note.date ?? [])
    .toSorted()
    .at(-1)
  return [
    `${count(counted.length, 'call')} with ${count(accounts, 'account')}${last === undefined ? '' : `, the newest of ${last}`}. ` +
      `${count(waiting, 'signal')} ${waiting === 1 ? 'waits' : 'wait'} for review and ${waiting === 1 ? 'counts' : 'count'} on no page (\`personas quotes --waiting\`)` +
      `${unattributed.length === 0 ? '' : `; ${count(unattributed.length, 'signal')} could not be given to a kind of person`}.`,
  ]
}

function table(personas: readonly Persona[], quoting: Quoting): string[] {
  if (personas.length === 0) return []
  return [
    '| persona | what stops them first | what they want first | calls | accounts | people | evidence | last heard | waits for review |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...personas.toSorted(byAccounts).map((persona) => row(persona, quoting)),
  ]
}

function byAccounts(a: Persona, b: Persona): number {
  return b.sample.accounts - a.sample.accounts || (a.id < b.id ? -1 : 1)
}

function row(persona: Persona, quoting: Quoting): string {
  const { id, name, first, waitingBy, sample, waiting } = persona
  const cells = [
    `[${quoting.text(name)}](${id}.md)`,
    headline(first.stops, waitingBy.objection, persona, quoting),
    headline(first.wants, waitingBy.job, persona, quoting),
    sample.calls,
    sample.accounts,
    sample.people,
    sample.strength,
    sample.last ?? 'no date',
    waiting,
  ]
  return `| ${cells.join(' | ')} |`
}

/** What a cell holds of a quote. */
const SHORT_QUOTE = 90

function headline(first: Headline | null, waits: number, { sample }: Persona, quoting: Quoting): string {
  if (first === null)
    return waits === 0
      ? 'nothing heard yet'
      : `none accepted yet; ${waits} ${waits === 1 ? 'waits' : 'wait'} for review`
  if ('theme' in first) return `${quoting.text(first.theme.name)} (${first.accounts} of ${sample.accounts})`
  const cited = quoting.cite(first.evidence)
  if (cited === null) return 'heard once, not to be quoted'
  const words = quoting.text(shortened(cited.words))
  return `${cited.noted ? `Noted: ${words}` : `“${words}”`} (heard once)`
}

/** Whole words, and never half of a replacement. */
function shortened(words: string): string {
  if (words.length <= SHORT_QUOTE) return words
  const cut = words.slice(0, SHORT_QUOTE)
  const open = cut.lastIndexOf('[') > cut.lastIndexOf(']') ? cut.lastIndexOf('[') : cut.lastIndexOf(' ')
  return `${cut.slice(0, open).trimEnd()} …`
}

const MOST_DEMANDS = 5

function demands({ demands: all }: Synthesis, quoting: Quoting): string[] {
  if (all.length === 0) return []
  const named = all
    .filter(({ name }) => name !== OF_NO_KIND)
    .map(({ name, accounts }) => `${quoting.text(name)} (${accounts.length})`)
  const most = named.length === 0 ? '' : ` Most accounts: ${named.slice(0, MOST_DEMANDS).join(', ')}.`
  return [`[Demands by accounts and deals](demands.md).${most}`]
}

function coverage({ personas, coverage: roles, accounts }: Synthesis, quoting: Quoting): string[] {
  const calls = (persona: Persona, stage: Stage) => persona.stages.find((one) => one.stage === stage)?.calls ?? 0
  const stages = STAGES.filter((stage) => personas.some((persona) => calls(persona, stage) > 0))
  if (stages.length === 0) return []
  const head = [`| ${stages.join(' | ')} |`, `| --- |${stages.map(() => ' --- |').join('')}`]
  const cells = (of: (stage: Stage) => number) => stages.map((stage) => of(stage) || '').join(' | ')
  return [
    'Calls in which a kind of person was heard, by stage. An empty cell is a call still to be made.',
    '',
    `| persona ${head[0] ?? ''}`,
    head[1] ?? '',
    ...personas.map(
      (persona) => `| [${quoting.text(persona.name)}](${persona.id}.md) | ${cells((stage) => calls(persona, stage))} |`,
    ),
    '',
    `| part in the decision ${head[0] ?? ''}`,
    head[1] ?? '',
    ...roles.map(
      (one) => `| ${one.role} | ${cells((stage) => one.calls.find((other) => other.stage === stage)?.calls ?? 0)} |`,
    ),
    '',
    `Who decides in which account: [accounts](${ACCOUNTS_PAGE}).${unheard(accounts)}`,
  ]
}

/** Said once, here, and not on every page. */
function unheard(accounts: Synthesis['accounts']): string {
  const roles = neverHeardAt(accounts)
  return roles.length === 0 ? '' : ` Never heard in any account: ${list(roles)}.`
}

const HOW_TO_READ = [
  '- Themes are ranked by how many accounts raised them, never by mentions: one account counts once. “5 of 9 accounts” means that nine accounts',
  '  were heard on this page and five of them raised it. Percentages are said from five calls and five accounts on.',
  '- *Thin* is under three calls or two accounts, *solid* from ten calls and five accounts on, *indicative* in between.',
  '- *Rising*, *falling* and *new* compare the six months before the newest call with the six before those, each measured against the accounts',
  '  heard then; they are said from twenty accounts on, and only where the difference is more than one account.',
  '- “Our side answered” means that the turn right after an objection is ours and no question. “Settled” means that a later note says so.',
  '- What *waits for review* or is *not reviewed* was found by the tagger, which is not sure of it; no figure counts it.',
  '- What stops or moves only one account stands in its own words: “heard once”. Of several, the one over which a deal was lost comes first, then a',
  '  deal-breaker, the larger deal, the newer note.',
  '- “…” are words as they stand in a note. *Noted:* is a line in which the note speaks about the person. Every quote links to its line; words in',
  '  [brackets] stand for names and numbers that were taken out.',
]
