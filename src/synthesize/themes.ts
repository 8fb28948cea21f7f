/**
 * Groups signals of one tag that mean the same. A theme is a built-in concept, a phrase that comes back, or what people wrote into the
 * codebook. A statement is matched by itself, so what `personas tag --codebook` says of it is what `personas ingest` grouped.
 */
import type { CodebookTheme, Evidence, NoteAnalysis, Signal, StatementRecord, Theme } from '../types.ts'
import { SIGNALS } from '../types.ts'
import { takenIds, withMerges } from './codebook.ts'
import { conceptOf, SURE_ENOUGH } from './concept-model.ts'
import { CONCEPTS, type Concept } from './concepts.ts'
import { byPlaceInTime, byText, groupBy } from './order.ts'
import { holds, slug, stemsOf } from './phrases.ts'
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
 * @param evidence what stands on pages
 * @param codebook themes as they are kept; none of them changes
 * @returns the codebook with the new themes at its end, and every theme that has evidence, in the codebook's order
 */
export function groupThemes(
  signals: readonly StatementRecord[],
  evidence: readonly Evidence[],
  codebook: readonly CodebookTheme[],
): { codebook: CodebookTheme[]; themes: Theme[] } {
  const taken = takenIds(codebook)
  const withConcepts = [...codebook, ...newConceptThemes(signals, codebook, taken)]
  const find = matcher(withConcepts)
  const rest = evidence.filter(({ statement }) => find(statement) === null)
  const found = recurringPhrases(rest).map((phrase) => phraseTheme(phrase, taken))
  // In the order in which they will stand in the codebook: where two themes claim a statement, the first has it, today and at the next run.
  const opened = [...withConcepts.slice(codebook.length), ...found].toSorted((a, b) => byText(a.id, b.id))
  // A theme that others emptied is not worth a line in the codebook; those that people keep stay.
  const used = new Set(signals.map(matcher([...codebook, ...opened])))
  const grown = [...codebook, ...opened.filter(({ id }) => used.has(id))]
  return { codebook: grown, themes: fill(grown, evidence) }
}

function fill(codebook: readonly CodebookTheme[], evidence: readonly Evidence[]): Theme[] {
  const find = matcher(codebook)
  const groups = groupBy(evidence, ({ statement }) => find(statement))
  return codebook.flatMap((theme) => {
    const own = groups.get(theme.id)
    if (!own) return []
    return [
      {
        ...theme,
        evidence: own.map((e) => ({ ...e, statement: { ...e.statement, theme: theme.id } })).toSorted(byPlaceInTime),
      },
    ]
  })
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
    const key = `${statement.tag} ${concept?.id}`
    if (concept === null || statement.tag === 'none' || known.has(key) || opened.has(key)) continue
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

function sureConcept(statement: StatementRecord): Concept | null {
  const found = conceptOf(statement)
  return found === null || found.probability < SURE_ENOUGH ? null : (BY_ID.get(found.concept) ?? null)
}

/** The concepts that a theme stands for: by its id, or by an alias where people merged another into it. */
function conceptsOf(theme: CodebookTheme): string[] {
  const names = new Set([theme.id, ...theme.aliases, ...theme.aliases.map(slug)])
  return CONCEPTS.filter((concept) => names.has(themeId(concept, theme.tag)) || names.has(slug(concept.name))).map(
    ({ id }) => id,
  )
}

/** What puts a statement into a theme: a person's word on this very statement; then words, since people can edit them; then its concept. */
function matcher(codebook: readonly CodebookTheme[]): (statement: StatementRecord) => string | null {
  const live = withMerges(codebook)
  const byTag = new Map(
    SIGNALS.map((tag) => {
      const own = live.filter((theme) => theme.tag === tag)
      return [tag, { themes: own.map(prepared), settled: settledIn(own) }]
    }),
  )
  return (statement) => {
    const known = statement.tag === 'none' ? undefined : byTag.get(statement.tag)
    if (known === undefined) return null
    const { themes, settled } = known
    return settled.get(statement.digest) ?? byPhrase(statement.text, themes) ?? byConcept(statement, themes)
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

/** The longest phrase wins; of equals the theme that stands first in the codebook. */
function byPhrase(text: string, themes: readonly Prepared[]): string | null {
  const withPhrases = themes.filter((theme) => theme.phrases.length > 0)
  if (withPhrases.length === 0) return null
  const stems = stemsOf(text)
  let best: { id: string; length: number } | null = null
  for (const theme of withPhrases)
    for (const phrase of theme.phrases)
      if (phrase.length > (best?.length ?? 0) && holds(stems, phrase)) best = { id: theme.id, length: phrase.length }
  return best?.id ?? null
}

function byConcept(statement: StatementRecord, themes: readonly Prepared[]): string | null {
  const concept = sureConcept(statement)
  return concept === null ? null : (themes.find((theme) => theme.concepts.has(concept.id))?.id ?? null)
}
