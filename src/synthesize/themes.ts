/**
 * Groups signals of one tag that mean the same. A theme is a built-in concept, a phrase that comes back, or what people wrote into the
 * codebook. A statement is matched by itself, so what `personas tag --codebook` says of it is what `personas ingest` grouped.
 */
import { remembering } from '../remembering.ts'
import type { CodebookTheme, Evidence, NoteAnalysis, Signal, StatementRecord, Theme } from '../types.ts'
import { SIGNALS } from '../types.ts'
import { takenIds, withMerges } from './codebook.ts'
import { conceptOf, SURE_ENOUGH } from './concept-model.ts'
import { CONCEPTS, type Concept } from './concepts.ts'
import { byPlaceInTime, byText, groupBy } from './order.ts'
import { holdsAt, lowerWordsOf, slug, stemOf, stemsOf } from './phrases.ts'
import { recurringPhrases } from './recurring.ts'

const BY_ID = new Map(CONCEPTS.map((concept) => [concept.id, concept]))

/** @returns the theme of a statement in the codebook, null where it has none */
export function match(statement: StatementRecord, codebook: readonly CodebookTheme[]): string | null {
  return matcher(codebook)(statement)
}

/** The notes with the theme of every signal filled in. */
export function matchThemes(notes: readonly NoteAnalysis[], codebook: readonly CodebookTheme[]): NoteAnalysis[] {
  const find = matcher(codebook)
  return notes.map((analysis) => ({
    ...analysis,
    statements: analysis.statements.map((statement) => ({ ...statement, theme: find(statement) })),
  }))
}

/**
 * @param signals what themes are opened for: also what waits for review, so that a reviewer sees where it would go
 * @param evidence what of them stands on pages
 * @param codebook themes as they are kept; none of them changes
 * @returns the codebook with the new themes at its end
 */
export function groupThemes(
  signals: readonly StatementRecord[],
  evidence: readonly Evidence[],
  codebook: readonly CodebookTheme[],
): Grouped {
  const taken = takenIds(codebook)
  const withConcepts = [...codebook, ...newConceptThemes(signals, codebook, taken)]
  const findKnown = matcher(withConcepts)
  const first = evidence.map(({ statement }) => findKnown(statement))
  const rest = evidence.filter((_, at) => first[at] === null)
  const phrases = recurringPhrases(rest).map((phrase) => phraseTheme(phrase, taken))
  // In the order in which they will stand in the codebook: where two themes claim a statement, the first has it, today and at the next run.
  const opened = [...withConcepts.slice(codebook.length), ...phrases].toSorted((a, b) => byText(a.id, b.id))
  // What was opened before is not opened again, and most runs open nothing: then all is known by now.
  if (opened.length === 0) return fill(codebook, evidence, first)
  // What no new theme fits keeps the theme that it has without them.
  const [fits, find] = [matcher(opened), matcher([...codebook, ...opened])]
  const found = new Map(signals.flatMap((one) => (fits(one) === null ? [] : [[one, find(one)]])))
  // A theme that others emptied is not worth a line in the codebook; those that people keep stay.
  const used = new Set(found.values())
  const grown = [...codebook, ...opened.filter(({ id }) => used.has(id))]
  const last = evidence.map(({ statement }, at) => found.get(statement) ?? first[at] ?? null)
  return fill(grown, evidence, last)
}

interface Grouped {
  codebook: CodebookTheme[]
  /** Every theme that has evidence, in the codebook's order. */
  themes: Theme[]
  /** All that was grouped, in its order, each statement with its theme. */
  evidence: Evidence[]
}

/** @param ids theme of each statement of the evidence */
function fill(
  codebook: readonly CodebookTheme[],
  evidence: readonly Evidence[],
  ids: readonly (string | null)[],
): Grouped {
  const filled = evidence.map((one, at) => withTheme(one, ids[at] ?? null))
  const groups = groupBy(filled, ({ statement }) => statement.theme)
  const themes = codebook.flatMap((theme): Theme[] => {
    const own = groups.get(theme.id)
    return own ? [{ ...theme, evidence: own.toSorted(byPlaceInTime) }] : []
  })
  return { codebook: [...codebook], themes, evidence: filled }
}

function withTheme(one: Evidence, theme: string | null): Evidence {
  return one.statement.theme === theme ? one : { ...one, statement: { ...one.statement, theme } }
}

/** Concepts that signals are about and that no theme of the codebook stands for yet. */
function newConceptThemes(
  signals: readonly StatementRecord[],
  codebook: readonly CodebookTheme[],
  taken: Set<string>,
): CodebookTheme[] {
  const known = new Set(codebook.flatMap((theme) => conceptsOf(theme).map((id) => `${theme.tag} ${id}`)))
  const opened = new Map<string, CodebookTheme>()
  for (const statement of signals) {
    const concept = sureConcept(statement)
    if (concept === null || statement.tag === 'none') continue
    const key = `${statement.tag} ${concept.id}`
    if (known.has(key) || opened.has(key)) continue
    opened.set(key, {
      id: themeId(concept, statement.tag),
      name: concept.name,
      tag: statement.tag,
      aliases: [],
      keywords: [],
    })
  }
  const themes = [...opened.values()].toSorted((a, b) => byText(a.id, b.id)).filter((theme) => !taken.has(theme.id))
  for (const theme of themes) taken.add(theme.id)
  return themes
}

function phraseTheme(phrase: { name: string; tag: Signal; forms: string[] }, taken: Set<string>): CodebookTheme {
  const plain = slug(phrase.name)
  const id =
    [plain, `${plain}-${phrase.tag}`, ...Array.from({ length: 99 }, (_, n) => `${plain}-${n + 2}`)].find(
      (one) => !taken.has(one),
    ) ?? plain
  taken.add(id)
  return { id, name: phrase.name, tag: phrase.tag, aliases: [], keywords: phrase.forms }
}

/** The plain id belongs to the concept's first tag; a theme of another tag names it. */
function themeId(concept: Concept, tag: Signal): string {
  return concept.tags[0] === tag ? concept.id : `${concept.id}-${tag}`
}

/** By tag, of every concept the ids by which a theme stands for it: its theme's, and its name's. */
const IDS = Object.fromEntries(
  SIGNALS.map((tag) => [tag, CONCEPTS.map((concept) => [themeId(concept, tag), slug(concept.name)])]),
) as Record<Signal, string[][]>

function sureConcept(statement: StatementRecord): Concept | null {
  const found = conceptOf(statement)
  return found === null || found.probability < SURE_ENOUGH ? null : (BY_ID.get(found.concept) ?? null)
}

/** The concepts that a theme stands for: by its id, or by an alias where people merged another into it. */
function conceptsOf(theme: CodebookTheme): string[] {
  const names = new Set([theme.id, ...theme.aliases, ...theme.aliases.map(slug)])
  const ids = IDS[theme.tag]
  return CONCEPTS.flatMap(({ id }, at) => (ids[at]?.some((one) => names.has(one)) ? [id] : []))
}

/** What puts a statement into a theme: a person's word on this very statement; then words, since people can edit them; then its concept. */
function matcher(codebook: readonly CodebookTheme[]): (statement: StatementRecord) => string | null {
  const live = withMerges(codebook)
  const byTag = new Map(
    SIGNALS.map((tag) => {
      const own = live.filter((theme) => theme.tag === tag)
      const themes = own.map(prepared)
      return [tag, { settled: settledIn(own), phrases: phrasesOf(themes), concepts: themesByConcept(themes) }]
    }),
  )
  return (statement) => {
    const known = statement.tag === 'none' ? undefined : byTag.get(statement.tag)
    if (known === undefined) return null
    const { settled, phrases, concepts } = known
    const theme = settled.get(statement.digest) ?? byPhrase(statement.text, phrases)
    if (theme !== null || concepts.size === 0) return theme
    return concepts.get(sureConcept(statement)?.id ?? '') ?? null
  }
}

/** Theme by digest of the statements that people settled; where two themes claim one, the first has it. */
function settledIn(codebook: readonly CodebookTheme[]): Map<string, string> {
  const claims = codebook.flatMap(({ id, statements = [] }) =>
    statements.map((digest): [string, string] => [digest, id]),
  )
  return new Map(claims.toReversed())
}

/** A theme that no built-in concept stands behind is found by its name and aliases. */
export function matchesByName(theme: CodebookTheme): boolean {
  return conceptsOf(theme).length === 0
}

interface Prepared {
  id: string
  phrases: string[][]
  concepts: ReadonlySet<string>
}

function prepared(theme: CodebookTheme): Prepared {
  const concepts = conceptsOf(theme)
  // The name of a concept is too broad a word to find statements by.
  const names = concepts.length > 0 ? [] : [theme.name, ...theme.aliases]
  return {
    id: theme.id,
    phrases: [...theme.keywords, ...names].map(stemsOf),
    concepts: new Set(concepts),
  }
}

interface Phrase {
  theme: string
  words: string[]
  /** Place of the theme in the codebook. */
  place: number
}

/** The phrases that a word of a text may begin: a statement need be held against those alone. */
type PhrasesFrom = (word: string) => readonly Phrase[]

/** @returns null where the themes have no phrases */
function phrasesOf(themes: readonly Prepared[]): PhrasesFrom | null {
  const all = themes.flatMap(({ id, phrases }, place) => phrases.map((words) => ({ theme: id, words, place })))
  const byStem = groupBy(
    all.filter(({ words }) => words.length > 0),
    ({ words }) => words[0] ?? '',
  )
  // A language has few words and an archive many, so each is looked up once.
  return byStem.size === 0 ? null : remembering((word: string): readonly Phrase[] => byStem.get(stemOf(word)) ?? [])
}

/** The longest phrase wins; of equals the theme that stands first in the codebook. */
function byPhrase(text: string, phrasesFrom: PhrasesFrom | null): string | null {
  if (phrasesFrom === null) return null
  const words = lowerWordsOf(text)
  let best: Phrase | null = null
  for (const [at, word] of words.entries())
    for (const phrase of phrasesFrom(word)) {
      const longer = phrase.words.length - (best?.words.length ?? 0)
      const wins = longer > 0 || (longer === 0 && phrase.place < (best?.place ?? 0))
      if (wins && holdsAt(words, at, phrase.words)) best = phrase
    }
  return best?.theme ?? null
}

/** Theme by concept; of several the one that stands first in the codebook. */
function themesByConcept(themes: readonly Prepared[]): Map<string, string> {
  const claims = themes.flatMap(({ id, concepts }) => [...concepts].map((concept): [string, string] => [concept, id]))
  return new Map(claims.toReversed())
}
