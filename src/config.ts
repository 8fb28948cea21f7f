/**
 * The configuration: its schema, its defaults (the only ones) and the two types, as written and as used.
 * Pure: reading the file is io's work.
 */
import { z } from 'zod'
import { isDay, parseAge } from './checks/calendar.ts'
import { RULE_IDS, SEVERITIES } from './checks/rule-ids.ts'
import { DEFAULT_PERSONAS, personaSchema, type PersonaDefinition } from './personas.ts'
import { INPUT_RULES } from './problems.ts'
import { readTemplates, type TemplateError, type TemplateName, type Templates } from './templates.ts'
import { BUYING_ROLES, DEFAULT_OUT, SIDES } from './types.ts'

const age = z.string().refine((text) => parseAge(text) !== null, 'an age is a number with d, w, mo or y, such as 6mo')
const rule = z.enum([...new Set([...RULE_IDS, ...INPUT_RULES])])

const waiverSchema = z
  .strictObject({
    rule,
    /** A file, or a folder with a slash at its end, from the folder of the configuration. */
    path: z.string().optional(),
    persona: z.string().optional(),
    /** Why the finding may stand. */
    reason: z.string().min(1),
    /** The last day on which it holds. */
    expires: z.string().refine(isDay, 'a day is YYYY-MM-DD'),
  })
  .refine(({ path, persona }) => path !== undefined || persona !== undefined, 'a waiver names a path or a persona')

/** What `personas check` asks for. */
const checksSchema = z.strictObject({
  /** How old the content of a page may be. */
  maxAge: age.default('6mo'),
  /** Persona id → limits of its own, which win over all others. */
  personas: z.record(z.string(), z.strictObject({ maxAge: age })).default({}),
  rules: z.partialRecord(rule, z.enum(SEVERITIES)).default({}),
  /** Fewer calls than this behind a page are too few. */
  minCalls: z.int().min(1).default(3),
  /** Buying roles that should be heard in the accounts of every page. */
  roles: z.array(z.enum(BUYING_ROLES)).default(['decision-maker', 'budget-holder', 'user']),
  waivers: z.array(waiverSchema).default([]),
})

const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Where editors find the meaning of every setting.'),
  version: z.literal(1).optional().describe('Format of this file; there has been one so far.'),
  us: z
    .strictObject({
      company: z.string().optional().describe('The name of our company.'),
      domains: z.array(z.string()).default([]).describe('Our mail domains: whoever writes from one is a colleague.'),
      people: z.array(z.string()).default([]).describe('Full names of colleagues who take part in calls.'),
      products: z.array(z.string()).default([]).describe('What we sell, by the names that people use.'),
    })
    .prefault({})
    .describe('Who we are, so that our own words do not count as those of buyers.'),
  competitors: z.array(z.string()).default([]).describe('Names of competitors, so that none is taken for a person.'),
  aliases: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe('Account name as pages write it, and the other spellings of it.'),
  dates: z
    .enum(['dmy', 'mdy'])
    .optional()
    .describe('How 9/8/2026 is read: day first or month first. Without it such a date is a finding.'),
  people: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string().optional(),
        side: z.enum(SIDES).optional(),
        role: z.enum(BUYING_ROLES).optional(),
        persona: z.string().optional().describe('Id of a persona.'),
      }),
    )
    .default({})
    .describe('What is settled about one person, by full name.'),
  personas: z
    .array(personaSchema)
    .default([])
    .describe('Personas added to the built-in ones, or replacing the one of the same id.'),
  merge: z
    .record(z.string(), z.string())
    .default({})
    .describe('Id of a persona, and of the persona it is merged into.'),
  out: z.string().default(DEFAULT_OUT).describe('Folder of the pages, relative to this file.'),
  links: z
    .enum(['github', 'gitlab', 'plain'])
    .default('github')
    .describe('Who shows the repository, which settles how a quote links to its line.'),
  names: z.boolean().default(false).describe('true: names of people stand on pages. Addresses and numbers never do.'),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Least confidence at which a statement stands on a page; without it the model's own."),
  templates: z
    .string()
    .optional()
    .describe("Folder with templates of pages that stand in for the package's, relative to this file."),
  sections: z
    .strictObject({
      order: z.array(z.string()).default([]).describe('Sections that come first, in this order.'),
      drop: z.array(z.string()).default([]).describe('Sections that do not stand on a page.'),
      rename: z.record(z.string(), z.string()).default({}).describe('Section, and the heading it has.'),
    })
    .prefault({})
    .describe('Which sections stand on the pages, in which order, under which headings.'),
  checks: checksSchema.prefault({}).describe('What `personas check` asks for.'),
})

/** What an editor needs to know of the configuration, as JSON Schema (draft 2020-12). */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input' })
  return { $schema, title: 'personas.config.json', ...rest }
}

export type ConfigAsWritten = z.input<typeof configSchema>
export interface Config extends Omit<
  z.output<typeof configSchema>,
  '$schema' | 'version' | 'personas' | 'templates' | 'sections'
> {
  /** Defaults and the team's own, in the order in which titles are tried. */
  personas: PersonaDefinition[]
  /** What pages are made from, sections chosen. */
  templates: Templates
}

/** The team's own templates: path as users name it, and text. */
export type OwnTemplates = Partial<Record<TemplateName, { path: string; text: string }>>

/**
 * What of the configuration the analysis of a note may read: what is remembered of a note holds until one of these changes,
 * and no other setting makes notes be read again.
 */
export type AnalysisConfig = Pick<Config, (typeof ANALYSIS_SETTINGS)[number]>
const ANALYSIS_SETTINGS = ['us', 'competitors', 'dates', 'people', 'threshold'] as const

export function analysisConfig(config: Config): AnalysisConfig {
  return Object.fromEntries(ANALYSIS_SETTINGS.map((name) => [name, config[name]])) as unknown as AnalysisConfig
}

/**
 * @param written the parsed JSON of personas.config.json, `{}` where there is none
 * @param ownTemplates the team's templates, read from the folder that the config names
 * @returns the config as used, or a sentence for the user that says what is wrong and where
 */
export function readConfig(
  written: unknown,
  ownTemplates: OwnTemplates = {},
): { config: Config } | { error: string; template?: TemplateError; newer?: { version: string; known: string } } {
  const version = (written as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > 1)
    return { error: `it has format v${version}`, newer: { version: `${version}`, known: '1' } }
  const result = configSchema.safeParse(written)
  if (!result.success) return { error: z.prettifyError(result.error) }
  const { $schema: _, version: __, personas, templates: ___, sections, ...rest } = result.data
  const own = new Set(personas.map((persona) => persona.id))
  const all = [...personas, ...DEFAULT_PERSONAS.filter((persona) => !own.has(persona.id))]
  const ids = new Set(all.map((persona) => persona.id))
  const wrong = wrongPersona(personas, rest, ids)
  if (wrong !== null) return { error: `${wrong}; there are ${[...ids].join(', ')}` }
  const read = readTemplates(ownTemplates, sections)
  if ('error' in read) return { error: read.error, ...(read.path !== null && { template: read }) }
  return { config: { ...rest, personas: all, templates: read.templates } }
}

/** Pages of the tool's own. */
const RESERVED: ReadonlySet<string> = new Set(['readme', 'demands', 'accounts'])

/** An id names a file of the output folder, so that none may come in that is not one of the personas. */
function wrongPersona(
  own: readonly PersonaDefinition[],
  { merge, people, checks }: Pick<z.output<typeof configSchema>, 'merge' | 'people' | 'checks'>,
  ids: ReadonlySet<string>,
): string | null {
  const taken = own.find(
    (persona, at) => RESERVED.has(persona.id) || own.findIndex(({ id }) => id === persona.id) !== at,
  )
  if (taken) return `personas: the id "${taken.id}" is taken`
  for (const [from, into] of Object.entries(merge))
    if (!ids.has(from) || !ids.has(into)) return `merge: "${from}" into "${into}": no such persona`
  for (const id of Object.keys(checks.personas)) if (!ids.has(id)) return `checks.personas: no such persona "${id}"`
  for (const [name, { persona }] of Object.entries(people))
    if (persona !== undefined && !ids.has(persona)) return `people: "${name}": no such persona "${persona}"`
  return null
}
