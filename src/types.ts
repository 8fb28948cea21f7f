/**
 * One type per arrow of the way from a note to a page, in order:
 *
 *     SourceFile ─parse─▶ Note ─segment─▶ Statement[] ─tag─▶ StatementRecord[]     analyze: one note at a time
 *     NoteAnalysis[] ─attribute─▶ Evidence[] ─themes─▶ Theme[] ─aggregate─▶ …      synthesize: the whole set
 *     … ─render─▶ OutputFile[] = the Plan
 *
 * `NoteRecord`, `PersonRecord` and `StatementRecord` are also what `personas tag` prints, a JSON object a line:
 * everything on a page can be computed from them.
 */
import type { Problem } from './problems.ts'

export const SIGNALS = ['job', 'objection', 'criterion', 'budget'] as const
export type Signal = (typeof SIGNALS)[number]
export const TAGS = [...SIGNALS, 'none'] as const
export type Tag = (typeof TAGS)[number]

export const STAGES = [
  'discovery',
  'demo',
  'evaluation',
  'proposal',
  'negotiation',
  'won',
  'lost',
  'other',
] as const
export type Stage = (typeof STAGES)[number]

export const BUYING_ROLES = [
  'decision-maker',
  'budget-holder',
  'influencer',
  'recommender',
  'saboteur',
  'user',
] as const
export type BuyingRole = (typeof BUYING_ROLES)[number]

export const SIDES = ['customer', 'seller', 'unknown'] as const
export type Side = (typeof SIDES)[number]

export const SCOPES = ['business', 'personal'] as const
export type Scope = (typeof SCOPES)[number]

export const OBJECTION_CATEGORIES = [
  'price',
  'complexity',
  'capability',
  'integration',
  'security',
  'trust',
  'change',
  'timing',
  'status-quo',
  'competitor',
  'authority',
] as const
export type ObjectionCategory = (typeof OBJECTION_CATEGORIES)[number]

export const FORCES = ['deal-breaker', 'must', 'nice', 'process'] as const
export type Force = (typeof FORCES)[number]

/** Money as a range: one figure is `min === max`; an open end is null. `currency` is ISO 4217. */
export interface Amount {
  min: number | null
  max: number | null
  currency: string | null
  period: 'year' | 'month' | 'quarter' | 'week' | 'day' | 'hour' | 'once' | null
}

export interface Facets {
  scope?: Scope
  surface?: boolean
  category?: ObjectionCategory
  force?: Force
  amount?: Amount
}

/** A file as read: `path` is POSIX and relative to the root (the folder of the config file, else the working directory). */
export interface SourceFile {
  path: string
  text: string
}

/** Where in a note a piece of text stands: what a reader would call the shape of it. */
export type BlockKind = 'paragraph' | 'bullet' | 'task' | 'cell' | 'quote' | 'turn'

/**
 * A run of text that one person said or noted, before it is cut into statements.
 * `lines[i].text` is a substring of line `lines[i].line` of the file (1-based), markup stripped.
 */
export interface Block {
  kind: BlockKind
  lines: { line: number; text: string }[]
  /** Headings above, outermost first. */
  headings: string[]
  /** Speaker as written in the label (`Maria`, `AE`, `Q`), null where the block has none. */
  label: string | null
  /** Depth of nesting of a bullet, 0 for everything else. */
  depth: number
}

/** What one note says of itself, and its text as blocks. Names and roles are settled by people.ts, statements by segment.ts. */
export interface Note {
  record: NoteRecord
  /** People as written, in order of appearance, before they are resolved. */
  mentions: PersonMention[]
  blocks: Block[]
}

/** One mention of a person as the note's head, lists or labels write it. */
export interface PersonMention {
  name: string
  title: string | null
  company: string | null
  side: Side
  role: BuyingRole | null
}

export type Outcome = 'won' | 'lost' | 'open'

export interface NoteRecord {
  v: 1
  kind: 'note'
  file: string
  /** ISO day, null where the note has none that can be told. */
  date: string | null
  account: string | null
  stage: Stage
  outcome: Outcome | null
  dealValue: { amount: number; currency: string | null } | null
  industry: string | null
  size: string | null
  /** false: nothing of this note may be quoted. */
  consent: boolean | null
  /** ISO 639-1 code of the language the note is written in. */
  language: string
  /** SHA-256 (first 16 hex digits) of the note's bytes with LF line ends. */
  digest: string
  /** The note this one repeats (same call written up twice), set by attribute; null elsewhere. */
  duplicateOf: string | null
}

export interface PersonRecord {
  v: 1
  kind: 'person'
  file: string
  name: string
  title: string | null
  company: string | null
  side: Side
  role: BuyingRole | 'unknown'
  /** Id of the persona, null for sellers and for people whose part can't be told. */
  persona: string | null
}

/** A sentence, or a bullet or cell that stands alone, with its context, before it is tagged. */
export interface Statement {
  file: string
  line: number
  endLine: number
  /** As in the file, markup stripped. */
  text: string
  block: BlockKind
  /** Headings above, outermost first. */
  headings: string[]
  /** Full name of who said it, null where nobody can be told. */
  speaker: string | null
  side: Side
  /** Tag written by a person into the note (`#objection`, `[budget]`), null where there is none. */
  explicit: Tag | null
}

export interface StatementRecord {
  v: 1
  kind: 'statement'
  file: string
  line: number
  endLine: number
  text: string
  tag: Tag
  /** Calibrated probability that the tag is right, 0..1, rounded to 3 digits. */
  confidence: number
  origin: 'model' | 'explicit' | 'correction'
  /** false: under the threshold, waits for review and stands on no page. */
  accepted: boolean
  speaker: string | null
  side: Side
  role: BuyingRole | 'unknown'
  persona: string | null
  facets: Facets
  /** Id of the theme in the committed codebook, else null. */
  theme: string | null
  /** Innermost heading above, null where there is none. */
  heading: string | null
  /** SHA-256 (first 16 hex digits) of the statement's text with white space collapsed; anchors quotes. */
  digest: string
  /** A statement already seen in another note (a thread pasted twice): counted once. */
  repeated: boolean
}

/** Everything that was seen in one note. */
export interface NoteAnalysis {
  note: NoteRecord
  people: PersonRecord[]
  statements: StatementRecord[]
}

/** A statement with the note and the person behind it, as synthesis counts it. */
export interface Evidence {
  statement: StatementRecord
  note: NoteRecord
  person: PersonRecord | null
  /** Canonical account name; notes without one count as an account of their own (`file:…`). */
  account: string
}

/** A theme as the codebook (`personas/themes.yaml`) keeps it. `id` never changes. */
export interface CodebookTheme {
  id: string
  name: string
  tag: Signal
  aliases: string[]
}

export interface Theme extends CodebookTheme {
  evidence: Evidence[]
}

/** One line of `personas/corrections.jsonl`: a person's word on a statement, found by file and digest. */
export interface Correction {
  v: 1
  file: string
  digest: string
  tag: Tag
}

/** A file that a run wants to exist. `path` is POSIX and relative to the output folder. */
export interface OutputFile {
  path: string
  text: string
}

/** What a run would write, and what it noticed on the way. */
export interface Plan {
  files: OutputFile[]
  problems: Problem[]
}
