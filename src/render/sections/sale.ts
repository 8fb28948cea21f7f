/** Through the sale: what is raised at which stage, by accounts, as a table and a chart. */
import type { Persona } from '../../types.ts'
import { escapeLabel } from '../escape.ts'
import type { Quoting } from '../quote.ts'
import { redactor } from '../redact.ts'

/** Names in the configuration and in notes may hold anything. */
const plain = redactor([])

export function sale(persona: Persona, quoting: Quoting): string[] {
  const { stages } = persona
  if (stages.length === 0) return []
  const rows = stages.map(({ stage, calls, counts, top }) => {
    const numbers = [calls, counts.objection, counts.job, counts.criterion, counts.budget]
    return `| ${stage} | ${numbers.join(' | ')} | ${top === null ? '–' : quoting.text(top.name)} |`
  })
  return [
    'Calls in which they were heard, and accounts that raised something of a kind then.',
    '',
    '| stage | calls | objections | jobs | criteria | money | raised by most accounts |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    ...chart(persona),
  ]
}

/** Bars of one or two accounts say no more than the table, and one bar says nothing. */
const TELLING = 3

function chart({ stages, name }: Persona): string[] {
  const bars = stages.map(({ counts }) => counts.objection)
  const most = Math.max(0, ...bars)
  if (most < TELLING || bars.filter((bar) => bar > 0).length < 2) return []
  return [
    '',
    '```mermaid',
    'xychart-beta',
    `  title "Accounts with an objection, by stage: ${escapeLabel(plain(name))}"`,
    `  x-axis [${stages.map(({ stage }) => stage).join(', ')}]`,
    `  y-axis "accounts" 0 --> ${most}`,
    `  bar [${bars.join(', ')}]`,
    '```',
  ]
}
