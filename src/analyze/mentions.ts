/** People whom running text names: `Frank Sellars in legal`, `Glenn Popovic, the CFO,`, `Tina (HR mgr)`. */
import type { PersonMention, Side } from '../types.ts'
import { isCommonWord, isHonorific, isInitials, isNameWord, isParticle, isTitleWord, withoutClitic } from './names.ts'
import { pronounOf } from './first-names.ts'
import { isNobody } from './places.ts'
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
  /** Signs that only people give: they say something, are told something, are he or she. */
  human: number
  /** Of a name of several words, the best score that one of them has by itself. */
  partial: number
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
        human: 0,
        partial: 0,
        sightings: 0,
        listed: pronounOf(words[0] ?? '') !== null,
        name,
        words: words.length,
        order: (order += 1),
      }
      const sign = cue(text, start, end, words.length < name.split(' ').length)
      tally.score += sign.score
      if (sign.human) tally.human += 1
      // The lists of first names speak once, however often the name comes.
      if (tally.sightings === 0 && tally.listed) tally.score += 1.6
      tally.sightings += 1
      tallies.set(key, tally)
    }
  }
  const all = [...tallies.values()]
  const single = new Map(
    all.filter((one) => one.words === 1).map((one) => [one.name, { score: one.score, human: one.human }]),
  )
  for (const tally of all)
    if (tally.words > 1)
      for (const run of runsOf(tally.name.split(' '))) {
        const part = single.get(run)
        tally.human += part?.human ?? 0
        tally.partial = Math.max(tally.partial, part?.score ?? 0)
      }
  return all
    .filter(({ score, partial, listed, words, human }) =>
      listed ? score + partial >= (words > 1 ? 1.5 : 2) : score + partial >= (human > 0 ? 3 : 5),
    )
    .map(({ name }) => ({ name, title: null, company: null, side: 'unknown', role: null }))
}

/** Every run of one to all of the words, joined by spaces. */
function runsOf(words: readonly string[]): string[] {
  return words.flatMap((_, from) => words.slice(from).map((_, more) => words.slice(from, from + more + 1).join(' ')))
}

const SUFFIXED = /^(?:Bey|Bhai|Hanım|San)$/u

/** `FacilTrak`, `BuildLog`: capitals inside a word make a product. */
export function hasInnerCapital(word: string): boolean {
  const plain = word
    .replace(/(?<!\p{L})(?:Mac|Mc|De|Van|Le|La|Di|Du|Fitz|O|Jo|Mary|Anna|Ter)(?=\p{Lu})/gu, '')
    .replace(/['’-]\p{Lu}/gu, '')
  return /\p{Ll}\p{Lu}/u.test(plain)
}

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
  if (hasInnerCapital(word)) return false
  if (bare.length < 3 || (isTitleWord(word) && word.length > 2)) return false
  // In notes typed in a hurry the same name comes with and without its capital.
  return (!lower.has(bare) || isListed(bare)) && !known.has(bare)
}

/** How much one sighting speaks for a person, and whether a thing could not give the same sign. */
function cue(text: string, start: number, end: number, honorific: boolean): { score: number; human: boolean } {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 60).replace(/’/gu, "'")
  if (THING_AFTER.test(after)) return { score: -1, human: false }
  let score = /[\p{Ll},;)]\s$/u.test(before) ? 0.4 : 0
  if (THING.test(before)) score -= 1.5
  const possessive = /^'s?\s+/u.exec(after)
  const rest = after.slice(possessive?.[0].length ?? 0).replace(/^\s+/u, '')
  const spaced = /^\s/u.test(after)
  const has = possessive !== null && OWN.test(rest)
  const acts = possessive === null && spaced && HUMAN_VERB.test(rest)
  const told = TOLD.test(before)
  const pronoun = /^(?:[^.!?]{0,50}?)\s(?:he|she|his|her|him)\b/u.test(after)
  const human = honorific || has || acts || told || pronoun
  if (honorific) score += 2
  if (possessive) score += has ? 1.5 : 0.4
  else if (acts) score += 2
  else if (spaced && LOOSE_VERB.test(rest)) score += 1
  else if (spaced && /^\p{Ll}{3,}(?:s|ed)\s/u.test(rest)) score += 0.6
  else if ((spaced && GENERIC_VERB.test(rest)) || /^'(?:d|ll)\b/u.test(after)) score += 0.7
  const who = /^,\s+who\b/u.test(after)
  if (who) score += 1.5
  if (/^\s+(?:and|or|&|\+)\s+(?:I|me)\b/u.test(after)) score += 1.5
  if (told) score += 2
  else if (NEAR.test(before)) score += 0.5
  if (pronoun) score += 1
  const label = /^\s*:/u.test(after) && start < 3
  if (label) score += 1
  if (start === 0 && /^(?:\s*$|,\s*$|,\s+\S|\s+\()/u.test(after) && text.length < 60) score += 0.8
  const task = start < 3 && /^\s+to\s+\p{Ll}/u.test(after)
  if (task) score += 0.7
  return { score, human: human || who || label || task }
}

const OWN =
  /^(?:boss|team|words|desk|name|head|wife|husband|phone|idea|limit|people|guys|list|notes?|mail|email|office|face|hands?|kid|son|daughter|mother|father|own|opinion|view|worry|call)\b/u
