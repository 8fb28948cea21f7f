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

/** Folder of the pages where no setting names another, beside the configuration. */
export const DEFAULT_OUT = 'personas'

export const SIGNALS = ['job', 'objection', 'criterion', 'budget'] as const
export type Signal = (typeof SIGNALS)[number]
export const TAGS = [...SIGNALS, 'none'] as const
export type Tag = (typeof TAGS)[number]

export const STAGES = ['discovery', 'demo', 'evaluation', 'proposal', 'negotiation', 'won', 'lost', 'other'] as const
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

/** @public the training scripts read it */
export const SCOPES = ['business', 'personal'] as const
export type Scope = (typeof SCOPES)[number]

/** @public the training scripts read it */
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

/** @public the training scripts read it */
export const FORCES = ['deal-breaker', 'must', 'nice', 'process'] as const
export type Force = (typeof FORCES)[number]

/** Money as a range: one figure is `min === max`; an open end is null. `currency` is ISO 4217. */
export interface Amount {
  min: number | null
  max: number | null
  currency: string | null
  period: 'year' | 'month' | 'quarter' | 'week' | 'day' | 'hour' | 'once' | null
  /** The number may be of something else than money: no page calls it a sum. */
  guess?: true
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
  /** The label stands on the block's own row, not on a bullet above. */
  labelled: boolean
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
  /** Last ISO day on which anything of this note may stand on a page, null where the note sets none. */
  retention: string | null
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
  /** 1 where the note or the config says the role, else how likely it is by title and words; missing where the role is unknown. */
  roleConfidence?: number
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
  /** The speaker's own words as far as the note tells: under his label, in his mail, between quotation marks. */
  direct: boolean
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
  /** The speaker's own words; else the note tells of the speaker. */
  direct: boolean
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
  /** Words or phrases that put a statement here; matched on word stems. Empty where the built-in concept of this id decides. */
  keywords: string[]
  /** People keep it with the statements that it had then, which are listed. */
  pinned?: true
  /** Digests of single statements that belong here, whatever they say: a person's word. */
  statements?: string[]
}

export interface Theme extends CodebookTheme {
  /** In order of account, date, file and line. */
  evidence: Evidence[]
}

/** How much a page rests on. */
export interface Sample {
  calls: number
  accounts: number
  people: number
  statements: number
  /** Days of the oldest and the newest call; null where no call has a date. */
  first: string | null
  last: string | null
  strength: 'thin' | 'indicative' | 'solid'
  /** The account that gives over 30 % of the statements, where there is one. */
  dominant: { account: string; statements: number } | null
}

/** Accounts by what became of the deal. */
export interface Outcomes {
  won: number
  lost: number
  open: number
}

/** The deals of some accounts, added up per currency; `accounts` is how many of them have a value. */
export interface DealValue {
  currency: string | null
  amount: number
  accounts: number
}

/** Statements that say the same kind of thing, best quote first, with their accounts in code-unit order. */
export interface Group {
  accounts: string[]
  evidence: Evidence[]
}

/**
 * What became of an objection in an account: settled by the word of a later note; raised in a later call again; not heard again
 * and the deal won, or lost, or still open; raised in the account's last call, with the deal open; told in the review alone.
 */
export type Ending = 'settled' | 'came back' | 'won' | 'lost' | 'parked' | 'open' | 'review'

/** A deal that is won or lost, with the reasons that people gave in its review. */
export interface Review {
  account: string
  outcome: 'won' | 'lost'
  /** Day of the review that is quoted, else of the newest note that tells the outcome; null where none has a date. */
  date: string | null
  value: NoteRecord['dealValue']
  /** Whether a note of the review itself is there. */
  reviewed: boolean
  /** In the order in which they were said; a turn of several sentences is one statement. Accepted or not, of every tag. */
  reasons: Evidence[]
}

/** Accounts that raised a theme in the six months before the newest call, and in the six before those, of those heard then. */
export interface Trend {
  word: 'new' | 'rising' | 'falling' | 'steady'
  after: { raised: number; heard: number }
  before: { raised: number; heard: number }
}

/** A theme as one kind of person raises it. */
export interface Finding {
  theme: Theme
  /** Each account once, in code-unit order. */
  accounts: string[]
  calls: number
  people: number
  /** Titles of those who raised it, and industries of their accounts, most frequent first. */
  titles: { value: string; count: number }[]
  industries: { value: string; count: number }[]
  /** Smallest and largest of the accounts by heads, where two or more tell. */
  heads: { min: number; max: number } | null
  /** In the order of a sale, with the accounts that raised it then. */
  stages: { stage: Stage; accounts: number }[]
  outcomes: Outcomes
  /** The other accounts of the persona. */
  elsewhere: Outcomes
  /** Value of the deals of the accounts that raised it. */
  value: DealValue[]
  /** How many of the statements stop at the surface, and of which category most of those are. */
  surface: number
  surfaceCategory: ObjectionCategory | null
  /** null where there are too few calls or accounts to say. */
  trend: Trend | null
  /** Accounts in which our side spoke right after it was raised. */
  answered: string[]
  endings: { account: string; ending: Ending }[]
  /** What settled it, an account's once, in the order of the accounts. */
  settled: Evidence[]
  /** Best quote first, an account's second one behind the first of every other. */
  evidence: Evidence[]
}

export interface MoneyRange {
  currency: string | null
  period: Amount['period']
  min: number
  max: number
  accounts: string[]
  evidence: Evidence[]
}

/** Money to be spent, what somebody may sign, what the way of today costs, a sum of which the words don't say, a price per head or piece. */
export type SumKind = 'budget' | 'limit' | 'today' | 'other' | 'piece'

export interface Money {
  /** Kinds in the order of a page; of each a range per currency and period. */
  sums: { kind: SumKind; range: MoneyRange }[]
  /** Accounts whose notes name different amounts for what looks like the same money. */
  conflicts: { account: string; ranges: MoneyRange[] }[]
  whose: Group
  when: Group
  /** Statements on money that are none of those. */
  other: Group
}

export interface StageRow {
  stage: Stage
  calls: number
  /** Accounts that raised something of the kind. */
  counts: Record<Signal, number>
  /** The theme that most accounts raised in this stage, objections before jobs; money and steps left out. */
  top: Theme | null
}

/** A wish of the one and a refusal of the other on one subject in one account, a statement of each. */
export interface Tension {
  /** "To see what happens, against being watched". */
  subject: string
  account: string
  ours: Evidence
  theirs: Evidence
}

/** Another kind of person in the same accounts. */
export interface Neighbour {
  id: string
  name: string
  kind: 'buyer' | 'user'
  accounts: string[]
  /** Themes that both raise as the same kind of thing, in the same accounts. */
  agree: { theme: Theme; accounts: string[] }[]
  conflict: Tension[]
}

/** Somebody of an account's buying committee. */
export interface Seat {
  role: BuyingRole
  title: string | null
  /** Whether any statement in the notes is theirs. */
  heard: boolean
}

/** The buying committee of an account, as far as parts are known. */
export interface AccountTable {
  account: string
  outcome: keyof Outcomes
  seats: Seat[]
}

export interface Committee {
  neighbours: Neighbour[]
  /** How many people of the persona's accounts hold each role, and how many of them were heard. */
  roles: { role: BuyingRole; people: number; heard: number; accounts: number; heardIn: number }[]
  /** Roles of which nobody was heard in the persona's accounts, though elsewhere. */
  neverHeard: BuyingRole[]
  /** The one heard last first. */
  tables: AccountTable[]
  /** Statements that tell of an act against the purchase, of deals that are not won. */
  opponents: Evidence[]
}

export const MOTIVES = ['security', 'status', 'enjoyment', 'support'] as const
/** Why somebody wants it for themselves: to keep what they have, to be seen, to like the work, to carry less risk and load. */
export type Motive = (typeof MOTIVES)[number]

export interface Jobs {
  business: Finding[]
  personal: Finding[]
  /** Share of what is about themselves, 0..1, every account counting the same; null for no jobs. */
  personalShare: number | null
  motives: ({ motive: Motive } & Group)[]
  /** What is about themselves and tells no motive. */
  otherPersonal: Group
  pains: Group
  outcomes: Group
  triggers: Group
  duties: Group
}

/** A demand that the purchase is made to depend on. `theme` is null where it belongs to none. */
export interface Condition extends Group {
  theme: Theme | null
  outcomes: Outcomes
  value: DealValue[]
}

/** One statement on how an account decides: the steps that it names, and who, when and by what proof, as it says itself. */
export interface Step {
  names: string[]
  titles: string[]
  durations: string[]
  proofs: string[]
  evidence: Evidence
}

/** How one account decides, in the order of a sale. */
export interface Chain {
  account: string
  steps: Step[]
}

export interface Criteria {
  dealBreakers: Finding[]
  musts: Finding[]
  nice: Finding[]
  conditions: Condition[]
  chains: Chain[]
  /** What is said of how they decide and names no step. */
  unplaced: Group
}

/** How much one kind of claim on a page rests on. */
export interface Claim {
  tag: Signal
  statements: number
  people: number
  accounts: number
  calls: number
  strength: Sample['strength']
}

/** Whether new calls still bring new themes: what the newest third of the dated calls brought for the first time. */
export interface Saturation {
  calls: number
  newThemes: number
  themes: number
}

/** Something that the product is asked for or lacks, over all personas. */
export interface Demand extends Group {
  name: string
  /** Accounts by the strongest thing that they say of it. */
  force: { 'deal-breaker': string[]; must: string[]; missed: string[]; nice: string[] }
  roles: { value: BuyingRole; count: number }[]
  value: DealValue[]
  outcomes: Outcomes
}

/** Another offer or a way of their own; `name` is null where the configuration knows none. */
export interface Rival extends Group {
  name: string | null
}

export interface Question {
  /** What to ask, in words. */
  text: string
  /** Why it is asked: what the page lacks. */
  why: string
  persona: string
  /** The accounts in which to ask it; empty where it is open everywhere. */
  accounts: string[]
  /** What it is asked about, in the words of who said it. */
  quotes: Evidence[]
  /** How much of the page an answer would change; higher first. */
  weight: number
}

/** What a row of the index says first: a theme of several accounts, else the one statement that weighs most. */
export type Headline = { theme: Theme; accounts: number } | { evidence: Evidence }

/** A kind of buyer or user, with everything that its page says. */
export interface Persona {
  id: string
  name: string
  kind: 'buyer' | 'user'
  sample: Sample
  /** Titles and roles as the notes give them, most people first. */
  titles: { title: string; people: number }[]
  roles: { role: BuyingRole; people: number }[]
  industries: string[]
  sizes: string[]
  outcomes: Outcomes
  /** Their accounts in which there is something to sell: not decided, and not visited for research alone. */
  open: string[]
  objections: Finding[]
  jobs: Jobs
  criteria: Criteria
  money: Money
  stages: StageRow[]
  committee: Committee
  questions: Question[]
  claims: Claim[]
  saturation: Saturation | null
  /** Signals of these people that wait for review, and how many of each tag do. */
  waiting: number
  waitingBy: Record<Signal, number>
  /** The most probable objections among them. */
  unsure: Evidence[]
  /** What stops them first, and what they want first; null for nothing accepted. */
  first: { stops: Headline | null; wants: Headline | null }
  /** The reviews of their accounts, with what these people said in them. */
  reviews: Review[]
  /** Every statement on the page, by theme: objections, jobs, criteria, money. */
  themes: Theme[]
  /** Statements of no theme: what one person said and nobody else. */
  unthemed: Evidence[]
}

/** What all notes together say: everything that pages show. */
export interface Synthesis {
  notes: NoteAnalysis[]
  /** Those with evidence, in the order of their ids. */
  personas: Persona[]
  themes: Theme[]
  demands: Demand[]
  /** All accounts in which somebody's part is known, the one heard last first. */
  accounts: AccountTable[]
  rivals: Rival[]
  /** Calls in which somebody of a buying role was heard, by stage. */
  coverage: { role: BuyingRole; calls: { stage: Stage; calls: number }[] }[]
  /** The codebook as it is to be kept: the given themes as they were, then the new ones. */
  codebook: CodebookTheme[]
  /** Signals that wait for review. */
  waiting: number
  /** Accepted signals that no persona takes: nobody could be told who said them. */
  unattributed: Evidence[]
  /** Deals won and lost, lost ones first, the one closed last first. */
  reviews: Review[]
  problems: Problem[]
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
