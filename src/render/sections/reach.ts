/** How far a page goes: what each kind of claim rests on, whether new calls bring new themes, and what it can't know. */
import type { Claim, Evidence, Persona, Saturation } from '../../types.ts'
import { count } from '../phrases.ts'

const KINDS = {
  objection: 'What stops them',
  job: 'What they want to get done',
  criterion: 'What they judge by',
  budget: 'Money',
} as const

/** As the sections of the page. */
const ORDER = ['objection', 'job', 'criterion', 'budget'] as const

export function reach(persona: Persona): string[] {
  return [
    '| claims on | statements | people | accounts | calls | evidence |',
    '| --- | --- | --- | --- | --- | --- |',
    ...ORDER.flatMap((tag) => persona.claims.filter((claim) => claim.tag === tag)).map(row),
    '',
    '*Thin* is under three calls or two accounts, *solid* from ten calls and five accounts on, *indicative* in between.',
    '',
    ...[saturation(persona.saturation), ...unknowns(persona)].map((line) => `- ${line}`),
  ]
}

function row({ tag, statements, people, accounts, calls, strength }: Claim): string {
  const cells = [statements, people, accounts, calls, statements === 0 ? 'none' : strength]
  return `| ${KINDS[tag]} | ${cells.join(' | ')} |`
}

/** Where a tenth of the themes or less is new, more calls of the same kind would mostly repeat. */
function saturation(found: Saturation | null): string {
  if (found === null) return 'Too few calls to say whether new ones would still bring new themes.'
  const { calls, newThemes, themes } = found
  const figures = `the newest ${count(calls, 'call')} brought ${newThemes} of the ${themes} themes for the first time`
  if (newThemes === 0) return `New calls bring no new themes: ${figures}.`
  return newThemes * 10 <= themes
    ? `Few new themes come in: ${figures}.`
    : `New calls still bring new themes: ${figures}.`
}

function unknowns(persona: Persona): string[] {
  const { waiting, outcomes, unthemed } = persona
  const all = [...persona.themes.flatMap(({ evidence }) => evidence), ...unthemed]
  const calls = (fits: (one: Evidence) => boolean) => new Set(all.filter(fits).map(({ note }) => note.file)).size
  const [undated, silent] = [calls(({ note }) => note.date === null), calls(({ note }) => note.consent === false)]
  const lines = [
    waiting === 0
      ? ''
      : // How many stands on the index alone: what nobody has accepted is no news of this page.
        'More statements of theirs wait for review and count nowhere here; [the index](README.md) says how many.',
    unthemed.length === 0
      ? ''
      : `${unthemed.length} of ${count(all.length, 'statement')} belong to no theme yet and are counted in none.`,
    undated === 0 ? '' : `${count(undated, 'note')} without a date ${undated === 1 ? 'counts' : 'count'} in no trend.`,
    silent === 0
      ? ''
      : `${count(silent, 'note')} may not be quoted: ${silent === 1 ? 'it is' : 'they are'} counted only.`,
    outcomes.lost === 0
      ? 'No deal of these accounts is known as lost: whoever said no is missing here.'
      : outcomes.won === 0
        ? 'No deal of these accounts is known as won: what wins them over is missing here.'
        : '',
    'Whoever never took a call is not on this page; the notes hold what was said to us and written down.',
  ]
  return lines.filter((line) => line !== '')
}
