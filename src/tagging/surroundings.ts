/** What stands around a statement, as the small numbers that the note-level network reads beside its words. */
import { STAGES, type BlockKind, type Statement } from '../types.ts'
import type { TaggerInput } from './tagger.ts'

const BLOCKS: readonly BlockKind[] = ['paragraph', 'bullet', 'task', 'cell', 'quote', 'turn']
/** A statement longer than this is long. */
const LONG = 40

/** Numbers per statement. @public the training script reads it */
export const SURROUNDINGS = 3 + BLOCKS.length + STAGES.length + 12

/** @returns SURROUNDINGS numbers, each from 0 to about 2, per statement */
export function surroundings({ statements, stage }: TaggerInput): number[][] {
  return statements.map((one, at) => {
    const before = statements[at - 1]
    const flags = [
      one.side === 'customer',
      one.side === 'seller',
      one.side === 'unknown',
      ...BLOCKS.map((block) => one.block === block),
      ...STAGES.map((name) => name === stage),
      isQuestion(one),
      /["“”]/.test(one.text),
      /\d/.test(one.text),
      one.speaker !== null,
      one.headings.length > 0,
      before !== undefined && before.headings.at(-1) === one.headings.at(-1),
      before !== undefined && before.speaker === one.speaker,
      before !== undefined && before.line === one.line,
      before !== undefined && isQuestion(before),
      before !== undefined && before.side === 'seller',
    ].map(Number)
    return [...flags, at / statements.length, Math.min(one.text.split(/\s+/).length, LONG) / (LONG / 2)]
  })
}

function isQuestion({ text }: Statement): boolean {
  return /\?["”')\]\s]*$/.test(text)
}
