/** People whom running text names with what they are: `Frank Sellars in legal`, `Glenn Popovic, the CFO,`, `Tina (HR mgr)`. */
import type { PersonMention, Side } from '../types.ts'
import { pronounOf } from './first-names.ts'
import { isHonorific, isInitials, isTitleWord } from './names.ts'
import { isNobody } from './places.ts'
import { cleanTitle, SELLER_TITLE } from './roster.ts'
import { hasInnerCapital, type Sighted } from './sightings.ts'

const NONE: ReadonlySet<string> = new Set()

/** `Shubha madam`, `Orhan bey`, `Doi-san`. */
const POLITE = /^\p{Lu}[\p{L}'’]+(?:[ -](?:madam|bey|hanım|hanim|bhai|ji|saab|sir)|-(?:san|sama|nim))(?![\p{L}'’])/u

/** People whom a text names together with what they are. */
export function namedInProse(
  { text, names }: Sighted,
  side: Side = 'unknown',
  known: ReadonlySet<string> = NONE,
  listed: ReadonlySet<string> = NONE,
): PersonMention[] {
  const found: PersonMention[] = []
  const isKnown = (word: string) => pronounOf(word) !== null || listed.has(word.toLowerCase())
  for (const { name, start, end } of names) {
    const words = name.split(' ').filter((word) => !isHonorific(word))
    if (
      words.length === 0 ||
      (words.length > 1 && words.every((word) => known.has(word.toLowerCase()))) ||
      words.some((word) => isTitleWord(word) && word.length > 3)
    )
      continue
    const first = words[0] ?? ''
    const last = words.at(-1) ?? ''
    const named = isKnown(first) || (words.length > 1 && isKnown(last))
    const title = named
      ? (titleBeside(text, end, words.length > 1, isKnown(first)) ?? titleBefore(text, start))
      : titleOfUnknown(text, name, start, end)
    const honorific =
      isHonorific(name.split(' ')[0] ?? '') ||
      isHonorific(/(\S{1,200})\s$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1] ?? '')
    const polite = POLITE.test(text.slice(start, end + 8))
    if (polite && title === null) found.push({ name, title: null, company: null, side, role: null })
    if (title === null && !honorific) continue
    if (title === null && words.length > 1 && !honorific) continue
    found.push({
      name,
      title,
      company: null,
      side: side === 'unknown' && title && SELLER_TITLE.test(` ${title} `) ? 'seller' : side,
      role: null,
    })
  }
  return found
}

/**
 * A name that no list knows may be a day, a department or a town: "the COO Labour Day", "VP Eng", "KSeF, architecture I have read".
 * A bracket that holds nothing but a title makes it a person, and so does a post that only people hold.
 */
function titleOfUnknown(text: string, name: string, start: number, end: number): string | null {
  if (hasInnerCapital(name) || isNobody(name)) return null
  const several = name.includes(' ')
  const beside = titleBeside(text, end, several, false)
  if (beside !== null) {
    const bracketed = /^\s*\(/u.test(text.slice(end, end + 2))
    const whole =
      bracketed && beside.split(/[\s/,&-]+/).every((word) => isTitleWord(word) && (several || !THING_TITLE.test(word)))
    return whole || NAMES_A_PERSON.test(beside) ? beside : null
  }
  const before = titleBefore(text, start)
  return several &&
    before !== null &&
    NAMES_A_PERSON.test(before) &&
    !TAKES_DEPARTMENT.test(before) &&
    !THING_DAY.test(name)
    ? before
    : null
}

const THING_TITLE =
  /^(?:project|program(?:me)?|product|data|database|technology|service|services|shop|plant|store|branch|site|office|house|line|brand|content|information|category|account)$/iu
const TAKES_DEPARTMENT = /(?:^|\s)(?:v\.?p|[se]vp|avp|head|dir|director)$/iu
const THING_DAY = /\s(?:day|eve|week|weekend|season)$/iu

/** Of a title, the word that says that somebody bears it: a department has none. */
const NAMES_A_PERSON =
  /(?:^|[\s/(-])(?:c[a-z]o|chro|ciso|dpo|v\.?p|svp|evp|md|gm|fd|ceo|chief|head|hd|director[ae]?|dir|directeur|directrice|manager|mgr|mngr|leader|lead|leiter(?:in)?|officer|owner|founder|co-?founder|president|chair(?:man|woman)?|partner|engineer|eng|architect|analyst|developer|controller|accountant|bookkeeper|treasurer|auditor|counsel|lawyer|solicitor|consultant|advis[eo]r|specialist|administrator|coordinator|planner|dispatcher|supervisor|superintendent|foreman|technician|operator|clerk|nurse|doctor|secretary|buyer|rep|representative|steward|trustee|dean|rector|professor|teacher|trainer|coach|inspector|designer|researcher|scientist|assistant|associate|jef[ea]|gerente|responsabile?|chef|eigenaar)(?:$|[\s,/)-])/iu

/** The title right after a name, in brackets, after a comma, or bare. */
function titleBeside(text: string, end: number, full: boolean, known: boolean): string | null {
  const after = text.slice(end, end + 90)
  const bracket = /^\s*\(([^()]{2,80})\)/u.exec(after)
  if (bracket?.[1])
    return hasTitleWord(bracket[1])
      ? cleanTitle(
          bracket[1]
            .split(/[,;]/)
            .filter((part) => hasTitleWord(part))
            .join(', '),
        )
      : null
  const comma =
    /^,\s+(?:the |our |their |his |her |a |an |who (?:is|'s|leads|runs|heads|owns|manages|does|looks after|coordinates) (?:the )?)?([^,;.()]{2,50})/u.exec(
      after,
    )
  // "Exact Online, the accountant doesn't leave it" has a clause behind the comma, no title.
  const clause =
    /\s(?:is|was|has|had|does|did|says|said|wants|wanted|will|would|can|could|must|doesn|didn|isn|won|can)(?:['’]t)?(?:\s|$)/u
  if (comma?.[1] && full && isTitleWord(firstOf(comma[1])) && !clause.test(comma[1])) return cleanTitle(comma[1])
  // `Garth, the mill manager,`, `Garth Wend the owner`: a first name will do where the article says that a title follows.
  const article = /^,?\s+(?:the|our|their)\s+([\p{L}&/]{2,20}(?:\s[\p{L}&/]{2,20}){0,3})/u.exec(after)
  const post = known ? postIn(article?.[1] ?? '') : null
  if (post !== null) return cleanTitle(post)
  const runs =
    /^,?\s+(?:who\s+)?(?:runs|heads|leads|from|in|is the|is their|of|does|manages|owns|keeps)\s+(?:the\s+)?([^,;.()]{2,40})/u.exec(
      after,
    )
  if (runs?.[1] && full && isTitleWord(firstOf(runs[1]))) return cleanTitle(untilTitle(runs[1]))
  const dash = /^\s*[-–—=]\s*([^,;.()]{2,40})/u.exec(after)
  if (dash?.[1] && hasTitleWord(firstOf(dash[1]))) return cleanTitle(untilTitle(dash[1]))
  const bare = /^\s+([\p{L}&/]{2,20}(?:\s+[\p{L}&/]{2,20}){0,2})/u.exec(after)
  return bare?.[1] && full && isTitleWord(firstOf(bare[1])) && !isInitials(bare[1])
    ? cleanTitle(untilTitle(bare[1]))
    : null
}

/** `CFO Lorraine Duffy`, `Councilman Vic Dorsett`, `IT security (Thomas Eek)`. */
function titleBefore(text: string, start: number): string | null {
  const near = text.slice(Math.max(0, start - 45), start).replace(/(?:Mr|Mrs|Ms|Dr|Herr|Frau)\.?\s$/u, '')
  const before = /([\p{L}&]{2,20}(?:\s[\p{L}&]{2,20})?)(\s\(?)$/u.exec(near)
  if (!before?.[1]) return null
  // `our tax adviser Petra`
  const ours = /(?:^|\s)(?:our|the|their|my|your)\s((?:[\p{L}&-]{2,20}\s){1,3})$/iu.exec(near)?.[1]?.trim()
  if (ours !== undefined && postIn(ours) === ours) return cleanTitle(ours)
  const words = before[1].split(' ')
  const last = words.at(-1) ?? ''
  const capital = /^\p{Lu}/u.test(last)
  if (!isTitleWord(last) || (!capital && before[2]?.includes('(') !== true)) return null
  return cleanTitle(words.filter((word) => isTitleWord(word)).join(' '))
}

/** `mill manager` of `mill manager who left`: the word that says that somebody bears it, one before it, and what belongs to it. */
function postIn(text: string): string | null {
  const words = text.split(' ')
  const at = words.findIndex((word) => NAMES_A_PERSON.test(word))
  if (at < 0 || words.slice(0, at).filter((word) => !isTitleWord(word)).length > 1) return null
  return [...words.slice(0, at), untilTitle(words.slice(at).join(' '))].join(' ')
}

function firstOf(text: string): string {
  return text.trim().split(/\s+/)[0] ?? ''
}

function untilTitle(text: string): string {
  const words = text.trim().split(/\s+/)
  let end = 0
  while (end < words.length && (isTitleWord(words[end] ?? '') || /^(?:of|and|&|for)$/iu.test(words[end] ?? '')))
    end += 1
  return words.slice(0, Math.max(1, end)).join(' ')
}

function hasTitleWord(text: string): boolean {
  return text.split(/[\s/,]+/).some((word) => isTitleWord(word))
}
