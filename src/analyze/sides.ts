/** Which side of the table people sit on. */
import type { AnalysisConfig } from '../config.ts'
import type { Note } from '../types.ts'
import type { Candidate } from './people.ts'
import { isTitleWord, nameKey } from './names.ts'
import { SELLER_TITLE } from './roster.ts'

/** Gives every candidate a side: by config, by what the note says of him, by how he talks, else the customer's. */
export function settleSides(candidates: Candidate[], note: Note, config: AnalysisConfig): void {
  const ours = config.us.people.map((name) => nameKey(name).join(' '))
  for (const one of candidates) {
    const settled = Object.hasOwn(config.people, one.name) ? config.people[one.name]?.side : undefined
    if (settled) one.side = settled
    else if (ours.includes(one.key.join(' '))) one.side = 'seller'
    else if (one.side !== 'unknown') continue
    else if (atOurCompany(one, config)) one.side = 'seller'
    else if (one.title !== null && SELLER_TITLE.test(` ${one.title} `)) one.side = 'seller'
  }
  settleByTalk(
    candidates.filter((one) => one.side === 'unknown'),
    candidates,
    note,
  )
}

/** `**Eli Hartmann (Hexlint):**` among `**Dana Whitlock (AppSec lead):**`: a company where the others have titles. */
function withCompany(one: Candidate, all: readonly Candidate[], note: Note): boolean {
  const isCompany = (title: string | null): boolean =>
    title !== null &&
    /^\p{Lu}[\p{L}&' -]{2,30}$/u.test(title) &&
    !title.split(/[\s&]+/u).some((word) => isTitleWord(word))
  if (!isCompany(one.title) || one.title === null) return false
  const account = (note.record.account ?? '').toLowerCase()
  const spoken = note.blocks.some((block) => block.label !== null && sameLabel(block.label, one))
  const rivals = all.filter((other) => other !== one && other.title !== null).length
  return spoken && rivals > 0 && !account.includes(one.title.toLowerCase())
}

function atOurCompany(one: Candidate, config: AnalysisConfig): boolean {
  const where = `${one.title ?? ''} ${one.company ?? ''}`.toLowerCase()
  const company = config.us.company?.toLowerCase()
  return (
    [company, ...config.us.products.map((name) => name.toLowerCase())].some(
      (name) => name !== undefined && name !== '' && where.includes(name),
    ) || config.us.domains.some((domain) => where.includes(`@${domain.toLowerCase()}`))
  )
}

/** What a seller's sentence has more often than a customer's, and the other way round: log-odds counted on the turns of the training notes, rounded. */
const SELLS: [RegExp, number][] = [
  [/\?["”]?$/u, 1.9],
  [/\bwould you\b|\bwhat would\b/u, 2],
  [/\b(?:did|do) you\b/u, 1.5],
  [/\bwe can\b/u, 1.3],
  [/^(?:what|how|who|when)\b/u, 0.9],
  [/^so\b/u, 1],
  [/\bi'll\b|\bsend\b/u, 1],
  [/\bwe have\b/u, 0.7],
  [/\byou\b/u, 1],
  [/^(?:yes|okay|right|good|great|thanks)\b/u, 0.7],
  [/\bours?\b/u, 0.4],
  [/\bthis is\b|\byou see\b|\byou can\b/u, 1],
  [/\broadmap\b/u, 1],
]
const BUYS: [RegExp, number][] = [
  [/\bmy\b|\bmyself\b/u, 2.2],
  [/\bi've\b/u, 1.9],
  [/\bi'd\b/u, 1.5],
  [/\bi (?:don't|was|had|need|want)\b|\bi'm not\b/u, 2.5],
  [/\bbecause\b/u, 2.2],
  [/\bs?he\b/u, 1.8],
  [/\bthey\b|\bsomebody\b/u, 1.4],
  [/\bwe had\b|\bfor me\b/u, 2],
  [/\bnot\b|\bdon't\b|\bisn't\b/u, 0.9],
  [/\bboard\b|\bpeople\b|\bsaid\b/u, 1.3],
  [/\byour\b(?! (?:team|side|side|own|data|people))/u, 0.6],
  [/^(?:but|and i|he|they)\b/u, 1.2],
]

/** Log-odds from which a person's turns are a seller's; measured on the training notes. */
const SELLER_FROM = 0.32

/** Those of whom nobody said a side: by how they talk and what is asked of them; who has a customer's title, or only is talked about, is the customer's. */
function settleByTalk(open: Candidate[], all: readonly Candidate[], note: Note): void {
  const listed = all.filter((one) => one.side !== 'seller' && one.title !== null).length
  const signs = signsOf(note)
  const talked = open.map((one) => ({ one, talk: talkOf(one, note) }))
  for (const { one, talk } of talked) {
    const company = talk.turns > 0 && withCompany(one, all, note)
    if (one.title !== null && !company) one.side = 'customer'
    else if (talk.turns > 0)
      one.side =
        odds(talk, worksForUs(one, signs)) + (listed >= 3 ? 0.3 : 0) + (company ? 1 : 0) > SELLER_FROM
          ? 'seller'
          : 'customer'
    else one.side = worksForUs(one, signs) >= 2 ? 'seller' : 'customer'
  }
  const writer = soleWriter(note)
  if (writer !== null)
    for (const { one } of talked) if (one.title === null && sameLabel(writer, one)) one.side = 'seller'
  if (all.some((one) => one.side === 'seller' && (!/^\p{Lu}{2,3}$/u.test(one.name) || talkOf(one, note).turns > 0)))
    return
  const speakers = talked
    .filter(({ one, talk }) => talk.turns > 0 && one.title === null)
    .toSorted((a, b) => b.talk.score - a.talk.score)
  const [most] = speakers
  if (most && speakers.length > 1 && most.talk.score > -0.6) most.one.side = 'seller'
}

/** A few turns say less than many; what others say of a person counts beside how he talks. */
function odds(talk: { turns: number; score: number }, signs: number): number {
  return (talk.score * talk.turns) / (talk.turns + 0.4) + 0.15 * Math.min(3, signs)
}

/** A note that is one mail from its first line on was written by one of us. */
function soleWriter(note: Note): string | null {
  const labels = new Set(note.blocks.map((block) => block.label).filter((label) => label !== null))
  const first = note.blocks[0]?.label ?? null
  const writes = note.blocks.filter((block) => block.label === first && block.kind !== 'turn').length
  return first !== null && labels.size <= 2 && writes >= note.blocks.length * 0.5 ? first : null
}

const NAME = "(?<!\\p{L})(\\p{Lu}[\\p{L}'’-]{1,24})"
const FULL = `${NAME}(?: ${NAME})?`
const GREETING =
  '(?:Hi|Hello|Dear|Hey|Thanks|Good (?:morning|afternoon|evening)|Hola|Liebe[r]?|Hallo|Car[oa]|Ciao|Bonjour|Ch(?:er|ère)|Beste|Hei|Hej|Prezad[oa]|Estimad[oa]|Sayın)'
const MISTER = '(?:(?:Mr|Mrs|Ms|Herr|Frau|Dr|Señora?)\\.? )?'
const pattern = (source: string): RegExp => new RegExp(source, 'gu')

/** What the first lines say of who wrote them down. */
const WRITERS: [RegExp, number][] = [
  [
    pattern(
      `(?:[Ww]ritten|[Tt]yped|[Nn]otes?|[Ll]ogged|[Rr]ecorded|[Aa]sked|[Ii]nterview\\w*|[Tt]ranslated|[Pp]repared|[Tt]idied)\\b[^.:;()]{0,45}?\\bby ${FULL}`,
    ),
    4,
  ],
  [pattern(`(?:[Nn]otes?|[Oo]wner|[Aa]uthor|[Rr]ep|[Ii]nterviewer|nasza osoba): ${FULL}`), 4],
  [pattern(`${FULL} (?:wrote|types|typed|translated) this\\b`), 4],
  [
    pattern(
      `${FULL} (?:listening|on mute|presenting|scribbling|taking notes|drove|ran it|led the call|read over it|keeps quiet)\\b`,
    ),
    3,
  ],
]
const HEAD_BLOCKS = 8

/** What is written of our own people, and how much it tells. */
const OURS: [RegExp, number][] = [
  [pattern(`(?:\\b[Bb]y|\\b[Nn]ote|\\b[Oo]ut ·|· \\p{Ll}+ ·|@) ?${FULL}$|(?:^|\\s)/${NAME}$`), 2],
  // Who stands beside the writer.
  [pattern(`\\b(?:[Mm]e|I|[Mm]yself|[Ss]elf)(?: \\([^()]*\\))? (?:and|\\+|&|with) ${NAME}`), 3],
  [pattern(`${NAME} (?:and|\\+|&) (?:me|myself)\\b`), 2],
  [pattern(`\\bwith ${NAME}, and\\b|[Ww]ritten up by[^()]*\\(${NAME}`), 1],
  // Whom the customer addresses.
  [pattern(`^["“]?${GREETING} ${MISTER}${NAME}[ ,!]`), 2],
  [pattern(`^${MISTER}${NAME},$`), 2],
  [pattern(`["“]${MISTER}${NAME}, `), 1.5],
  [pattern(`, ${MISTER}${NAME}[.?!,]?["”]`), 1.5],
  [pattern(`(?:said|says|goes),? ${NAME}, (?:you|I|we|that|it)\\b`), 2],
  [pattern(`["“][^"”]{0,1000}, ${NAME}, (?:you|I|we|that|it|in)\\b`), 1.5],
  // Who has to do what.
  [pattern(`^${NAME}(?: ${NAME})? (?:to|will) \\p{Ll}`), 1.5],
  [pattern(`, ${NAME} to (?:send|call|check|fix|revise|prepare|stop|ask)\\b`), 1.5],
  // Who asks and shows.
  [
    pattern(
      `${NAME} (?:asked|noticed|wondered|visited|explained|offered|replied|showed|demoed|presented|spent|listened|repeated|spoke (?:by|to|with)|was (?:there|allowed)|said back|said,? let me|told (?:her|him|them))\\b`,
    ),
    0.7,
  ],
  [pattern(`\\b(?:told|asked) ${NAME}\\b`), 0.5],
]

/** What is written of customers. */
const THEIRS: [RegExp, number][] = [
  [
    pattern(
      `${NAME}(?:['’]d)? (?:said|says|wants|needs|thinks|signs|knows|likes|hates|signed|decides|pays|reckons|doesn|won|wanted)\\b`,
    ),
    -1.5,
  ],
  [pattern(`${NAME} (?:told|runs|has|is|would|was)\\b`), -0.5],
  [pattern(`${NAME}['’]s (?:boss|team|budget|desk|people|name|office|words|limit|own)\\b`), -1],
]

const SIGNS = [...OURS, ...THEIRS]

/** Signs that a person works for us: he wrote the note, next steps fall to him, customers address him, he asks and shows. */
function worksForUs(one: Candidate, signs: ReadonlyMap<string, number>): number {
  const words = one.name.split(' ').map((word) => signs.get(word) ?? 0)
  return words.some((sign) => sign > 0) ? Math.max(...words) : Math.min(0, ...words)
}

/** One walk over the note for all names at once. */
function signsOf(note: Note): Map<string, number> {
  const signs = new Map<string, number>()
  const add = (name: string | undefined, weight: number): void => {
    if (name) signs.set(name, (signs.get(name) ?? 0) + weight)
  }
  const read = (text: string, patterns: readonly [RegExp, number][]): void => {
    if (!/\p{Lu}/u.test(text)) return
    for (const [sign, weight] of patterns)
      for (const match of text.matchAll(sign)) for (const name of match.slice(1)) add(name, weight)
  }
  for (const heading of new Set(note.blocks.flatMap((block) => block.headings))) read(heading, SIGNS)
  for (const block of note.blocks.slice(0, HEAD_BLOCKS)) for (const { text } of block.lines) read(text, WRITERS)
  for (const block of note.blocks) {
    if (block.kind === 'task' && block.label !== null) add(block.label.split(' ')[0], 2)
    for (const { text } of block.lines) {
      read(text, SIGNS)
      if (block.kind === 'task')
        for (const match of text.matchAll(/(?:\(|, )(\p{Lu}[\p{L}'’-]+)\)?$/gu)) add(match[1], 1.5)
    }
  }
  return signs
}

/** Mean log-odds of a person's turns for being the seller's. */
function talkOf(one: Candidate, note: Note): { turns: number; score: number } {
  let turns = 0
  let sum = 0
  for (const block of note.blocks) {
    if (block.label === null || block.kind === 'bullet' || block.kind === 'cell' || !sameLabel(block.label, one))
      continue
    const text = block.lines
      .map((line) => line.text)
      .join(' ')
      .toLowerCase()
      .replace(/’/gu, "'")
    turns += 1
    for (const [sign, weight] of SELLS) if (sign.test(text)) sum += weight
    for (const [sign, weight] of BUYS) if (sign.test(text)) sum -= weight
  }
  return { turns, score: turns === 0 ? 0 : sum / turns }
}

function sameLabel(label: string, one: Candidate): boolean {
  const key = nameKey(label)
  return key.length > 0 && key.every((word) => one.key.includes(word))
}
