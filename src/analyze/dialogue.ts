/** How the talk of a note is set down: which labels name a speaker, whether it is a dialogue, whether its lines are wrapped. */
import { pronounOf } from './first-names.ts'
import type { Piece } from './markdown.ts'
import { isNameWord } from './names.ts'
import { couldName, isRoleLabel, isTopic, labelOf, type Label } from './turns.ts'

/** Says whether a label names somebody of this note. */
export type Knows = (label: string) => boolean

/** A label counts where its mark is plain, where the head knows it, or where it comes back and looks like nothing but a name. */
export function speakerTest(pieces: readonly Piece[], knows: Knows): (label: Label) => boolean {
  const count = new Map<string, number>()
  const lower = new Set<string>()
  let total = 0
  let labelled = 0
  for (const piece of pieces) {
    for (const row of piece.rows) {
      total += 1
      for (const word of row.text.match(/(?<![\p{L}'’])\p{Ll}[\p{Ll}'’-]+/gu) ?? []) lower.add(word)
      const label = labelOf(row)
      if (!label) continue
      count.set(label.name, (count.get(label.name) ?? 0) + 1)
      if (!isTopic(label.name)) labelled += 1
    }
  }
  const transcript = total > 7 && labelled > total * 0.7
  const letters = (count.get('Q') ?? 0) > 0 || total === 0
  return (label) => {
    const { name } = label
    if (/^[QA]$/u.test(name)) return letters || label.certain
    if (knows(name)) return true
    if (isRoleLabel(name)) return true
    const words = name.split(/\s+/)
    if (/^\p{Lu}{3,4}$/u.test(name) && pronounOf(name) === null && (count.get(name) ?? 0) < 4) return false
    if (label.certain) return !isTopic(name) || words.length > 1
    if (isTopic(name)) return false
    if (transcript && couldName(name) && words.length < 4) return true
    if (words.some((word) => lower.has(word.toLowerCase()))) return false
    if (words.length < 4 && pronounOf(words[0] ?? '') !== null && couldName(name)) return true
    const often = (count.get(name) ?? 0) > 1
    return often
      ? couldName(name)
      : words.length > 1 && words.length < 4 && words.every((word) => isNameWord(word)) && label.title !== null
  }
}

export function isDialogue(pieces: readonly Piece[], isSpeaker: (label: Label) => boolean): boolean {
  let rows = 0
  let labelled = 0
  for (const piece of pieces) {
    if (piece.kind !== 'paragraph' && piece.kind !== 'quote') continue
    for (const row of piece.rows) {
      const label = labelOf(row)
      rows += 1
      if (label && isSpeaker(label)) labelled += 1
    }
  }
  return labelled > rows * 0.4
}

/** Hard-wrapped text: nearly every line ends where the next word would not have fitted. */
export function isWrapped(pieces: readonly Piece[]): boolean {
  let fits = 0
  let all = 0
  const widths = pieces.flatMap((piece) =>
    piece.kind === 'heading' || piece.kind === 'cell' ? [] : piece.rows.map((row) => row.text.length),
  )
  widths.sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.98)] ?? 0
  if (width < 50 || width > 140) return false
  for (const piece of pieces) {
    if (piece.kind === 'heading' || piece.kind === 'cell') continue
    for (let at = 0; at + 1 < piece.rows.length; at += 1) {
      const next = /^\S+/u.exec(piece.rows[at + 1]?.text ?? '')?.[0] ?? ''
      all += 1
      if ((piece.rows[at]?.text.length ?? 0) + 1 + next.length > width - 12) fits += 1
    }
  }
  return all >= 2 && fits / all >= 0.75
}
