/** Whether what stands behind a name is a title: notes put remarks, verbs and half sentences there as well. */
import { pronounOf } from './first-names.ts'
import { isTitleWord } from './names.ts'

const LONGEST = 60
/** Of what stands behind a name, so much is looked at. */
const LONGEST_WRITTEN = 200
/** What a clause says somebody does, as the title of who does it. */
const DOES: readonly [RegExp, string][] = [
  [/^(?:who\s+)?(?:leads|runs|heads)\s+(?:up\s+)?(?:the\s+)?(?=\p{L})/iu, 'head of '],
  [/^(?:who\s+)?coordinates\s+(?:the\s+)?(?=\p{L})/iu, 'coordinator of '],
  [/^(?:who\s+)?manages\s+(?:the\s+)?(?=\p{L})/iu, 'manager of '],
]
/** What leads up to a title: `who's the`, `she's also the`, `now also`. */
const LEAD_UP =
  /^(?:(?:who|he|she|they)(?:['’]s|['’]re|\s+(?:is|are|was))\s+|(?:also|now|still|acts?|acting|then|formerly)\s+(?:as\s+)?(?=\p{L})(?!\p{Lu}{2,3}$)|(?:in\s+)?(?:a|an|the|our|my|their|his|her|its)\s+)+/iu
const VERB =
  "am|is|are|was|were|be|been|has|have|had|does|do|did|will|would|can|could|may|might|must|shall|should|says?|said|asks?|asked|wants?|wanted|signs?|signed|sits?|sat|works(?!\\s+(?:council|committee|manager|director|foreman|engineer))|worked|leaves?|left|went|goes|came|comes|joined|joins|falls?|puts?|passed|pasted|pays?|paid|reads?|knows|knew|takes|took|brought|brings|placed|hired|sent|runs|leads|heads|chairs|owns|manages|coordinates|looks|looked|drives|drove|eats?|eating|running|working|speaking|listening|looking|sitting|standing|writing|reporting|living|married|called|named|got|gets|gave|gives|thinks|thought|likes|hates|keeps|kept|needs|became|becomes|retired|retires|starts?|started|\\p{L}+n['’]t"
/** Where a title ends and the sentence goes on: `FD and was eating a sandwich`, `consultant brought in by the broker`. */
const GOES_ON = new RegExp(
  `(?:[,;]|(?<![\\s,;]))\\s+(?:(?:and|but|or)\\s+)?(?:who|which|that|I|we|you|he|she|it|they|them|us|(?:I|we|you|he|she|it|they|who)['’]\\p{L}+|${VERB})(?![\\p{L}&/-])[^]*`,
  'u',
)
const BEGINS_AS_VERB = new RegExp(`^(?:${VERB})(?![\\p{L}&/-])(?!$)`, 'u')
const REMARK =
  /^(?:separately|briefly|again|online|remote|late|early|absent|bad line|part|(?:\p{L}+\s)?(?:min|minutes?|mins|hours?))$/iu
/** `from 10:30`, `20 min` */
const TIME = /^(?:(?:from|until|till|since|after|before|by|at)\s\D{0,20})?\d/iu
/** `kitchen manager for Adaeze`, `consultant to them`, `partner at Torvane`: whose, which says nothing of what. */
const FOR_WHOM = /\s(?:to|by|at|with|under|bei|chez)\s[^]*|\s(?:for|of|from)\s(?:them|us|him|her|me)(?!\p{L})[^]*/iu
/** Words that say which, but not what. */
const MODIFIER =
  /^(?:I[st]|group|regional|senior|sr|junior|jr|global|local|customer|client|user|buyer|deputy|the floor|floor|it|is|am|them|us|and|heads|leads|lead line|line|house|part|team|staff|site|half|side|new|one|both|all|me|also|now)$/u
const NO_BEGINNING =
  /^(?:from|in|on|at|by|with|without|for|to|of|one|two|three|four|no|not|only|same|some|both|all|per|via|off|out)\s/iu
const NO_END = /\s(?:part|half|side|line|notes|only|time|too|again|now|here|there)$/iu

/** @returns the title as it may stand on a page, null where it is none */
export function plausibleTitle(written: string | null): string | null {
  let title = written
  // What is cut off may leave something that is to be cut again.
  for (let pass = 0; pass < MOST_PASSES && title !== null; pass += 1) {
    const cut = cutToTitle(title)
    if (cut === title) return title
    title = cut
  }
  return null
}

const MOST_PASSES = 5

function cutToTitle(written: string): string | null {
  const [opening = '', ...behind] = withoutLegend(written)
    .split(/[,;]/)
    .map((part) => part.trim())
  const first = partOfTitle(opening, true)
  const rest = behind.flatMap((part) => partOfTitle(part, false) ?? []).filter(isSecondPart)
  const title = [...(first === null ? [] : [first]), ...rest].join(', ')
  if (title.length < 2 || title.length > LONGEST || MODIFIER.test(title) || !/\p{L}/u.test(title)) return null
  // What is typed small is a title only where a word of it says so; what was cut from a sentence too.
  const doubtful = /^\p{Ll}/u.test(title) || first !== opening
  return doubtful && !hasTitleWord(title) ? null : title
}

/** What stands between two commas, as a title; null where it is a remark or a half sentence. */
function partOfTitle(written: string, first: boolean): string | null {
  let part = written.trim()
  if (REMARK.test(part) || TIME.test(part)) return null
  part = part.replace(LEAD_UP, '')
  if (first) for (const [clause, title] of DOES) part = part.replace(clause, title)
  if (BEGINS_AS_VERB.test(part) || NO_BEGINNING.test(part)) return null
  part = withoutTail(withoutNames(part.replace(GOES_ON, '').replace(FOR_WHOM, '')))
  return part === '' || NO_END.test(` ${part}`) || /\p{Lu}\p{Ll}+['’]s\s+\p{Ll}/u.test(part) ? null : part
}

/** `plant manager / IM = Ilse Marn`: a legend goes on with the next person. What stands after a colon is said. */
function withoutLegend(written: string): string {
  const [before = ''] = written.split(':')
  const [title = '', ...others] = before.slice(0, LONGEST_WRITTEN).split('=')
  return others.length === 0 ? title : title.trimEnd().replace(/(?:[/|;]|(?<=\s))\s?\p{L}{1,4}$/u, '')
}

/** Without the words that led up to what was cut off. */
function withoutTail(part: string): string {
  const words = part.split(/\s+/u).filter(Boolean)
  while (/^(?:and|or|of|for|with|in|at|to|by|under|[–—:/|-]+)$/iu.test(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

/** `kitchen manager for Adaeze`, `owner T Vance`. */
function withoutNames(part: string): string {
  const words = part.split(' ')
  const named = words.findIndex(
    (word, at) =>
      at > 0 &&
      /^\p{Lu}\p{Ll}/u.test(word) &&
      !isTitleWord(word) &&
      ((words[at - 1] === 'for' && pronounOf(word) !== null) || /^\p{Lu}\.?$/u.test(words[at - 1] ?? '')),
  )
  return named < 0 ? part : words.slice(0, named - 1).join(' ')
}

/** A department or a second post behind the first; what goes on in small letters without naming one is a remark. */
function isSecondPart(part: string): boolean {
  return part.split(/\s+/).length <= 5 && (hasTitleWord(part) || /^\p{Lu}/u.test(part))
}

function hasTitleWord(title: string): boolean {
  return title.split(/[\s/,()-]+/).some((word) => isTitleWord(word))
}
