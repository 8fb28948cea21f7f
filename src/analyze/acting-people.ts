/** Whom running text treats as people, though it says of nobody what they are. */
import type { PersonMention } from '../types.ts'
import { isListed } from './capitals.ts'
import { pronounOf } from './first-names.ts'
import { isHonorific, isParticle, isTitleWord } from './names.ts'
import { hasInnerCapital, type Sighted } from './sightings.ts'

const NONE: ReadonlySet<string> = new Set()

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
