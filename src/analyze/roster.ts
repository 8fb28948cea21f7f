/** Lists of people as notes write them, on one line: `Maria Lopez (VP Ops), Jo Chen – CFO; us: Sam (AE)`. */
import type { PersonMention, Side } from '../types.ts'
import { isHonorific, isInitials, isNameWord, isParticle, isTitleWord, leadingName } from './names.ts'

const REMARK =
  /\d\s*(?:min|mins|m|h|hrs?|'|’|%)|^\d|\b(?:phone|tel|telefon|zoom|teams|video|remote|screen|speaker|joined?|joining|late|left|last|first|half|end|came|early|only|twice|new|mute|camera|online|dialled|dialed|call|min|meeting|sat)\b/iu
const SELLER_TITLE =
  /^\s*(?:from us|us|vendor)\s*$|(?:^|[\s,(/])(?:ae|se|sc|sdr|bdr|csm|presales|pre-sales|account (?:exec\w*|manager|director)|sales (?:engineer|rep|manager|director|lead)\w*|inside sales\w*|vp sales|solutions? (?:engineer|consultant|architect)|our side)(?:[\s,)/]|$)/iu

/** Cuts at separators that stand outside brackets and quotes. */
function splitOutside(text: string, separators: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '(' || char === '[' || char === '{') depth += 1
    else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    separators.lastIndex = at
    const match = separators.exec(text)
    if (match && match.index === at && match[0].length > 0) {
      parts.push(text.slice(start, at))
      start = at + match[0].length
      at = start - 1
    }
  }
  parts.push(text.slice(start))
  return parts.map((part) => part.trim()).filter(Boolean)
}

/** `ed mulroney (sec architect)`: where names are typed small, a first name may look like the beginning of a title. */
const TWO_WORDS_AND_TITLE = /^(\p{Ll}[\p{L}'’-]*\s\p{Ll}[\p{L}'’-]*)\s?(\([^()]{1,120}\))/u
const STRONG = /;|\n|\s\/{1,2}\s|\s\|\s|\s[·•]\s|(?<=\p{Ll}{2}|\))\.\s(?=\p{Lu})/uy
const WEAK = /,\s*|\s(?:and|und|et|e|y|en|og|och|&|\+|with|plus|dann|then)\s/uy

/**
 * The people of a list.
 * @param side of everybody whose own words don't say otherwise
 * @param anyCase true where the place says that names follow, so that `gina farrow (sr dir)` is one
 */
export function roster(text: string, side: Side = 'unknown', anyCase = false): PersonMention[] {
  const found: PersonMention[] = []
  const elements = splitOutside(text.slice(0, 2000), STRONG)
  const titled =
    elements.length > 1 &&
    elements.filter((element) => splitOutside(element, WEAK).length === 2).length === elements.length
  let current = side
  for (const element of elements) {
    const marker = sideMarker(element)
    if (marker) current = marker.side
    found.push(...members(marker ? marker.rest : element, current, anyCase, titled))
  }
  return found
}

/** `us: Sam (AE)` → seller, `Sam (AE)`. */
function sideMarker(element: string): { side: Side; rest: string } | null {
  const match = /^([^:(]{1,30}):\s*/u.exec(element)
  const key = match?.[1]?.trim()
  if (!match || key === undefined) return null
  const side = /^(?:us|ours?|our side|we|wir|noi|nous|wij|me|vendor|self)$/iu.test(key)
    ? 'seller'
    : /^(?:them|they|theirs|their side|customer|client|prospect|buyer)s?$/iu.test(key)
      ? 'customer'
      : null
  return side === null ? null : { side, rest: element.slice(match[0].length) }
}

function members(element: string, side: Side, anyCase: boolean, titled: boolean): PersonMention[] {
  const found: PersonMention[] = []
  for (const part of splitOutside(element, WEAK)) {
    const last = found.at(-1)
    const me = /^(?:just |only )?(?:me|myself|self|i)\b(?:\s*[,(])?\s*([^]*)/iu.exec(part)
    if (me) {
      const name = leadingName((me[1] ?? '').replace(/\)[^]*/u, ''))
      if (name) found.push(mention(name.name, null, 'seller'))
      continue
    }
    const person = titled && last ? null : onePerson(part, side, anyCase)
    if (person) found.push(person)
    else if (last && last.title === null && isTitle(part)) last.title = cleanTitle(part)
    else if (last && last.title !== null && isTitleWord(part.split(/\s/)[0] ?? ''))
      last.title = `${last.title}, ${cleanTitle(part) ?? ''}`
    if (last && SELLER_TITLE.test(` ${last.title ?? ''} `) && side === 'unknown') last.side = 'seller'
  }
  return found
}

function isTitle(part: string): boolean {
  const words = part.split(/\s+/)
  return words.length <= 7 && !REMARK.test(part) && words.some((word) => isTitleWord(word))
}

/** `Maria Lopez (VP Ops)`, `Jo Chen – CFO`, `Bev Liddell clms ops`, `VP sales Art Kowalczyk`. */
export function onePerson(part: string, side: Side, anyCase: boolean): PersonMention | null {
  const words = part.split(/\s+/)
  const first = words[0] ?? ''
  const typed = anyCase ? TWO_WORDS_AND_TITLE.exec(part) : null
  if (typed?.[1] && typed[2])
    return mention(typed[1], titleAfter(typed[2]), SELLER_TITLE.test(` ${typed[2]} `) ? 'seller' : side)
  if (isTitleWord(first) && !isHonorific(first)) return afterTitle(part, side)
  const bracketed = part.indexOf('(') > 0
  const lead = leadingName(part, anyCase && /^[^\s(]+(?:\s[^\s(]+)?\s?\(/u.test(part))
  if (!lead || (isInitials(lead.name) && !bracketed && lead.rest === ''))
    return lead && anyCase ? mention(lead.name, null, side) : null
  const title = titleAfter(lead.rest)
  const seller = side === 'unknown' && SELLER_TITLE.test(` ${lead.rest} `)
  return mention(lead.name, title, seller ? 'seller' : side)
}

/** `VP sales Art Kowalczyk`: a title with a full name at its end. */
function afterTitle(part: string, side: Side): PersonMention | null {
  const words = part.split(/\s+/)
  let at = words.length
  while (
    at > 1 &&
    (isNameWord(words[at - 1] ?? '') || isParticle(words[at - 1] ?? '')) &&
    !isTitleWord(words[at - 1] ?? '')
  )
    at -= 1
  if (words.length - at < 2) return null
  const title = words.slice(0, at).join(' ')
  return mention(
    words.slice(at).join(' '),
    title,
    side === 'unknown' && SELLER_TITLE.test(` ${title} `) ? 'seller' : side,
  )
}

function titleAfter(rest: string): string | null {
  const bracket = /^\(([^()]{1,120})\)/u.exec(rest)
  if (bracket?.[1] !== undefined) {
    const parts = bracket[1].split(/[,;]/).map((part) => part.trim())
    const kept = parts.filter((part) => part && !REMARK.test(part))
    return kept.length > 0 ? kept.join(', ') : null
  }
  const marked = /^[-–—=:]/u.test(rest)
  const bare = rest.replace(/^(?:[-–—=:]+|who (?:is|leads|runs|heads|does)|from|in|our|the|their|of)\s+/iu, '')
  return marked || isTitle(bare.replace(/(?:(?<!\s)\s+)?\([^()]*\)/gu, '')) ? cleanTitle(bare) : null
}

export function cleanTitle(text: string): string | null {
  const title = text
    .replace(/(?:(?<!\s)\s+)?\([^()]*\)?\s*/gu, ' ')
    .replace(/^[-–—=:,\s]+/u, '')
    .replace(/(?<![\s.,;:])[\s.,;:]+$/u, '')
    .trim()
  return title === '' || title.length > 80 || REMARK.test(title) ? null : title
}

function mention(name: string, title: string | null, side: Side): PersonMention {
  return { name: name.trim(), title, company: null, side, role: null }
}

export { SELLER_TITLE }
