/**
 * Who speaks in a note: a voice is a speaker on a side, as the statements name them. A note has many statements and few voices, so
 * what becomes of its people is told of the voices, and each statement is written once, when all is settled.
 */
import type { PersonRecord, Side, StatementRecord } from '../types.ts'

/** What statements of one speaker and side say of who said them; the role is theirs until the speaker is known. */
export interface Voice {
  speaker: string | null
  side: Side
  role?: PersonRecord['role']
  persona: string | null
}

/** Each once, in the order in which they are heard. */
export function voicesIn(statements: readonly StatementRecord[]): Voice[] {
  const heard = new Map<string | null, Side[]>()
  const voices: Voice[] = []
  for (const { speaker, side, persona } of statements) {
    const sides = heard.get(speaker) ?? []
    if (sides.includes(side)) continue
    heard.set(speaker, [...sides, side])
    voices.push({ speaker, side, persona })
  }
  return voices
}

/** A person of a note, and what the note has written of them. */
export interface Known {
  record: PersonRecord
  written: readonly PersonRecord[]
}

/** @returns the voice as the people of the note tell it, itself where nothing changes */
export function told(voice: Voice, people: readonly Known[]): Voice {
  const isSpeaker = ({ record, written }: Known) =>
    record.name === voice.speaker || written.some(({ name }) => name === voice.speaker)
  // Two people of one name sit on the two sides of some tables.
  const known = people.find((one) => one.record.side === voice.side && isSpeaker(one)) ?? people.find(isSpeaker)
  const speaker = known?.record
  if (speaker === undefined) return voice.persona === null ? voice : { ...voice, persona: null }
  const side = voice.side === 'unknown' || speaker.side === 'seller' ? speaker.side : voice.side
  const persona = side === 'seller' ? null : speaker.persona
  const same =
    voice.speaker === speaker.name && voice.side === side && voice.role === speaker.role && voice.persona === persona
  return same ? voice : { speaker: speaker.name, side, role: speaker.role, persona }
}

/**
 * @param before the voices of the statements
 * @param after what became of each
 * @returns statements of which nothing changes as they are
 */
export function spoken(
  statements: readonly StatementRecord[],
  before: readonly Voice[],
  after: readonly Voice[],
): StatementRecord[] {
  return statements.map((statement) => {
    const at = before.findIndex(({ speaker, side }) => speaker === statement.speaker && side === statement.side)
    const { speaker, side, role = statement.role, persona } = after[at]!
    const same =
      speaker === statement.speaker &&
      side === statement.side &&
      role === statement.role &&
      persona === statement.persona
    return same ? statement : { ...statement, speaker, side, role, persona }
  })
}
