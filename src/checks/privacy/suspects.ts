/**
 * Which lines of a text may hold what the redactor takes out (../../render/secrets.ts, redact.ts, national-ids.ts). The pages of
 * thousands of calls have tens of megabytes, and its forty patterns are asked of a few lines of them alone.
 *
 * Each search here finds more than the patterns it stands for: a line on which it finds nothing, they leave as it is. Whoever adds
 * a pattern there looks whether it is found here; tests/checks/suspects.test.ts has an example of every kind.
 */

const SEARCHES: readonly RegExp[] = [
  /@|[([{]\s?at\s?[)\]}]/gi,
  // Keys that say what they open, and long runs with a digit in them; what on-page.ts takes out of a line is found as well.
  /eyJ|A(?:[KS]IA|BIA|CCA|Iza)|gh[pousr]_|github_pat_|glpat-|[spr]k[-_]\S{16}|xox[abeoprs]-|npm_|SG\.\S{16}|hooks\.slack|-----BEGIN|digest=/g,
  /\d(?:(?<=[\w+-]{17})|[\w+-]{15})/g,
  // A word for a secret or for a number of a person, and what stands between it and them.
  /(?:word|wd|phrase|key|secret|token|bearer|Passwort|Kennwort|mot de passe|contraseña)["'`]?\s{0,3}(?:is\s|[=:→])|bearer\s/giu,
  /(?:BSN|SIN|TFN|SSN|NINO|NHS|Steuer-?ID|Steueridentifikationsnummer|PESEL|CPF|DNI|passport|driving licen[cs]e|(?:national|tax) (?:id|insurance))(?:[\s:=#]|is)\D{0,18}\d/giu,
  // Seven digits with at most two signs between them, but for a day that stands alone.
  /\+\d|(?<!\d)(?![12]\d{3}-\d\d-\d\d(?![ \t\u00A0()/.–-]{0,2}\d))\d(?:[ \t\u00A0()/.–-]{0,2}\d){6}/g,
  // Capitals before the digits of an account, and of a person whom a state knows.
  /[A-Z]{2} ?\d{2} ?[A-Z0-9]{2}|[A-Z]{5}\d/g,
]

/** @returns the lines, counted from 0 */
export function suspectLines(text: string): number[] {
  const ends = new Set(SEARCHES.flatMap((search) => [...endsOfLines(text, search)]))
  const lines: number[] = []
  for (let line = 0, end = endOfLine(text, 0); ends.size > 0; line += 1, end = endOfLine(text, end + 1))
    if (ends.delete(end)) lines.push(line)
  return lines
}

/** Of each line on which something is found; what is found may go on on the next one, which is looked at all the same. */
function* endsOfLines(text: string, search: RegExp): Generator<number> {
  search.lastIndex = 0
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const end = endOfLine(text, found.index)
    yield end
    search.lastIndex = end + 1
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
