import type { Block, Note, Statement } from '../types.ts'
import type { People } from './people.ts'
import { sentences } from './sentences.ts'
import { Narration } from './speakers.ts'
import { explicitTag, isTagAlone } from './tags.ts'

/** Cuts a note into statements as the annotation guide does, each with its place and speaker. */
export function segment(note: Note, people: People): Statement[] {
  const narration = new Narration(note, people)
  return note.blocks.flatMap((block) => {
    narration.enter(block)
    return cut(block).map((part) => statement(note, block, part, narration))
  })
}

interface Part {
  text: string
  line: number
  endLine: number
}

/** The sentences of a block with the lines they begin and end on. */
function cut(block: Block): Part[] {
  const text = block.lines.map((line) => line.text).join(' ')
  const starts: { at: number; line: number }[] = []
  let at = 0
  for (const line of block.lines) {
    starts.push({ at, line: line.line })
    at += line.text.length + 1
  }
  const lineOf = (offset: number): number =>
    starts.findLast((one) => one.at <= offset)?.line ?? block.lines[0]?.line ?? 1
  return withTrailingTags(text, sentences(text))
    .map(({ start, end }) => ({
      text: text.slice(start, end).trim(),
      line: lineOf(start),
      endLine: lineOf(Math.max(start, end - 1)),
    }))
    .filter((part) => /[\p{L}\p{N}]/u.test(part.text))
}

/** "It has to do DATEV. #criterion": the tag stands behind the full stop, but belongs to the sentence. */
function withTrailingTags(
  text: string,
  found: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = []
  for (const one of found) {
    const last = joined.at(-1)
    if (last && isTagAlone(text.slice(one.start, one.end))) last.end = one.end
    else joined.push({ ...one })
  }
  return joined
}

function statement(note: Note, block: Block, part: Part, narration: Narration): Statement {
  const { text, tag } = explicitTag(part.text)
  const { speaker, side, direct } = narration.speakerOf(text)
  return {
    file: note.record.file,
    line: part.line,
    endLine: part.endLine,
    text,
    block: block.kind,
    headings: block.headings,
    speaker,
    side,
    direct,
    explicit: tag,
  }
}
