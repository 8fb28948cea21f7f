/** An evaluation for people, as markdown and as JSON. */
import type { Context } from '../context.ts'
import type { Evaluation } from '../evaluate/evaluate.ts'
import { TAGS } from '../types.ts'
import { printable, printableJson } from './printable.ts'

/** Misses that are printed; JSON has them all. */
const WORST = 10

const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const ratio = (n: number) => n.toFixed(2)

interface Table {
  title: string
  head: string[]
  rows: string[][]
}

export function evaluationAsJson(evaluation: Evaluation): string {
  return `${printableJson({ v: 1, ...evaluation }, 2)}\n`
}

export function evaluationAsMarkdown(evaluation: Evaluation): string {
  const tables = tablesOf(evaluation).map(({ title, head, rows }) => {
    const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
    return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
  })
  return `# Tagger against labels\n\n${headline(evaluation)}\n\n${tables.join('\n')}`
}

export function evaluationAsText(evaluation: Evaluation, paint: Context['paint']): string {
  const tables = tablesOf(evaluation).map(({ title, head, rows }) => {
    const widths = head.map((cell, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? cell).length)))
    const line = (cells: string[]) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd()
    return [paint.bold(title), paint.dim(line(head)), ...rows.map(line), ''].join('\n')
  })
  return `${headline(evaluation)}\n\n${tables.join('\n')}`
}

function headline({ notes, statements, matched, figures }: Evaluation): string {
  return (
    `${statements} labelled statements in ${notes} notes, ${percent(matched)} of them found. Macro-F1 over the four signals: ${ratio(figures.macroF1)}. ` +
    `Accepted signals are right in ${percent(figures.acceptedPrecision)} of cases and cover ${percent(figures.coverage)} of the labelled ones.`
  )
}

function tablesOf(evaluation: Evaluation): Table[] {
  const { figures, confusion, calibration, misses, agreement } = evaluation
  const tables: Table[] = [
    {
      title: 'Per tag',
      head: ['tag', 'precision', 'recall', 'F1', 'labelled'],
      rows: TAGS.map((tag) => {
        const { precision, recall, f1, support } = figures.tags[tag]
        return [tag, ratio(precision), ratio(recall), ratio(f1), String(support)]
      }),
    },
    {
      title: 'Confusion: labelled as (row), tagged as (column)',
      head: ['', ...TAGS],
      rows: TAGS.map((gold) => [gold, ...TAGS.map((said) => String(confusion[gold][said]))]),
    },
    {
      title: `Confidence of the signals said (expected calibration error ${ratio(calibration.error)})`,
      head: ['from', 'signals', 'said', 'right'],
      rows: calibration.bins.map((bin) => [ratio(bin.from), String(bin.of), percent(bin.said), percent(bin.right)]),
    },
    {
      title: `The ${Math.min(WORST, misses.length)} surest of ${misses.length} errors`,
      head: ['place', 'labelled', 'tagged', 'confidence', 'statement'],
      rows: misses
        .slice(0, WORST)
        .map((miss) =>
          [`${miss.file}:${miss.line}`, miss.gold, miss.said, ratio(miss.confidence), miss.text].map(printable),
        ),
    },
  ]
  if (agreement !== null) {
    tables.push({
      title: `Two readers: kappa ${ratio(agreement.kappa)}, same tag on ${percent(agreement.observed)} of ${agreement.of} statements`,
      head: ['tag', 'F1 between them'],
      rows: TAGS.map((tag) => [tag, ratio(agreement.tags[tag])]),
    })
  }
  return tables
}
