/** People whom running text names: `Frank Sellars in legal`, `Glenn Popovic, the CFO,`, `Tina (HR mgr)`. */
import type { PersonMention, Side } from '../types.ts'
import { isCommonWord, isHonorific, isInitials, isNameWord, isParticle, isTitleWord, withoutClitic } from './names.ts'
import { pronounOf } from './first-names.ts'
import { cleanTitle, SELLER_TITLE } from './roster.ts'

const NONE: ReadonlySet<string> = new Set()

interface Sighting {
  name: string
  /** Where the name ends. */
  end: number
  start: number
}

/** A text with the names in it, found once. */
export interface Sighted {
  text: string
  names: readonly Sighting[]
}

export function sight(text: string): Sighted {
  return { text, names: sightings(text) }
}

/** Runs of words that are written like a name of two words or more, or of one. */
function sightings(text: string): Sighting[] {
  const found: Sighting[] = []
  const words = [...text.slice(0, 4000).matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu)].map((match) => ({
    word: match[0].replace(/(?<![.'’-])[.'’-]+$/u, ''),
    raw: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]
    if (!first || !nameLike(first.word)) continue
    let last = at
    while (last + 1 < words.length && last - at < 3) {
      const next = words[last + 1]
      const beyond = words[last + 2]
      const gap = text.slice(words[last]?.end ?? 0, next?.start ?? 0)
      if (!next || !/^[ ]$/u.test(gap) || endsSentence(words[last]?.raw ?? '')) break
      if (nameLike(next.word)) last += 1
      else if (isParticle(next.word) && beyond && nameLike(beyond.word) && text.slice(next.end, beyond.start) === ' ')
        last += 2
      else break
    }
    // `Prezada Sônia`, `Mondays Günther`: a first name that stands second begins the name.
    const begins =
      last > at &&
      pronounOf(first.word) === null &&
      pronounOf(words[at + 1]?.word ?? '') !== null &&
      !isHonorific(first.word) &&
      (startsSentence(text, first.start) || first.word.endsWith('s'))
    if (begins) at += 1
    const opening = words[at] ?? first
    const end = (words[last]?.start ?? 0) + (words[last]?.word.length ?? 0)
    const name = withoutClitic(text.slice(opening.start, end))
    const dotted = /(?:^|\s)\p{Lu}$/u.test(name) && text[opening.start + name.length] === '.' ? 1 : 0
    found.push({ name, start: opening.start, end: opening.start + name.length + dotted })
    at = last
  }
  return found
}

function nameLike(word: string): boolean {
  return isNameWord(word) && !isCommonWord(word) && !/^\p{Lu}{2,}$/u.test(word)
}

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;"“”(]\s*|[-–—•]\s+)$/u.test(text.slice(Math.max(0, at - 4), at))
}

function endsSentence(raw: string): boolean {
  return raw.endsWith('.') && raw.length > 3 && !isHonorific(raw)
}

/** `Shubha madam`, `Orhan bey`, `Doi-san`. */
const POLITE = /^\p{Lu}[\p{L}'’]+(?:[ -](?:madam|bey|hanım|hanim|bhai|ji|saab|sir)|-(?:san|sama|nim))(?![\p{L}'’])/u

/** People whom a text names together with what they are. */
export function namedInProse(
  { text, names }: Sighted,
  side: Side = 'unknown',
  known: ReadonlySet<string> = NONE,
): PersonMention[] {
  const found: PersonMention[] = []
  for (const { name, start, end } of names) {
    const words = name.split(' ').filter((word) => !isHonorific(word))
    if (
      words.length === 0 ||
      (words.length > 1 && words.every((word) => known.has(word.toLowerCase()))) ||
      words.some((word) => isTitleWord(word) && word.length > 3)
    )
      continue
    const title = titleBeside(text, end, words.length > 1) ?? titleBefore(text, start)
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

/** The title right after a name, in brackets, after a comma, or bare. */
function titleBeside(text: string, end: number, full: boolean): string | null {
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
  const before = /([\p{L}&]{2,20}(?:\s[\p{L}&]{2,20})?)(\s\(?)$/u.exec(text.slice(Math.max(0, start - 45), start))
  if (!before?.[1]) return null
  const words = before[1].split(' ')
  const last = words.at(-1) ?? ''
  const capital = /^\p{Lu}/u.test(last)
  if (!isTitleWord(last) || (!capital && before[2]?.includes('(') !== true)) return null
  return cleanTitle(words.filter((word) => isTitleWord(word)).join(' '))
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

const ADVERB =
  '(?:(?:also|then|still|just|only|never|always|really|quickly|again|now|even|later|already|finally|quietly|first|both|apparently|kindly|openly|once|herself|himself|too|half)\\s+)?'
/** Verbs that people do and companies don't. */
const HUMAN_VERB = new RegExp(
  `^${ADVERB}(?:said|says|sd|asked|asks|tells|thinks|thought|reckons|reckoned|nodded|nods|laughed|laughs|smiled|shrugged|sighed|knows|knew|likes|liked|loves|loved|hates|hated|worries|worried|sat|sits|joined|rang|rings|phoned|wrote|writes|texted|mailed|emailed|drove|drives|quit|retires|sleeps|slept|admitted|admits|agreed|agrees|believes|feels|felt|fears|feared|figures|figured|guesses|hopes|hoped|insists|insisted|jumped|listened|mentioned|mentions|murmured|nearly|prefers|preferred|remembers|repeated|replied|spoke|speaks|talked|talks|types|typed|understood|walked|warned|wishes|wondered|interrupted|stayed|arrived|heard|hears|lives|swears|swore|googled|stepped|steps|confirmed|declined|counts|counted|is (?:afraid|worried|tired|happy|out|leaving|the \\p{L}+ (?:manager|lead|engineer))|was (?:worried|quiet|late)|quiet|late)(?![\\p{L}])`,
  'u',
)
const LOOSE_VERB = new RegExp(
  `^${ADVERB}(?:told|wants|wanted|signs|signed|came|comes|left|called|calls|showed|brought|runs|ran|goes|went|keeps|kept|looked|looks|opened|pays|picked|picks|pointed|promised|pushed|raised|read|reads|refuses|seems|seemed|sees|saw|sends|sent|spends|spent|started|stopped|suggested|takes|took|tried|tries|trusts|works|worked|won't|wouldn't|doesn't|didn't|isn't|wasn't|can't|couldn't|hasn't|needs|needed|decides|decided|approves|approved|explained|explains|gave|gives|got|gets|found|finds|built|made|makes|has to|had to|has never|would like|would rather|would love|put|puts|added|adds|does|did|owns|leads|heads)(?![\\p{L}])`,
  'u',
)
const GENERIC_VERB = /^(?:is|was|has|had|does|did|will|would|can|could|might|may|must|should|'s|'d|'ll)(?![\p{L}])/u
const TOLD =
  /(?:^|[\s("“])(?:told|tell|asked|ask|met|meet|rang|ring|called|phoned|thanks?|says|said|asks|goes|quoth|per|hi|hello|dear|showed|emailed|mailed|texted|convince[ds]?|convincing|asking|telling|according to|spoke (?:to|with)|talk(?:ed)? (?:to|with)|sat with|call (?:with|w\/?))\s+$/iu
const NEAR = /(?:^|[\s("“,])(?:with|from|by|for|and|&|\+|to|w\/|about|cc|plus|than|except|then)\s+$/iu
const THING =
  /(?:^|[\s("“])(?:the|a|an|our|their|your|my|this|any|every|another|some|via|using|use|uses|used|into|like|near|inside|through|called|named|in|at|on|new|old)\s+$/iu
const THING_AFTER =
  /^(?:\s+(?:GmbH|AG|Ltd|Inc|LLC|AS|SA|SpA|AB|BV|Street|Road|licen[cs]es?|integration|connector|export|import|system|server|software|tool|platform|module|app|API|account|contract|renewal|project|data|team|office|users?|dashboard|sheet|report|site|plant|store|branch|campus|line|vendor|people|guy|guys|rep|meeting|board|audit|law|act|tax)\b|\s*\d|[/@])/iu

interface Tally {
  score: number
  name: string
  words: number
  sightings: number
  /** The first word stands in the lists of first names. */
  listed: boolean
  /** Position of the first sighting. */
  order: number
}

/**
 * Whom running text treats as people: they say, want and sign, one tells them something, they are `he` and `she`.
 * @param known words of the account's and our own names, which are no people
 */
export function actingPeople(texts: readonly Sighted[], known: ReadonlySet<string>): PersonMention[] {
  const lower = new Set<string>()
  for (const { text } of texts)
    for (const word of text.match(/(?<![\p{L}'’])\p{Ll}[\p{Ll}'’-]+/gu) ?? []) lower.add(word)
  const tallies = new Map<string, Tally>()
  let order = 0
  for (const { text, names } of texts) {
    for (const { name, start, end } of names) {
      const words = name.split(' ').filter((word) => !isHonorific(word) && !SUFFIXED.test(word))
      if (words.length > 2 && words.every((word) => pronounOf(word) !== null)) continue
      const own = words.length > 1 && !known.has((words[0] ?? '').toLowerCase()) ? NONE : known
      if (!words.every((word) => isParticle(word) || plausibleWord(word, lower, own))) continue
      const key = words.join(' ')
      const tally = tallies.get(key) ?? {
        score: 0,
        sightings: 0,
        listed: pronounOf(words[0] ?? '') !== null,
        name,
        words: words.length,
        order: (order += 1),
      }
      tally.score += cue(text, start, end, words.length < name.split(' ').length)
      // The lists of first names speak once, however often the name comes.
      if (tally.sightings === 0 && tally.listed) tally.score += 1.6
      tally.sightings += 1
      tallies.set(key, tally)
    }
  }
  const all = [...tallies.values()]
  const single = new Map(all.filter((one) => one.words === 1).map((one) => [one.name, one.score]))
  for (const tally of all)
    if (tally.words > 1) tally.score += Math.max(0, ...runsOf(tally.name.split(' ')).map((run) => single.get(run) ?? 0))
  return all
    .filter((tally) => tally.score >= (tally.listed ? (tally.words > 1 ? 1.5 : 2) : 3))
    .map(({ name }) => ({ name, title: null, company: null, side: 'unknown', role: null }))
}

/** Every run of one to all of the words, joined by spaces. */
function runsOf(words: readonly string[]): string[] {
  return words.flatMap((_, from) => words.slice(from).map((_, more) => words.slice(from, from + more + 1).join(' ')))
}

const SUFFIXED = /^(?:Bey|Bhai|Hanım|San)$/u

/** First names that notes without capitals rather have as words: met in lower case where names have their capitals. */
const ALSO_WORDS = new Set(
  'aide aim amber angel arena art autumn beat bella bent berry bill bless blessed blessing bonny bright buddy cam carol champion chance channel charity chase cherry chip chuck cloud court darling dawn dean deny dia don dot drew dusty earnest edge edit ernest eve faith favour ferry frank gala gene geo gift ginger given glen grace grant guy happy holly honey honor hope hung jam joke joy kit lady laid lain lance levy link lira lovely lucky mac mama marine mark marry max may merry miles min mine mio naira nick nil norm olive owe pal passion pat patience peace peer penny perry pier polo praise precious promise ray reno rich rob robin rose royal ruby sahib saint sawyer shade sheriff sherry sincere sole stone sue sunny tally telly urban violet will windy winner yen'.split(
    ' ',
  ),
)

/** A first name of the lists that is no word besides. */
function isListed(word: string): boolean {
  return (
    word.length > 2 && pronounOf(word) !== null && !isCommonWord(word) && !isTitleWord(word) && !ALSO_WORDS.has(word)
  )
}

/** Notes typed without capitals name people without them too. */
export function isLowerCase(lines: readonly string[]): boolean {
  return lines.length > 0 && lines.filter((line) => /^\W*\p{Ll}/u.test(line)).length > lines.length * 0.5
}

/** Gives the first names in a note typed without capitals theirs, so that they are seen; no place in the text changes. */
export function withCapitals(text: string): string {
  return text.replace(/(?<![\p{L}'’])\p{Ll}{3,}(?!\p{L}|['’]t)/gu, (word) =>
    isListed(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word,
  )
}

function plausibleWord(word: string, lower: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  const bare = word.toLowerCase().replace(/['’]s$/u, '')
  // `FacilTrak`, `BuildLog`: capitals inside a word make a product.
  if (/\p{Ll}\p{Lu}/u.test(word.replace(/^(?:Mac|Mc|De|Van|Le|La|Di)(?=\p{Lu})/u, '').replace(/['’-]\p{Lu}/gu, '')))
    return false
  if (bare.length < 3 || (isTitleWord(word) && word.length > 2)) return false
  // In notes typed in a hurry the same name comes with and without its capital.
  return (!lower.has(bare) || isListed(bare)) && !known.has(bare)
}

/** How much one sighting speaks for a person. */
function cue(text: string, start: number, end: number, honorific: boolean): number {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 60).replace(/’/gu, "'")
  if (THING_AFTER.test(after)) return -1
  let score = honorific ? 2 : /[\p{Ll},;)]\s$/u.test(before) ? 0.4 : 0
  if (THING.test(before)) score -= 1.5
  const possessive = /^'s?\s+/u.exec(after)
  const rest = after.slice(possessive?.[0].length ?? 0).replace(/^\s+/u, '')
  if (possessive)
    score +=
      /^(?:boss|team|words|desk|name|head|wife|husband|phone|idea|limit|people|guys|list|notes?|mail|email|office|face|hands?|kid|son|daughter|mother|father|own|opinion|view|worry|call)\b/u.test(
        rest,
      )
        ? 1.5
        : 0.4
  else if (/^\s/u.test(after) && HUMAN_VERB.test(rest)) score += 2
  else if (/^\s/u.test(after) && LOOSE_VERB.test(rest)) score += 1
  else if (/^\s/u.test(after) && /^\p{Ll}{3,}(?:s|ed)\s/u.test(rest)) score += 0.6
  else if ((/^\s/u.test(after) && GENERIC_VERB.test(rest)) || /^'(?:d|ll)\b/u.test(after)) score += 0.7
  if (/^,\s+who\b/u.test(after)) score += 1.5
  if (/^\s+(?:and|or|&|\+)\s+(?:I|me)\b/u.test(after)) score += 1.5
  if (TOLD.test(before)) score += 2
  else if (NEAR.test(before)) score += 0.5
  if (/^(?:[^.!?]{0,50}?)\s(?:he|she|his|her|him)\b/u.test(after)) score += 1
  if (/^\s*:/u.test(after) && start < 3) score += 1
  if (start === 0 && /^(?:\s*$|,\s*$|,\s+\S|\s+\()/u.test(after) && text.length < 60) score += 0.8
  if (start < 3 && /^\s+to\s+\p{Ll}/u.test(after)) score += 0.7
  return score
}
