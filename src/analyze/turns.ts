/** Who speaks a line, as transcripts, interviews and notes mark it: `**Maria Lopez (VP Ops):** …`, `[00:12:31] Maria: …`, `Maria  00:12`. */
import { pronounOf } from './first-names.ts'
import { isCommonWord, isInitials, isNameWord, isParticle, isHonorific, isTitleWord } from './names.ts'
import type { Row } from './markdown.ts'

export interface Label {
  /** As written: `Maria Lopez`, `AE`, `Q`, `Speaker 2`. */
  name: string
  title: string | null
  /** What is said; empty where the label stands on a line of its own. */
  rest: string
  /** The mark alone (a time, a voice tag) says that somebody speaks; without it the name has to be one. */
  certain: boolean
}

const TIME = '(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?'
const CALENDAR = '\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{2,4})?'
const CLOCK = `${TIME}(?:\\s?[ap]\\.?m\\.?)?`
const STAMP = new RegExp(
  `^(?:[[(](?:${CALENDAR},?\\s+)?${CLOCK}[\\])]|(?:${CALENDAR},\\s+)?${CLOCK})\\s*[-–—|]?\\s*`,
  'iu',
)
const ALONE = new RegExp(`^(\\p{L}[^:;!?|"“]{0,50}?)(?:\\s{2,}|\\s*[-–—·|]\\s*|\\s+)[[(]?(${CLOCK})[\\])]?:?$`, 'iu')
/** `[Klara] can you see it`, `TB - okay`, `Cody | alright`, `KM  yep`: a name set off by something else than a colon. */
const SET_OFF =
  /^(?:\[(\p{L}[\p{L}\p{M}.'’& -]{0,40})\]\s+|(\p{L}[\p{L}\p{M}.'’ -]{0,40}?)\s+\|\s+|(\p{Lu}{2,3})(?:\s+[-–—]\s+|\s{2,}|\t))(?=\S)/u
const SET_OFF_MARK = /^\[|\||^\p{Lu}{2,3}\s/u
const TYPED = /^(\p{Ll}[\p{L}'’-]{1,15}):\s+(?=\S)/u
const AFTER_NAME = new RegExp(`^\\s*[[(]?${CLOCK}[\\])]?\\s*`, 'iu')
const DAY = /^\d{1,2}[./]\d{1,2}\.?\s+/u
const VOICE = new RegExp(`^(?:${TIME}\\s+)?<v ([^<>]{1,80})>\\s*`, 'u')
const INLINE = /^(\p{L}[\p{L}\p{M}\p{N}_.'’&/ -]{0,40}?)(?:\s*\(([^()]{1,80})\))?\s*(?::|>)(?=\s|$|["“„«])\s*/u
const CUE = /^\d{1,2}:\d{2}(?::\d{2})?[.,]\d{3}\s*-->\s*\d/u
const QUESTION = /^([QAFPR])\d{0,2}(?:\s*\(([^()]{1,40})\))?\s*[.:)]\s+/u

/** Words that stand for a person without naming one. */
const ROLE_LABEL =
  /^(?:ae|se|sc|me|i|us|we|them|they|rep|sales rep|seller|vendor|prospect|customer|client|buyer|champion|interviewer|interviewee|respondent|participant|moderator|researcher|host|guest|caller|agent|q|a|speaker[ _]?\d{1,2}|unknown(?: speaker)?|person \d{1,2}|user|p\d{1,2})$/iu

export function isRoleLabel(label: string): boolean {
  return ROLE_LABEL.test(label)
}

/** A subtitle file's time line, or its header: no text of anybody. */
export function isCue(text: string): boolean {
  return CUE.test(text) || (/^WEBVTT\b/u.test(text) && text.length < 12)
}

/** The label at the beginning of a row, null where there is none. Whether an uncertain one names a person is for the caller to say. */
export function labelOf(row: Row): Label | null {
  const known = LABELS.get(row)
  if (known !== undefined) return known
  const label = readLabel(row)
  LABELS.set(row, label)
  return label
}

/** Rows are asked for their label several times on the way from text to blocks. */
const LABELS = new WeakMap<Row, Label | null>()

function readLabel(row: Row): Label | null {
  const voice = VOICE.exec(row.text)
  if (voice?.[1]) return named(voice[1], row.text.slice(voice[0].length), true)
  const stamp = STAMP.exec(row.text)
  const text = row.text.slice((stamp ?? DAY.exec(row.text))?.[0].length ?? 0)
  const asked = QUESTION.exec(text)
  if (asked?.[1])
    return {
      name: asked[2] ?? (asked[1] === 'F' || asked[1] === 'P' ? 'Q' : asked[1] === 'R' ? 'A' : asked[1]),
      title: asked[2] === undefined ? null : asked[1],
      rest: text.slice(asked[0].length),
      certain: asked[1] === 'Q' || asked[1] === 'A',
    }
  const inline = INLINE.exec(text)
  if (inline?.[1] && couldName(inline[1])) {
    const rest = text.slice(inline[0].length)
    const bracket = inline[2]?.trim() ?? null
    // `Prospect (Roberta):` names the person beside the role.
    if (
      bracket !== null &&
      isRoleLabel(inline[1].trim()) &&
      isNameWord(bracket.split(' ')[0] ?? '') &&
      !isTitleWord(bracket)
    )
      return { name: bracket, title: null, rest, certain: true }
    return { name: inline[1].trim(), title: bracket, rest, certain: stamp !== null }
  }
  // `nuria: also the Sundays`, in chats and machine transcripts: the lists of first names tell, or the time before it.
  const typed = TYPED.exec(text)
  if (
    typed?.[1] &&
    (stamp !== null || pronounOf(typed[1]) !== null) &&
    !isCommonWord(typed[1]) &&
    !isTitleWord(typed[1])
  )
    return named(typed[1].charAt(0).toUpperCase() + typed[1].slice(1), text.slice(typed[0].length), stamp !== null)
  const off = SET_OFF_MARK.test(text.slice(0, 48)) ? SET_OFF.exec(text) : null
  const set = off?.[1] ?? off?.[2] ?? off?.[3]
  if (off && set && couldName(set)) return named(set, text.slice(off[0].length), stamp !== null)
  if (stamp && /^[[(]/u.test(stamp[0]) && couldName(text) && !isTitleWord(text)) return named(text, '', true)
  const alone = stamp ? null : ALONE.exec(text)
  if (alone?.[1] && couldName(alone[1].replace(/(?:(?<!\s)\s+)?\([^]*/u, ''))) return named(alone[1], '', true)
  return boldName(row)
}

/** `**Lorenzo** – Because …`: a bold name, a dash, what he says. */
function boldName(row: Row): Label | null {
  const bold = row.text.slice(0, row.strong).trim()
  if (bold === '') return null
  const clock = AFTER_NAME.exec(row.text.slice(row.strong))
  if (clock && bold.length < 40 && /\d/u.test(clock[0]) && couldName(bold))
    return named(bold, row.text.slice(row.strong + clock[0].length), true)
  const dash = /^\s*[-–—:]\s+/u.exec(row.text.slice(row.strong))
  if (bold === '' || bold.length > 60 || !dash) return null
  const name = bold.replace(/[:.]$/u, '')
  return couldName(name.replace(/(?:(?<!\s)\s+)?\([^]*/u, ''))
    ? { ...named(name, row.text.slice(row.strong + dash[0].length), false) }
    : null
}

function named(written: string, rest: string, certain: boolean): Label {
  const title = /\(([^()]{1,80})\)/u.exec(written)?.[1] ?? null
  return {
    name: written
      .replace(/(?:(?<!\s)\s+)?\([^]*/u, '')
      .replace(/:$/u, '')
      .trim(),
    title,
    rest: rest.trim(),
    certain,
  }
}

/** Whether a text has the shape of a name or of a role; any topic in capitals has it too. */
export function couldName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (isRoleLabel(text.trim())) return true
  if (words.length > 5) return false
  const proper = words.filter((word) => isNameWord(word) || isInitials(word))
  return (
    proper.length > 0 &&
    words.every(
      (word) => isNameWord(word) || isInitials(word) || isParticle(word) || isHonorific(word) || isTitleWord(word),
    )
  )
}

/** Topics that people set before a colon. */
const TOPIC =
  /^(?:re|fwd?|subject|date|from|to|cc|sent|attendees?|present|on|with|participants?|account|company|stage|next|nxt|todo|to do|action|actions|follow|context|background|bg|summary|update|status|goals?|pains?|why|how|what|when|where|who|money|budget|price|pricing|px|cost|costs|process|decision|decisions?|criteria|requirements?|must|nice|timeline|timing|security|legal|competition|competitors?|risks?|issues?|concerns?|objections?|questions?|notes?|nb|ps|p\.s|ns|gut|feel|read|impression|my|our|their|his|her|the|and|but|so|then|also|only|result|setup|steps|path|offer|demo|trial|pilot|poc|call|mail|email|meeting|outcome|quote|verbatim|topic|point|area|source|sources|export|opp|opportunity|owner|log|reason|reasons|lost|won|closed|integration|data|support|training|scope|tech|technical|hosting|compliance|reporting|reports?|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|yes|no|ok|okay|well|again|first|second|third|finally|overall|general|other|others|rest|misc|open|people|team|company|industry|size|location|current|today|now|later|proposal|negotiation|discovery|evaluation|value|amount|terms|contract|payment|hardware|software|location|language|learned|lesson|lessons|contacts?|stack|env|environment|users?|usage|volume|numbers?|metrics?|kpis?)$/iu

/** Whether words before a colon are rather a topic than a person. */
export function isTopic(label: string): boolean {
  const words = label.trim().split(/\s+/)
  return words.some((word) => TOPIC.test(word.replace(/[.,]$/u, '')))
}
