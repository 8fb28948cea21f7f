/** What one sentence tells of the people in it: who is its subject, to whom it is ascribed, what of it is quoted. */
import type { PersonRecord } from '../types.ts'

/** A person named in a text, with where the name begins and ends. */
export interface Spotted {
  person: PersonRecord
  at: number
  end: number
}

/** A name is followed by what its owner says, wants or thinks. */
const SPEAKS =
  /^[\p{L}'’ ]{0,25}\s(?:says?|said|asks?|asked|wants?|wanted|thinks?|thought|told|needs?|won't|would|wouldn't|reckons?|fears?|worries|hates?|likes?|wrote|signs)\b/u

/** What stands before a surname: `Ms Halloran`, `the Mayor, Mr. Parida`. */
const ADDRESS =
  /(?<![\p{L}])(?:mr|mrs|ms|miss|dr|prof|professor|col|cllr|sir|madam|madame|mme|herr|hr|frau|fr|sig|sr|sra|don|doña|chief|chef)\.?\s+$/iu

/** What stands before a name that something is done to. */
const OBJECT = /\b(?:of|to|with|than|about|asks?|asking|without|in|at|that|on|like)\s+(?:(?:mr|mrs|ms|dr)\.?\s+)?$/iu

const NAMED = "(\\p{Lu}[\\p{L}'’.-]*(?:\\s\\p{Lu}[\\p{L}'’.-]*){0,2})\\s?"
/** `"…" (Siri, after 3 screenshots)`, `"…" - Narelle`, `…, says Siobhán`, `… (Ian)`, `… – from Ian`. */
const ATTRIBUTIONS = [
  new RegExp(
    `(?:["”)\\].]\\s*[-–—]\\s*|["”]\\s*\\(|,?["”]?\\s(?:says|said|asked|asks|adds|added|according to|per)\\s)${NAMED}[^"“”]{0,40}$`,
    'u',
  ),
  new RegExp(`\\s\\((?:per |from |says )?${NAMED}(?:, [^()]{0,30}|again|too)?\\)[.!?]?$`, 'u'),
  new RegExp(`\\s[-–—]\\s*(?:per |from |says )?${NAMED}[.!]?$`, 'u'),
]

/** Characters beside a name that say what it does in its sentence. */
const NEAR = 200

/** The names to which a text is ascribed, likeliest first. */
export function attributions(text: string): string[] {
  return ATTRIBUTIONS.flatMap((sign) => sign.exec(text)?.[1] ?? []).map((name) => name.trim().replace(/[.,]$/u, ''))
}

/** @param behind what follows a name: `Amina said …`, `Amina, in the lift: …` */
export function speaks(behind: string): boolean {
  return SPEAKS.test(behind) || /^[^.;:!?"“]{0,40}:\s/u.test(behind)
}

/** Whether something is done to, or said of, the person whose name stands at a place. */
export function isObject(text: string, at: number): boolean {
  return OBJECT.test(text.slice(Math.max(0, at - 20), at))
}

/** The person in the place of the subject; of `A says that B wants` it is B. */
export function subjectOf(text: string, customers: readonly Spotted[]): PersonRecord | null {
  for (const [index, spot] of customers.entries()) {
    const address = ADDRESS.exec(text.slice(Math.max(0, spot.at - 12), spot.at))?.[0].length ?? 0
    // What stands further away has no part in it, and would be looked through for every name again.
    const before = text.slice(Math.max(0, spot.at - address - NEAR), spot.at - address)
    const after = text.slice(spot.end, spot.end + NEAR).replace(/’/gu, "'")
    const begins =
      spot.at <= NEAR &&
      /^\W{0,40}(?:(?:and|but|so|then|also|now|when|if|because|as|for|like|since|while|although|apparently|later|still|even|only|only then|after that|on \p{L}+|\d[\d/.:]*|\p{L}+,)\s+){0,3}$/iu.test(
        before,
      )
    const opens =
      /(?:[.;:!?–—]|,|\b(?:and|but|so|because|that|if|when|while|as|where|which|says|said|since|until|before|after|nor|or|than|what))\s+$/iu.test(
        before,
      )
    const possessive = /^'s\s/u.test(after)
    const acts =
      /^\s+(?:\p{Ll}+ly\s+)?(?:is|was|has|had|does|did|will|would|can|could|wants?|needs?|\p{Ll}{3,}(?:s|ed)|told|said|knew|thought|won't|doesn't|didn't|isn't|wasn't|ran|went|came|got|gave|took|put|saw|sat|felt|left|heard|kept|built|bought|found|made|lost|led|drove|rang|wrote|read|met|'d|'s|'ll|to|=|:|on|not|no|only|never|still)\b|^'(?:d|ll|s (?:got|been|\p{Ll}+ing|not|out|in|on|fine))\b|^\s*[:=]/u.test(
        after,
      )
    if (begins || (opens && acts) || (possessive && before.trim() === '')) {
      const next = customers[index + 1]
      if (
        next &&
        /^\s+(?:says|said|thinks|told (?:me|us)|reports|hears|heard|knows)\s+(?:that\s+)?$/u.test(
          text.slice(spot.end, next.at),
        ) &&
        /^\s+(?:wants|needs|will|won't|would|wouldn't|has|is|can't|hates|likes|signs)\b/u.test(
          text.slice(next.end, next.end + NEAR),
        )
      )
        return next.person
      return spot.person
    }
  }
  return null
}

/** Where quotations stand in a text. */
export function quoted(text: string): [number, number][] {
  return [...text.matchAll(/["“][^"“”]{0,500}(?:["”]|$)/gu)].map((match) => [
    match.index,
    match.index + match[0].length,
  ])
}

export function withoutQuotes(text: string): string {
  return text.replace(/["“][^"“”]{0,500}["”]/gu, '')
}

/** A sentence that is a quotation, or begins with one. */
export function opensQuoted(text: string): boolean {
  return /^\W{0,2}["“„«]/u.test(text)
}

/** Whether a quotation begun in a text, or before it, goes on behind it. */
export function leavesOpen(text: string, open: boolean): boolean {
  if (/[“”]/u.test(text)) return text.lastIndexOf('“') > text.lastIndexOf('”')
  const marks = text.match(/(?<![\d])"/gu)?.length ?? 0
  return marks % 2 === 1 ? !open : open
}

/** The rep speaks of himself. */
export function isAuthors(text: string): boolean {
  return /^(?:i|we|i'm|i'll|i've|i'd|my|told|showed|sent|asked|offered|explained|we're|we've)\b/iu.test(
    text.replace(/’/gu, "'"),
  )
}
