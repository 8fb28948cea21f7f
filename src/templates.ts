/**
 * Templates of pages: markdown with slots. A slot of a section stands alone on its line, `{{money}}`; a slot of a value stands
 * anywhere, `{{name}}`. A section begins with a second-level heading and is left out where its slots have nothing to say.
 * Pure: io reads the files, render fills them.
 */
import { packageTemplate } from './package-templates.ts'

/** What each template may hold: lines of a section, or a value in a line. */
export const SLOTS = {
  persona: {
    sections: [
      'claims',
      'introduction',
      'reasons',
      'stops',
      'jobs',
      'criteria',
      'money',
      'sale',
      'committee',
      'ask',
      'reach',
      'evidence',
    ],
    values: ['name', 'id', 'kind', 'strength', 'calls', 'accounts', 'people', 'statements', 'first', 'last'],
  },
  index: { sections: ['summary', 'buyers', 'users', 'reasons', 'demands', 'coverage', 'reading'], values: [] },
  evidence: { sections: ['evidence'], values: ['name', 'id', 'page'] },
} as const

export type TemplateName = keyof typeof SLOTS
export const TEMPLATE_NAMES = Object.keys(SLOTS) as TemplateName[]
/** The lines of every section of a page, by its slot. */
export type SectionLines<Name extends TemplateName> = Record<
  (typeof SLOTS)[Name]['sections'][number],
  readonly string[]
>
export type Values<Name extends TemplateName> = Record<(typeof SLOTS)[Name]['values'][number], string>

/** A part of a page: what stands above the first second-level heading, or one section. */
interface Part {
  /** The first slot in it, by which the configuration names the section; null for text alone and for what has no heading. */
  section: string | null
  lines: string[]
}

export type Template = Part[]
export type Templates = Record<TemplateName, Template>

/** What the configuration says of sections; they are named by their slots. */
export interface SectionChoice {
  /** These come first, in this order; the others follow as the template has them. */
  order: readonly string[]
  drop: readonly string[]
  /** Section → its heading. */
  rename: Readonly<Record<string, string>>
}

/** What is wrong, and where; a null path is the configuration. */
export interface TemplateError {
  path: string | null
  line: number | null
  error: string
}

/**
 * @param own the team's templates, by name; the package's stand in for those that are missing
 * @returns the templates with the sections that are wanted
 */
export function readTemplates(
  own: Partial<Record<TemplateName, { path: string; text: string }>>,
  choice: SectionChoice,
): { templates: Templates } | TemplateError {
  const read: Partial<Templates> = {}
  for (const name of TEMPLATE_NAMES) {
    const { path, text } = own[name] ?? { path: `templates/${name}.md`, text: packageTemplate(name) }
    const parsed = parseTemplate(name, text)
    if ('error' in parsed) return { path, ...parsed }
    read[name] = parsed
  }
  const templates = read as Templates
  const wrong = wrongChoice(templates, choice)
  if (wrong !== null) return { path: null, line: null, error: wrong }
  const arranged = TEMPLATE_NAMES.map((name) => [name, arrange(templates[name], choice)])
  return { templates: Object.fromEntries(arranged) as Templates }
}

const SLOT = /\{\{(.{0,200}?)\}\}/g

function parseTemplate(name: TemplateName, text: string): Template | { line: number; error: string } {
  const parts: Template = [{ section: null, lines: [] }]
  const { sections, values } = SLOTS[name] as { sections: readonly string[]; values: readonly string[] }
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const wrong = wrongLine(line, sections, values)
    if (wrong !== null) return { line: at + 1, error: wrong }
    if (line.startsWith('## ')) parts.push({ section: null, lines: [] })
    const part = parts.at(-1)
    const slot = slotOf(line)
    if (part && parts.length > 1 && slot !== null && sections.includes(slot)) part.section ??= slot
    part?.lines.push(line)
  }
  return parts.map(({ section, lines }) => ({ section, lines: trimmed(lines) }))
}

function wrongLine(line: string, sections: readonly string[], values: readonly string[]): string | null {
  if (/<!--\s*personas:/.test(line)) return 'a marker of personas stands in it; markers are set around the whole page'
  for (const [whole, inner = ''] of line.matchAll(SLOT)) {
    const slot = inner.trim()
    if (values.includes(slot)) continue
    if (!sections.includes(slot))
      return `there is no slot ${whole}; there are ${[...sections, ...values].map((one) => `{{${one}}}`).join(', ')}`
    if (line.trim() !== whole) return `the slot ${whole} holds lines of its own, so it stands alone on its line`
  }
  return null
}

function wrongChoice(templates: Templates, { order, drop, rename }: SectionChoice): string | null {
  const known = [...templates.persona, ...templates.index].flatMap(({ section }) => section ?? [])
  for (const [setting, names] of Object.entries({ order, drop, rename: Object.keys(rename) }))
    for (const name of names)
      if (!known.includes(name))
        return `sections.${setting}: there is no section "${name}"; there are ${[...new Set(known)].join(', ')}`
  const title = Object.values(rename).find((text) => /[\r\n]|<!--/.test(text) || text.trim() === '')
  return title === undefined ? null : `sections.rename: "${title}" is no heading; it is one line of text`
}

function arrange(template: Template, { order, drop, rename }: SectionChoice): Template {
  const [head, ...rest] = template
  const kept = rest.filter(({ section }) => section === null || !drop.includes(section))
  const first = order.flatMap((name) => kept.filter(({ section }) => section === name))
  const sections = [...first, ...kept.filter((part) => !first.includes(part))]
  const renamed = sections.map(({ section, lines }) => {
    const title = section === null || !Object.hasOwn(rename, section) ? undefined : rename[section]
    return { section, lines: title === undefined ? lines : [`## ${title.trim()}`, ...lines.slice(1)] }
  })
  return [...(head ? [head] : []), ...renamed]
}

/**
 * @param sections lines by slot; a part whose slots are all empty is left out
 * @returns the lines of the page, its parts an empty line apart
 */
export function fillTemplate(
  template: Template,
  sections: Readonly<Record<string, readonly string[]>>,
  values: Readonly<Record<string, string>>,
): string[] {
  const parts = template.flatMap(({ lines }): string[][] => {
    const slots = lines.flatMap((line) => slotOf(line) ?? []).filter((slot) => Object.hasOwn(sections, slot))
    const said = slots.some((slot) => trimmed(sections[slot] ?? []).length > 0)
    return slots.length > 0 && !said ? [] : [filled(lines, sections, values)]
  })
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : ['', ...part]))
}

/** The empty lines behind a slot that says nothing go with it. */
function filled(
  lines: readonly string[],
  sections: Readonly<Record<string, readonly string[]>>,
  values: Readonly<Record<string, string>>,
): string[] {
  const result: string[] = []
  let skipping = false
  for (const line of lines) {
    if (skipping && line === '') continue
    skipping = false
    const slot = slotOf(line)
    const own = slot === null ? undefined : sections[slot]
    if (own === undefined) result.push(line.replace(SLOT, (_, inner: string) => values[inner.trim()] ?? ''))
    else if (trimmed(own).length === 0) skipping = true
    else result.push(...trimmed(own))
  }
  return trimmed(result)
}

/** The slot that stands alone on a line. */
function slotOf(line: string): string | null {
  return /^\s*\{\{([^{}]*)\}\}\s*$/.exec(line)?.[1]?.trim() ?? null
}

/** Without the empty lines at both ends. */
function trimmed(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line !== '')
  return start < 0 ? [] : lines.slice(start, lines.findLastIndex((line) => line !== '') + 1)
}
