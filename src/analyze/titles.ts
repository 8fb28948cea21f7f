/** Whether what stands behind a name is a title: notes put remarks, verbs and half sentences there as well. */
import { isTitleWord } from './names.ts'

const LONGEST = 60
/** Where a title ends and the sentence goes on: `FD and was eating a sandwich`, `VP Eng, who left early`. */
const GOES_ON =
  /(?:[,;]|(?<![\s,;]))\s+(?:(?:and|but)\s+(?:was|is|were|had|has)|who|which|was|were|is|are|has|had|put|puts|said|says|falls?|leaves?|left|went|came|\p{L}+n['’]t)\b[^]*/iu
const REMARK = /^(?:separately|briefly|again|online|remote|late|(?:\p{L}+\s)?(?:min|minutes?|mins|hours?))$/iu
/** Words that say which, but not what. */
const MODIFIER =
  /^(?:group|regional|senior|junior|global|local|customer|client|user|buyer|deputy|the floor|it|is|am|them|us|and)$/u

/** @returns the title as it may stand on a page, null where it is none */
export function plausibleTitle(written: string | null): string | null {
  if (written === null) return null
  const parts = written
    .replace(GOES_ON, '')
    .split(/(?:(?<!\s)\s+)?[,;]\s*/)
    .filter((part) => !REMARK.test(part))
  const title = parts
    .join(', ')
    .replace(/^(?:a|an|the|our|my|their|his|her)\s+/iu, '')
    .replace(/(?<![\s,;:–—-])[\s,;:–—-]+$|(?<!\s)\s+(?:and|or|of|for|with|in|at)$/giu, '')
    .trim()
  if (title.length < 2 || title.length > LONGEST || MODIFIER.test(title) || !/\p{L}/u.test(title)) return null
  const known = title.split(/[\s/,()]+/).some((word) => isTitleWord(word))
  // What is typed small is a title only where a word of it says so; what was cut from a sentence too.
  const doubtful = /^\p{Ll}/u.test(title) || GOES_ON.test(written)
  return doubtful && !known ? null : title
}
