/** Conflicts as git writes them into a file that two branches changed. */

/** Lines that both sides share, or two ways of saying one thing. Lines keep a carriage return, and have no line feed. */
export type Segment = { shared: string[] } | Conflict

export interface Conflict {
  /** 1-based line of the marker that opens it. */
  line: number
  ours: string[]
  theirs: string[]
  /** All of it as it stands in the file, markers included. */
  raw: string[]
}

const OPEN = /^<{7}(?: .*)?\r?$/
const BASE = /^\|{7}(?: .*)?\r?$/
const MIDDLE = /^={7}\r?$/
const CLOSE = /^>{7}(?: .*)?\r?$/

/** @returns the text in its parts; null where it has no conflict. What only looks like one, without a middle or an end, is text. */
export function readConflicts(text: string): Segment[] | null {
  const lines = text.split('\n')
  const segments: Segment[] = []
  let shared: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const conflict = OPEN.test(lines[at] ?? '') ? conflictAt(lines, at) : null
    if (conflict === null) {
      shared.push(lines[at] ?? '')
      continue
    }
    segments.push({ shared }, conflict)
    shared = []
    at += conflict.raw.length - 1
  }
  return segments.length === 0 ? null : [...segments, { shared }]
}

function conflictAt(lines: readonly string[], open: number): Conflict | null {
  const find = (sign: RegExp, from: number) => lines.findIndex((line, at) => at >= from && sign.test(line))
  const middle = find(MIDDLE, open)
  const close = middle < 0 ? -1 : find(CLOSE, middle)
  const next = find(OPEN, open + 1)
  if (close < 0 || (next >= 0 && next < close)) return null
  const base = find(BASE, open)
  return {
    line: open + 1,
    ours: lines.slice(open + 1, base >= 0 && base < middle ? base : middle),
    theirs: lines.slice(middle + 1, close),
    raw: lines.slice(open, close + 1),
  }
}

/** The text as one of the two sides has it. */
export function sideOf(segments: readonly Segment[], side: 'ours' | 'theirs'): string {
  return segments.flatMap((segment) => ('shared' in segment ? segment.shared : segment[side])).join('\n')
}

/** Lines on which conflicts begin. */
export function conflictLines(text: string): number[] {
  // Most texts have none, and are not taken apart for it.
  if (!text.includes('<<<<<<<')) return []
  return (readConflicts(text) ?? []).flatMap((segment) => ('shared' in segment ? [] : [segment.line]))
}
