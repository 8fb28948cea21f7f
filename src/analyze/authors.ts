/** Who wrote a note, as its first lines say it: by a name among the words about the call, by initials, by the company he is from. */
import { namesDay } from './dates.ts'
import { pronounOf } from './first-names.ts'
import { isCommonWord, isNameWord, isTitleWord, leadingName } from './names.ts'
import type { PersonMention } from '../types.ts'

/** Rows in which somebody may sign; below, names are those of the customer's people. */
const SIGNED_ROWS = 3
const WORD = "\\p{Lu}[\\p{L}'’-]+"
const PARTICLES = '(?:(?:ter|van|von|de|der|den|di|da|dos|du|le|la|el|al) ){0,2}'
const NAME = `(?:\\p{Lu}\\.? )?${WORD}(?: ${PARTICLES}${WORD}| \\p{Lu}\\.?(?!\\p{L}))?`
const pattern = (source: string, flags = 'gu'): RegExp => new RegExp(source, flags)

/** Words about writing, and the name beside them. */
const WRITING: readonly RegExp[] = [
  pattern(
    `(?:[Ll]og|LOG|[Mm]inutes|[Mm]inuted|[Tt]aken|[Ff]illed(?: in| out)?|[Tt]alks?|[Rr]eview|[Ii]nterviews?|[Vv]isit|[Rr]eport|[Ss]ummary|[Dd]ictated|[Tt]ranslated|[Pp]repared|[Cc]ompiled|[Ww]ritten(?: up| down)?|[Rr]un) by (?:me, )?(${NAME})`,
  ),
  pattern(`(?:[Nn]otes|NOTES|[Ww]rite-up) (?:of|from) (${NAME})(?=[ ,.;(]|$)`),
  pattern(`(?:^|[\\s(])(${NAME})['’]s? (?:own )?(?:notes|minutes|log|report|write-up|dictation)(?!\\p{L})`),
  pattern(
    `(?:^|[.,;–—/|-] )(${NAME})(?: again| here)?,? (?:dictation|dictating|dictated|typing|scribbling|recording|writing)(?!\\p{L})`,
  ),
  pattern(`^(?:Writes|By|From) (${NAME})(?=[,.]|$)`),
  pattern(`[Mm]y (?:\\p{Ll}+ )?(?:notes|review|report|write-up|minutes)(?: \\(|, )(${NAME})(?=[,.)]|$)`),
  pattern(`(?:^|[\\s,(])our (${WORD} ${WORD})(?=[,.;)]|$)`),
  // `Iris Fell with Tom Ash (COO), …`, `Iris Fell spoke to …`: who stands before the others went to see them.
  pattern(`(?:^|[.·|–—] |// )(${NAME}),? (?:with|spoke (?:to|with)|met|visited|talked to|interviewed) (?=\\p{Lu})`),
  pattern(`^(${NAME}) to ${WORD}(?=[,.])`),
]
/** Most rows have none of those words; the patterns above need not look at them. */
const TRIGGER =
  /\bby |\b(?:notes?|write-up|minutes|report|log|review|dictat\p{L}+|typing|scribbling|recording|writing|our|with|spoke|met|visited|talked|interviewed|writes|from|to)\b/iu
/** `Iris Fell for Nordkit`, `(Iris Fell, Nordkit)`, `Iris Fell (Nordkit)`: the company beside the writer is ours. */
const OF_COMPANY = pattern(
  `(?:^|[,.;:–—/|(-] ?|(?:[Ii]nterviewer|[Ww]rites|[Bb]y|[Aa]utora?):? )(${NAME})(?: for (${WORD})|, (${WORD}(?: ${WORD})?)(?=[).]|, \\p{Lu}?\\p{Ll}+ \\p{Ll}|$)| \\((${WORD})(?:,[^()]{0,40})?\\))`,
)
/** `(Nordkit product marketing, Iris Fell)` */
const COMPANY_FIRST = pattern(`\\((${WORD})(?: \\p{Ll}+){0,3}, (${WORD} ${WORD})\\)`)

/** @param rows the first rows of a note, in order */
export function writers(rows: readonly string[], account: string | null): PersonMention[] {
  const found: string[] = []
  const theirs = (account ?? '').toLowerCase()
  rows.slice(0, SIGNED_ROWS).forEach((full, index) => {
    const row = full.slice(0, 300).replace(/(?<![\s*_])[\s*_]+$/u, '')
    for (const sign of TRIGGER.test(row) ? WRITING : [])
      for (const match of row.matchAll(sign)) if (isKnownName(match[1] ?? '')) found.push(match[1] ?? '')
    const brackets = row.match(/\p{L} \(/gu)?.length ?? 0
    for (const match of row.matchAll(OF_COMPANY)) {
      const company = match[2] ?? match[3] ?? (brackets === 1 ? match[4] : '') ?? ''
      if (isCompany(company, theirs) && isKnownName(match[1] ?? '')) found.push(match[1] ?? '')
    }
    for (const match of row.matchAll(COMPANY_FIRST))
      if (isCompany(match[1] ?? '', theirs) && isKnownName(match[2] ?? '')) found.push(match[2] ?? '')
    found.push(...signatures(row, index, theirs))
  })
  return [...new Set(found)].filter((name) => isWriter(name, theirs)).map(seller)
}

function seller(name: string): PersonMention {
  return { name, title: null, company: null, side: 'seller', role: null }
}

function isCompany(word: string, account: string): boolean {
  return (
    word !== '' &&
    !word.split(' ').some((one) => isTitleWord(one) || isCommonWord(one) || account.includes(one.toLowerCase())) &&
    pronounOf(word) === null &&
    !namesDay(word)
  )
}

function isWriter(name: string, account: string): boolean {
  const words = name.replace(/\./gu, ' ').trim().split(/\s+/)
  return (
    !namesDay(name) &&
    words.every((word) => (!isTitleWord(word) || word.length === 1) && !isCommonWord(word)) &&
    !words.some((word) => word.length > 3 && account.includes(word.toLowerCase())) &&
    (/^\p{Lu}{2,3}$/u.test(name) || leadingName(name) !== null)
  )
}

/** A first name of the lists, or an initial and a surname; `Signed`, `Met` and `Happy Birthday` are neither. */
function isKnownName(name: string): boolean {
  return pronounOf(name) !== null || /^\p{Lu}\.? \p{Lu}/u.test(name)
}

/** Parts of a row that are nothing but a name or initials: `– R. Fell –`, `, C Fell`, `/ BK.`, `| LM |`, `(RF)`, `VB, …`. */
function signatures(row: string, index: number, account: string): string[] {
  const found: string[] = []
  const open = /\(([^()]{2,40})\)\.?$/u.exec(row)
  const signed = open?.[1]?.split(',')[0]?.trim() ?? ''
  if (/^\p{Lu}{2}$/u.test(signed) && isSignature(signed, account)) found.push(signed)
  else if (index === 0 && isFirstName(signed) && open && !/\p{Lu}\p{L}{1,60} $/u.test(row.slice(0, open.index)))
    found.push(signed)
  // What a bracket follows is somebody with a title, or a company with its place: a mark keeps it from looking bare.
  const parts = row
    .slice(0, 400)
    .replace(/(?:(?<!\s)\s+)?\([^()]*\)?/gu, '\u0001')
    .split(/(?:(?<!\s)\s+)?[,|/>·]\s*|(?<!\s)\s+[–—-]+\s+|\.\s+|(?<!\s)\s+for (?=\p{Lu})/u)
    .map((part) => part.replace(/(?<![.\s#])[.\s#]+$/u, '').replace(/^[#\s]+/u, ''))
    .filter(Boolean)
  parts.forEach((part, at) => {
    const edge = at === parts.length - 1 || at === 0
    if (/^(?:\p{Lu}\.? ?\p{Lu}[\p{L}'’-]+|\p{Ll}\.\p{Ll}{3,})$/u.test(part)) {
      const [, initial, surname] = /^(\p{L})\.? ?([\p{L}'’-]{3,})$/u.exec(part) ?? []
      if (initial && surname && /^\p{L}[. ]/u.test(part) && /\p{Ll}/u.test(surname))
        found.push(`${initial.toUpperCase()}. ${surname.charAt(0).toUpperCase()}${surname.slice(1)}`)
    } else if (/^\p{L}[\p{L}'’-]+ \p{L}$/u.test(part) && pronounOf(part) !== null) found.push(capital(part))
    else if (index === 0 && at > 0 && /^\p{L}[\p{L}'’-]+$/u.test(part) && part.length > 2 && isFirstName(part)) {
      // A first name alone signs at the end, or after a date; elsewhere it may be a customer's or a place's.
      if (at === parts.length - 1 || /\d/u.test(parts[at - 1] ?? '')) found.push(capital(part))
    } else if (edge && /^(?:\p{Lu}{2}|\p{Ll}{2})$/u.test(part) && isSignature(part, account))
      found.push(part.toUpperCase())
    else if (index < 2 && /^(?:\p{Lu}{2}|\p{Ll}{2})$/u.test(part) && isSignature(part, account) && at > 1)
      found.push(part.toUpperCase())
  })
  return found
}

function isFirstName(word: string): boolean {
  return pronounOf(word) !== null && !isCommonWord(word) && !isTitleWord(word)
}

function capital(name: string): string {
  return name.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

const STATES =
  /^(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|UK|US|EU|AG|SA|AB|AS|BV|NV|KG|SE|QA|HQ|PS|NB|PX|EV|DM|VP|WC|TX|OK|AM|PM|VS|QLD|NSW|LTD|LLC|INC|PLC|SPA|SRL|NHS|CRM|LOG|FAQ|Q[1-4]|H[12])$/iu

function isSignature(letters: string, account: string): boolean {
  return !STATES.test(letters) && !isTitleWord(letters) && !isCommonWord(letters) && !account.startsWith(letters)
}

/** What stands before a colon and full names: `Nordkit: Iris Fell, Jo Marsh`. A customer's people come with their titles, ours rarely. */
export function ofCompanies(row: string, account: string | null): PersonMention[] {
  const theirs = (account ?? '').toLowerCase()
  const found: PersonMention[] = []
  for (const match of row.slice(0, 800).matchAll(/(?:^|[.;,] |[Ff]or )(\p{Lu}[\p{L}&-]+): ([^:;]{3,120})/gu)) {
    const [, company = '', list = ''] = match
    if (!isCompany(company, theirs) || isNotCompany(company)) continue
    for (const part of list.split(/\.\s|\.$/u)[0]?.split(/,\s*|\s(?:and|&|\+)\s/u) ?? []) {
      const name = part.trim()
      if (!new RegExp(`^${WORD} ${PARTICLES}${WORD}$`, 'u').test(name)) break
      if (name.split(' ').every((word) => isNameWord(word) || /^\p{Ll}/u.test(word))) found.push(seller(name))
    }
  }
  return found
}

/** Words before a colon that introduce anybody but our company. */
function isNotCompany(word: string): boolean {
  return /^(?:Present|Attendees|Attendance|Participants|Persons|People|Encountered|Met|With|Contacts?|Council|Customer|Client|Prospect|Room|Call|Guests?|There|Later|Absent|Apologies|Also|Who|On|Cc|To|From|Account|Opp|Deal|Teilnehmer|Presenti|Presentes|Aanwezig|Deltagare|Respondents?|Interviewees?|Them|Subject|Re|Date)$/iu.test(
    word,
  )
}
