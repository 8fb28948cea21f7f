/** A page that differs from what the notes give: its block from the locked one, or the tool's values in its front matter from the block. */
import { structuredPatch } from 'diff'
import { isDay } from '../calendar.ts'
import { unescape } from '../../render/anchor.ts'
import { redactor } from '../../render/redact.ts'
import type { CommittedPage } from '../page.ts'
import type { Committed, Found, Hunk, Rule } from '../rule.ts'
import { isRetired } from '../page.ts'

export const drift: Rule = {
  severity: 'error',
  summary: 'The generated part of a page is not what the notes give.',
  look: (committed) =>
    committed.pages.flatMap((page) => [...blockDrift(page, committed), ...headDrift(page, committed.today)]),
}

const REMEDY =
  'Run `personas ingest` to have it written anew. What you want to add goes below the end marker, where it stays, or into a note.'

function blockDrift(page: CommittedPage, { lock, expected }: Committed): Found[] {
  const { block } = page
  if (block === null) return []
  const locked = lock === null || 'error' in lock ? undefined : lock.pages.get(page.path)
  const wanted = expected.get(page.path)
  const asItShouldBe =
    wanted === undefined
      ? block.content === (locked ?? block.claimed) && block.content === block.claimed
      : wanted.join('\n') === block.lines.join('\n') && block.content === block.claimed
  if (asItShouldBe) return []
  const lines = block.lines.map((_, at) => block.marker + 1 + at)
  const place = { file: page.file, persona: page.persona, lines }
  const hunks = wanted === undefined ? null : hunksOf(wanted, block.lines, block.marker)
  if (hunks !== null && hunks.length > 0) {
    const says = 'The part between the markers is not what the notes give.'
    return [{ ...place, line: hunks[0]?.at ?? block.marker, says, remedy: REMEDY, hunks }]
  }
  if (block.content === (locked ?? block.content) && block.content !== block.claimed)
    return [
      {
        ...place,
        line: block.marker,
        says: 'The digest in the begin marker is not that of the block.',
        remedy: REMEDY,
      },
    ]
  const by =
    block.content === block.claimed
      ? 'The part between the markers and personas.lock are not of the same run.'
      : 'The part between the markers was edited by hand.'
  return [
    { ...place, line: block.marker, says: by, remedy: `${REMEDY} \`personas check --full\` shows the difference.` },
  ]
}

function hunksOf(wanted: readonly string[], found: readonly string[], marker: number): Hunk[] {
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
  return structuredPatch('', '', text(wanted), text(found), '', '', { context: 0 }).hunks.map((hunk) => {
    // With nothing added, the line that stands there now.
    const start = marker + hunk.newStart
    return {
      lines: hunk.lines.map((line) => line.slice(0, 1) + harmless(line.slice(1))),
      at: start,
      added: Array.from({ length: hunk.newLines }, (_, at) => start + at),
    }
  })
}

/** A report goes into the logs of CI, where an address on a page has no business. */
const harmless = redactor([])

/** Values of the front matter that the tool writes, against what the block says. Dates have rules of their own. */
function headDrift(page: CommittedPage, today: string): Found[] {
  if (page.kind !== 'persona' || page.block === null || isRetired(page)) return []
  const { head, sample, block } = page
  const said = new Map<string, string>([['persona', page.persona ?? '']])
  const title = block.lines.find((line) => line.startsWith('# '))
  if (title !== undefined) said.set('name', unescape(title.slice(2)))
  const kind = block.lines.find((line) => /^An? (buyer|user)[.:]/.test(line))
  if (kind !== undefined) said.set('kind', /buyer|user/.exec(kind)?.[0] ?? '')
  if (sample !== null) {
    for (const key of ['calls', 'accounts', 'people', 'statements'] as const)
      said.set(`evidence.${key}`, String(sample[key]))
    if (sample.last !== null) said.set('evidence.last', sample.last)
  }
  const wrong = [...said].filter(([key, value]) => plain(head.get(key)?.value) !== plain(value))
  const updated = head.get('updated')?.value
  if (
    updated !== undefined &&
    isDay(updated) &&
    isDay(block.changed) &&
    updated < block.changed &&
    block.changed <= today
  )
    wrong.push(['updated', block.changed])
  return wrong.map(([key, value]) => ({
    file: page.file,
    line: head.get(key)?.line ?? head.get(key.replace(/\..*/, ''))?.line ?? 1,
    persona: page.persona,
    says: `\`${key}\` in the front matter is not what the page below it says: ${value}.`,
    remedy: 'Run `personas ingest` to have it written anew, or set it back.',
  }))
}

/** Names lose spaces and signs on their way to a heading. */
function plain(text: string | undefined): string {
  return (text ?? '').replace(/[^\p{L}\p{N}-]+/gu, ' ').trim()
}
