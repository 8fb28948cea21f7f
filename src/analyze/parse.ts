import type { AnalysisConfig } from '../config.ts'
import { textDigest } from '../digest.ts'
import { languageOf } from '../language.ts'
import { problem, type Problem } from '../problems.ts'
import type { Note, NoteRecord, PersonMention, SourceFile } from '../types.ts'
import { actingPeople } from './acting-people.ts'
import { toBlocks } from './blocks.ts'
import { isLowerCase, withCapitals } from './capitals.ts'
import { pronounOf } from './first-names.ts'
import { readFields, type Fields } from './fields.ts'
import { readFrontMatter } from './front-matter.ts'
import { readHead, type Head } from './head.ts'
import { excessOfText, isAllMarks, withoutPictures, type Excess } from './limits.ts'
import { pieces } from './markdown.ts'
import { namedInProse } from './mentions.ts'
import { isHonorific } from './names.ts'
import { nameTest } from './people.ts'
import { isNobody } from './places.ts'
import { hasInnerCapital, sight } from './sightings.ts'

/** A note of which the front matter is read and the body is not. */
interface Opened {
  /** With LF line ends, as it is digested. */
  text: string
  /** The text without its front matter and pictures; lines keep their numbers. */
  body: string
  fields: Fields
}

function opened(file: SourceFile, config: AnalysisConfig): Opened | Problem {
  const text = file.text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  const words = withoutPictures(text)
  const excess = excessOfText(words)
  if (excess) return tooLarge(file.path, excess)
  const front = readFrontMatter(words, file.path)
  if (front.problem) return front.problem
  return { text, body: front.body, fields: readFields(front.data ?? {}, config.dates, file.path) }
}

/** @returns the last day on which the note may be used, null where it names none or can't be read: the front matter alone tells */
export function retentionOf(file: SourceFile, config: AnalysisConfig): string | null {
  const note = opened(file, config)
  return 'rule' in note ? null : (note.fields.record.retention ?? null)
}

/** Reads one file into a note: its record, the people as written, its text as blocks with true lines. */
export function parse(file: SourceFile, config: AnalysisConfig): { note: Note | null; problems: Problem[] } {
  const start = opened(file, config)
  if ('rule' in start) return { note: null, problems: [start] }
  const { text, fields } = start
  const marked = !isAllMarks(start.body)
  const body = pieces(start.body, marked)
  const head = readHead(body, file.path, config.dates)
  const listed = [
    ...fields.mentions,
    ...head.mentions.filter(
      (one) =>
        !isNobody(one.name) &&
        (one.side === 'seller' || !hasInnerCapital(one.name)) &&
        (!hasPeople(fields) || one.side === 'seller' || one.title !== null),
    ),
  ]
  const { blocks, labels } = toBlocks(body, nameTest(listed, config))
  const texts = blocks
    .flatMap((block) => [
      ...(block.kind === 'cell' ? [] : block.headings.slice(-1)),
      ...block.lines.map((line) => line.text),
    ])
    .filter((text, index, all) => text !== all[index - 2])
  const record = toRecord(file.path, text, fields, head, languageOf(texts.join('\n')))
  const sighted = texts.map((line) => sight(isLowerCase(texts) ? withCapitals(line) : line))
  const things = namesOfThings(record.account, config)
  const inHead = new Set(listed.flatMap(({ name }) => name.toLowerCase().split(/\s+/)))
  const mentions: PersonMention[] = [
    ...listed,
    ...labels.map(({ name, title }) => ({ name, title, company: null, side: 'unknown' as const, role: null })),
    ...[
      ...sighted.flatMap((line) => namedInProse(line, 'unknown', things, inHead)),
      ...actingPeople(sighted, things),
    ].filter((one) => !isNobody(one.name)),
  ]
  const plainly = marked ? [] : [problem('note/marks', file.path)]
  return {
    note: { record, mentions: mentions.filter((one) => !isThing(one.name, things)), blocks },
    problems: [...fields.problems, ...dateProblems(record, fields, head), ...plainly],
  }
}

export function tooLarge(file: string, { line, reason }: Excess): Problem {
  return problem('note/too-large', file, line, { reason })
}

/** Words of companies and products, which act like people in a sentence. */
function namesOfThings(account: string | null, config: AnalysisConfig): Set<string> {
  const names = [account ?? '', config.us.company ?? '', ...config.us.products, ...config.competitors]
  return new Set(names.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []))
}

/** `Keystone Mesa Builders` beside a title in a head is the account, whatever it looks like. */
function isThing(name: string, things: ReadonlySet<string>): boolean {
  const [first = ''] = name.split(' ')
  return things.has(first.toLowerCase()) && pronounOf(first) === null && !isHonorific(first)
}

function hasPeople(fields: Fields): boolean {
  return fields.mentions.some((one) => one.side !== 'seller')
}

function toRecord(path: string, text: string, fields: Fields, head: Head, language: string): NoteRecord {
  const { record, hints } = fields
  const stage = record.stage ?? head.path.stage ?? hints.stage ?? head.record.stage ?? 'other'
  return {
    v: 1,
    kind: 'note',
    file: path,
    date: record.date ?? head.path.date ?? head.record.date ?? hints.date,
    account: record.account ?? head.record.account ?? null,
    stage,
    outcome: record.outcome ?? head.record.outcome ?? outcomeOfStage(stage),
    dealValue: record.dealValue ?? head.record.dealValue ?? null,
    industry: record.industry ?? null,
    size: record.size ?? null,
    consent: record.consent ?? null,
    retention: record.retention ?? null,
    language,
    digest: textDigest(text),
    duplicateOf: null,
  }
}

function outcomeOfStage(stage: NoteRecord['stage']): NoteRecord['outcome'] {
  return stage === 'won' || stage === 'lost' ? stage : null
}

function dateProblems(record: NoteRecord, fields: Fields, head: Head): Problem[] {
  if (record.date !== null) return []
  const value = fields.ambiguousDate ?? head.ambiguousDate
  return value === null
    ? [problem('date/missing', record.file)]
    : [problem('date/ambiguous', record.file, null, { value })]
}
