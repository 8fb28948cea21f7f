/** The index: all personas at a glance, who was heard at which stage, what waits for review. */
import { fillTemplate, type SectionLines, type Templates } from '../templates.ts'
import { STAGES, type Persona, type Stage, type Synthesis } from '../types.ts'
import { count } from './phrases.ts'
import type { Quoting } from './quote.ts'

export function indexBlock(synthesis: Synthesis, quoting: Quoting, templates: Templates): string[] {
  const ofKind = (kind: Persona['kind']) => synthesis.personas.filter((persona) => persona.kind === kind)
  const sections: SectionLines<'index'> = {
    summary: summary(synthesis),
    buyers: table(ofKind('buyer'), quoting),
    users: table(ofKind('user'), quoting),
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
      `${count(waiting, 'signal')} ${waiting === 1 ? 'waits' : 'wait'} for review and ${waiting === 1 ? 'stands' : 'stand'} on no page` +
      `${unattributed.length === 0 ? '' : `; ${count(unattributed.length, 'signal')} could not be given to a kind of person`}.`,
  ]
}

function table(personas: readonly Persona[], quoting: Quoting): string[] {
  if (personas.length === 0) return []
  return [
    '| persona | what stops them first | calls | accounts | people | evidence | last heard |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...personas.toSorted(byAccounts).map((persona) => row(persona, quoting)),
  ]
}

function byAccounts(a: Persona, b: Persona): number {
  return b.sample.accounts - a.sample.accounts || (a.id < b.id ? -1 : 1)
}

function row({ id, name, objections, sample }: Persona, quoting: Quoting): string {
  const first = objections[0]
  const stops =
    first === undefined ? '–' : `${quoting.text(first.theme.name)} (${first.accounts.length} of ${sample.accounts})`
  return `| [${quoting.text(name)}](${id}.md) | ${stops} | ${sample.calls} | ${sample.accounts} | ${sample.people} | ${sample.strength} | ${sample.last ?? '–'} |`
}

function coverage({ personas }: Synthesis, quoting: Quoting): string[] {
  const calls = (persona: Persona, stage: Stage) => persona.stages.find((one) => one.stage === stage)?.calls ?? 0
  const stages = STAGES.filter((stage) => personas.some((persona) => calls(persona, stage) > 0))
  if (stages.length === 0) return []
  return [
    'Calls in which a kind of person was heard, by stage. An empty cell is a call still to be made.',
    '',
    `| | ${stages.join(' | ')} |`,
    `| --- |${stages.map(() => ' --- |').join('')}`,
    ...personas.map(
      (persona) =>
        `| [${quoting.text(persona.name)}](${persona.id}.md) | ${stages.map((stage) => calls(persona, stage) || '').join(' | ')} |`,
    ),
  ]
}

const HOW_TO_READ = [
  'Themes are ranked by how many accounts raised them, never by mentions: one account counts once. “5 of 9 accounts” means that nine accounts',
  'were heard on this page and five of them raised it. *Thin* is under three calls or two accounts, *solid* from ten calls and five accounts on,',
  '*indicative* in between. Every quote links to its line; words in [brackets] stand for names and numbers that were taken out.',
]
