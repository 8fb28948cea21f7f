/** An explanation in words: the statement, its tag, and what counted for and against it. */
import type { Context } from '../context.ts'
import type { Explanation, Reason } from '../tagging/explain.ts'
import { printable } from './printable.ts'

export function explanationAsText(
  { statement, prediction, ground, reasons }: Explanation,
  threshold: number,
  paint: Context['paint'],
): string {
  const { tag, confidence } = prediction
  const place = `${statement.file}:${statement.line}`
  const head = `${paint.dim(printable(place))}  “${printable(statement.text)}”\n`
  if (ground === 'written')
    return `${head}${paint.bold(tag)}: somebody wrote this tag into the note, which is the last word.\n\n`
  if (ground === 'seller')
    return `${head}${paint.bold(tag)}: our own side says it, and only what comes from the customer's side is a signal.\n\n`
  const sure = `confidence ${confidence.toFixed(2)}`
  const stands =
    tag === 'none'
      ? ''
      : confidence >= threshold
        ? `, accepted (from ${threshold.toFixed(2)} on)`
        : `, waits for review (accepted from ${threshold.toFixed(2)} on)`
  return [
    `${head}${paint.bold(tag)}, ${sure}${stands}`,
    ...part(
      `Counts for ${tag}:`,
      reasons.filter((reason) => reason.effect > 0),
      tag,
    ),
    ...part(
      'Counts against it:',
      reasons.filter((reason) => reason.effect < 0),
      tag,
    ),
    ...(reasons.length === 0 ? ['No single part decides: the tag stays whichever is left out.'] : []),
    '',
    '',
  ].join('\n')
}

function part(title: string, reasons: readonly Reason[], tag: string): string[] {
  if (reasons.length === 0) return []
  return [
    title,
    ...reasons.map(({ part, effect, without }) => {
      const turned = without === tag ? '' : `; without it the tag would be ${without}`
      return `  ${effect > 0 ? '+' : '−'}${Math.abs(effect).toFixed(2)}  ${printable(part)}${turned}`
    }),
  ]
}
