/** Notes as the analysis of real ones looks, made in a line or two. */
import { digest } from '../../src/digest.ts'
import { readConfig, type Config, type ConfigAsWritten } from '../../src/config.ts'
import type { NoteAnalysis, NoteRecord, PersonRecord, StatementRecord } from '../../src/types.ts'

export function config(written: ConfigAsWritten = {}): Config {
  const read = readConfig(written)
  if ('error' in read) throw new Error(read.error)
  return read.config
}

export type Said = Partial<StatementRecord> & Pick<StatementRecord, 'text' | 'tag'>

/** @param head what differs from a dated discovery call with Acme */
export function note(
  file: string,
  head: Partial<NoteRecord> = {},
  people: Partial<PersonRecord>[] = [],
  said: Said[] = [],
): NoteAnalysis {
  const record: NoteRecord = {
    v: 1,
    kind: 'note',
    file,
    date: '2026-03-02',
    account: 'Acme',
    stage: 'discovery',
    outcome: null,
    dealValue: null,
    industry: null,
    size: null,
    consent: null,
    language: 'en',
    digest: digest(file),
    duplicateOf: null,
    retention: null,
    ...head,
  }
  const present = people.map((person): PersonRecord => ({
    v: 1,
    kind: 'person',
    file,
    name: 'Maria Lopez',
    title: null,
    company: null,
    side: 'customer',
    role: 'unknown',
    persona: null,
    ...person,
  }))
  return { note: record, people: present, statements: said.map((one, index) => statement(file, index + 10, one)) }
}

function statement(file: string, line: number, said: Said): StatementRecord {
  return {
    v: 1,
    kind: 'statement',
    file,
    line,
    endLine: line,
    confidence: 0.9,
    origin: 'model',
    accepted: true,
    speaker: 'Maria Lopez',
    side: 'customer',
    direct: true,
    role: 'unknown',
    persona: null,
    facets: {},
    theme: null,
    heading: null,
    digest: digest(said.text),
    repeated: false,
    ...said,
  }
}
