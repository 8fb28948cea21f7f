/** Stages and outcomes of a sale under the names that people give them. Order matters: a lost review is lost, whatever else it is. */
import type { Outcome, Stage } from '../types.ts'

const STAGE_WORDS: [Stage, RegExp][] = [
  [
    'lost',
    /\b(?:closed[- ]?lost|lost|loss|verloren|perdid[ao]|persa|perso|perdu|perdita|no decision|why we lost|förlorad|tapt)\b/iu,
  ],
  [
    'won',
    /\b(?:closed[- ]?won|won(?!['’]t)|win|gewonnen|ganad[ao]|vinta?|gagné|why (?:we|they)(?:'ve)? (?:won|bought|signed)|renewal|qbr|vunnet|vunnen)\b/iu,
  ],
  [
    'negotiation',
    /\b(?:negotiat\w*|nego?|neg|verhandlung\w*|onderhandeling|negociaci\w+|negoziazione|négociation|förhandling|forhandling|commercials|contract\w*|legal|redlines?|procurement|pricing call|terms call)\b/iu,
  ],
  [
    'proposal',
    /\b(?:proposal|propos(?:ta|ition|ed)|quote|angebot|offerte|offer|propuesta|proposition|tilbud|offert|business case)\b/iu,
  ],
  [
    'evaluation',
    /\b(?:(?:tech\w*|security)[ -]*(?:eval\w*|review|session|round|talk|check)?|eval\w*|poc|proof of concept|pilot|trial|readout|validation|arch\w* review|dpia|due diligence)\b/iu,
  ],
  ['demo', /\b(?:demo\w*|presentation|präsentation|walkthrough)\b/iu],
  [
    'discovery',
    /\b(?:disco\w*|qualif\w*|qual|first (?:call|visit|meeting|chat|conversation|sit-?down)|intro\w*|kennismaking|erstgespräch|behov\w*|needs|research|interviews?|user interview|descobert\w*|découverte|scoperta|early|exploratory)\b/iu,
  ],
]

/** The stage a text names, null where it names none. */
export function stageOf(text: string): Stage | null {
  const head = text.slice(0, 300)
  for (const [stage, words] of STAGE_WORDS) if (words.test(head)) return stage
  return null
}

/** Won, lost or open, as far as a text says so. */
export function outcomeOf(text: string): Outcome | null {
  const stage = stageOf(text)
  if (stage === 'won') return /\b(?:qbr|renewal)\b/iu.test(text) && !/\bwon\b/iu.test(text) ? null : 'won'
  if (stage === 'lost') return 'lost'
  return /\b(?:open|booked|pending|agreed|ongoing|in progress|evaluating|next|verbal|early)\b/iu.test(text)
    ? 'open'
    : null
}
