/** What an ingest did, for people and as JSON. */
import type { Context } from '../context.ts'
import { describe, severity, type Problem } from '../problems.ts'
import { count } from '../render/phrases.ts'
import type { Change } from './changes.ts'
import { printable, printableJson } from './printable.ts'

export interface Summary {
  /** Files that were looked at. */
  files: number
  /** Notes that were read. */
  notes: number
  /** Statements that are a signal, accepted or not. */
  signals: number
  accepted: number
  /** Signals under the threshold: they wait for a person's word. */
  waiting: number
  /** Output folder as the user would write it. */
  out: string
  changes: Change[]
  /** Notes that the pages rested on before and that were not read this time. */
  forgotten: string[]
  problems: Problem[]
}

export function summaryAsText(
  summary: Summary,
  options: { dryRun: boolean; verbose: boolean },
  paint: Context['paint'],
): string {
  const lines: string[] = []
  for (const change of summary.changes) {
    if (change.kind === 'unchanged' && !options.verbose) continue
    const what = change.sections.length > 0 ? `: ${change.sections.join(', ')}` : ''
    const sign =
      change.kind === 'new'
        ? paint.green('new      ')
        : change.kind === 'changed'
          ? paint.yellow('changed  ')
          : 'unchanged'
    lines.push(`${sign} ${printable(`${summary.out}/${change.path}${what}`)}`)
  }
  // Links and pages that were left out were not meant to be read.
  const skipped = summary.problems.filter((found) => found.rule === 'note/page').length
  const unread = summary.files - summary.notes - skipped
  lines.push(
    `${count(summary.notes, 'note')} read${unread > 0 ? `, ${unread} could not be read` : ''}; ` +
      `${count(summary.signals, 'signal')}: ${summary.accepted} accepted, ${summary.waiting} below the threshold, waiting for review.`,
  )
  lines.push(closing(summary, options.dryRun))
  if (summary.forgotten.length > 0) lines.push(paint.yellow(forgottenSentence(summary)))
  return `${lines.join('\n')}\n`
}

function closing(summary: Summary, dryRun: boolean): string {
  const of = (kind: Change['kind']) => summary.changes.filter((change) => change.kind === kind).length
  if (summary.notes === 0) return `No note could be read, so everything in ${summary.out}/ was left as it is.`
  if (of('new') + of('changed') === 0) return `Nothing changed in ${summary.out}/.`
  const verb = dryRun ? 'would be written' : 'written'
  return `${count(of('new') + of('changed'), 'file')} ${verb} to ${summary.out}/ (${of('new')} new, ${of('changed')} changed, ${of('unchanged')} unchanged).`
}

function forgottenSentence({ forgotten }: Summary): string {
  const named = forgotten.slice(0, 3).map(printable).join(', ')
  const more = forgotten.length > 3 ? ` and ${forgotten.length - 3} more` : ''
  return (
    `The pages rested on ${count(forgotten.length, 'note')} that ${forgotten.length === 1 ? 'was' : 'were'} not read this time: ${named}${more}.\n` +
    `Pages come from the notes of one run: name all folders (personas ingest notes/) to have them back.`
  )
}

/** Version 1 of the summary; fields may be added, none changes its meaning. */
export function summaryAsJson(summary: Summary): string {
  const problems = summary.problems.map((found) => ({
    rule: found.rule,
    severity: severity(found),
    file: found.file,
    line: found.line,
    message: describe(found).says,
    remedy: describe(found).remedy,
  }))
  return `${printableJson({ v: 1, ...summary, problems }, 2)}\n`
}
