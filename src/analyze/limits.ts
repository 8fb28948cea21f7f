/**
 * What no note of a call has. Past these limits the time that a parser takes grows out of bounds, so the note is refused with
 * a sentence; what could be read all the same is read more plainly instead.
 */

/** A million characters are about twenty hours of talk. */
const MAX_CHARACTERS = 1_000_000
const MAX_LINES = 10_000
/** Some transcripts are one line; an hour of talk has about 60,000 characters. */
const MAX_LINE = 100_000
const MAX_STATEMENTS = 5_000
const MAX_PEOPLE = 1_000

export interface Excess {
  /** 1-based, null where it concerns the whole note. */
  line: number | null
  reason: string
}

/** @param text of a note, LF line ends, pictures taken out */
export function excessOfText(text: string): Excess | null {
  if (text.length > MAX_CHARACTERS) return whole(text.length, 'characters', MAX_CHARACTERS)
  let lines = 0
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = text.indexOf('\n', start)
    lines += 1
    const length = (end < 0 ? text.length : end) - start
    if (length > MAX_LINE)
      return { line: lines, reason: `the line has ${number(length)} characters, the limit is ${number(MAX_LINE)}` }
  }
  if (lines > MAX_LINES) return whole(lines, 'lines', MAX_LINES)
  // Each is a statement at least, and a parser takes long to find out how deep thousands of them lie.
  const bullets = text.match(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/gm)?.length ?? 0
  return bullets > MAX_STATEMENTS ? whole(bullets, 'bullets', MAX_STATEMENTS) : null
}

export function excessOfPeople(names: number): Excess | null {
  return names > MAX_PEOPLE ? whole(names, 'people', MAX_PEOPLE) : null
}

export function excessOfStatements(statements: number): Excess | null {
  return statements > MAX_STATEMENTS ? whole(statements, 'statements', MAX_STATEMENTS) : null
}

function whole(count: number, of: string, limit: number): Excess {
  return { line: null, reason: `it has ${number(count)} ${of}, the limit is ${number(limit)}` }
}

function number(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3}){1,6}$)/g, ',')
}

/** Pictures that an export has put into the text itself: megabytes in which nobody says anything. */
export function withoutPictures(text: string): string {
  return text.replace(/data:[a-z]{1,20}\/[a-z0-9.+-]{1,40};base64,[a-z0-9+/=]{200,}/gi, 'data:')
}

/** Emphasis marks, brackets and backticks in one paragraph, and in a whole note; from here on the parser's time grows with their square. */
const MAX_MARKS_TOGETHER = 3_000
const MAX_MARKS = 30_000

/** Whether a text has more emphasis marks, brackets and backticks than anybody types. */
export function isAllMarks(text: string): boolean {
  let all = 0
  for (const paragraph of text.split(/\n[ \t>]*\n/)) {
    const marks = paragraph.match(/\*+|_+|~+|[[\]`]/g)?.length ?? 0
    all += marks
    if (marks > MAX_MARKS_TOGETHER || all > MAX_MARKS) return true
  }
  return false
}

const MAX_COLUMNS = 200

/** Whether a line has so many cells that nobody reads it as a row of a table. */
export function hasEndlessRow(text: string): boolean {
  return text.split('\n').some((line) => line.length > MAX_COLUMNS && line.split('|').length > MAX_COLUMNS)
}

const MAX_GAP = 100

/** Spaces that fill a line up count for nothing. */
export function withoutGaps(text: string): string {
  return text.replace(/[^\S\n]{100,}/g, ' '.repeat(MAX_GAP))
}
