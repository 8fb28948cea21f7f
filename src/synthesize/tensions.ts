/**
 * What pulls two kinds of people apart in one account: a wish of the one and a fear or refusal of the other on the same subject,
 * each in words that say so. Where the words are not there, nothing is claimed.
 */
import type { Evidence, Signal, Tension } from '../types.ts'
import { spread } from './groups.ts'
import { byText, groupBy } from './order.ts'
import { anyOf } from './phrases.ts'

interface Pull {
  subject: string
  wants: RegExp
  resists: RegExp
}

/** What one side wants is told in a job or a criterion, what the other refuses in an objection or a criterion. */
const WISHES: ReadonlySet<Signal | 'none'> = new Set(['job', 'criterion'])
const REFUSALS: ReadonlySet<Signal | 'none'> = new Set(['objection', 'criterion'])

const PULLS: readonly Pull[] = [
  {
    subject: 'To see what happens, against being watched',
    wants:
      /\b(?:gps|telematics|track(?:er|ers|ing)|location data|where (?:every|each|our|my|the) (?:\w+ ){1,3}(?:is|are|was|stands?|sits?)|who (?:is|was|did|does) what|live (?:view|picture|data|figures)|(?:know|knows|see|sees) (?:the |our )?utili[sz]ation|(?:figures|numbers|report\w*) (?:per|by|for every|for each) (?:person|driver|team|site|branch|depot|agent|nurse))\b/i,
    resists:
      /\b(?:watch(?:ed|es|ing) (?:us|me|them|people|over)|being watched|sp(?:y|ies|ied|ying)|monitor(?:ed|ing) (?:of |the )?(?:us|me|them|people|drivers?|staff|employees|performance|bargain\w*)|electronic monitoring|surveil\w*|big brother|check(?:s|ed|ing)? up on|rankings?|league tables?|(?:no|not|without|agree\w*) .{0,40}\bgps|(?:tracker|tracking)\b.{0,60}\boff|data about (?:people|us))\b/i,
  },
  {
    subject: 'To begin soon, against not now',
    wants:
      /\b(?:(?:live|running|in use|in place|up and running|switched on|roll(?:ed)? ?out|starts?|go(?:es)?[- ]live)\b.{0,40}\b(?:by|before|in|from|until) (?:the )?(?:end of )?(?:next )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|q[1-4]|the season|the audit|christmas))\b/i,
    resists:
      /\b(?:(?:not|nothing|no change\w*|never) (?:new )?(?:\w+ ){0,3}(?:now|before|until|during|in|this) (?:the )?(?:season|peak|january|february|march|april|may|june|july|august|september|october|november|december|year|summer|winter|harvest|audit|close)|freeze|no (?:time|hands|people) (?:for (?:it|this|that)|now|before|until)|too (?:soon|early|fast|tight))\b/i,
  },
  {
    subject: 'One way of working for all, against a way of one’s own',
    wants:
      /\b(?:one (?:way|process|standard|system|list|plan|board) (?:for|in|over|across) (?:all|every|the whole|both)|the same (?:way |system |process |everywhere|in (?:all|every))|same everywhere|stop(?:s|ped)? (?:using )?(?:their|his|her) own)\b/i,
    resists:
      /\b(?:(?:my|our|his|her|their) own (?:list|sheet|excel|spreadsheet|way|system|book|tool|board)|(?:won't|will not|not going to|never going to|refuses? to|wouldn't) (?:give up|let go|change|use|touch|open|enter|type))\b/i,
  },
  {
    subject: 'To lock it down, against getting in with ease',
    wants:
      /\b(?:single sign|sso|mfa|two-factor|second factor|named (?:users?|accounts?)|(?:their|his|her|its|an) own (?:login|account|password)|no shared (?:login|account|password)s?)\b/i,
    resists:
      /\b(?:(?:no|without(?: an?)?|have no|hasn't an?|don't have) (?:company )?(?:e-?mail|login|password|account|phone)\b|(?:another|one more|yet another|twice) (?:login|password|app)|forget\w* (?:the|their|his|her) password|with gloves|post-?it)\b/i,
  },
  {
    subject: 'Everything on record, against more to enter',
    wants:
      /\b(?:(?:every|each|all) (?:\w+ ){1,3}(?:recorded|logged|documented|signed|photographed|entered|on record)|photo (?:at|of|from) (?:each|every|in and out)|audit trail|proof (?:of|for|that) (?:each|every))\b/i,
    resists:
      /\b(?:(?:more|another|extra|additional|too many) (?:clicks?|forms?|fields?|typing|steps?|minutes?|paperwork|work)|(?:type|enter|write|fill) (?:it |that |everything )?(?:in )?twice|double (?:entry|work)|no (?:time|hands) to (?:type|enter|write|fill))\b/i,
  },
]

const ANY_WANT = anyOf(PULLS.map(({ wants }) => wants))
const ANY_RESIST = anyOf(PULLS.map(({ resists }) => resists))

/** What the people of a persona want and resist, of each subject. */
export type Stand = ReadonlyMap<Pull, { wants: Evidence[]; resists: Evidence[] }>

/** @param evidence of one persona */
export function standOf(evidence: readonly Evidence[]): Stand {
  // What may not be quoted proves nothing on a page.
  const told = evidence
    .filter(({ note }) => note.consent !== false)
    .map((one) => ({ one, tag: one.statement.tag, text: one.statement.text.replaceAll('’', "'") }))
  const wishes = told.filter(({ tag, text }) => WISHES.has(tag) && ANY_WANT.test(text))
  const refusals = told.filter(({ tag, text }) => REFUSALS.has(tag) && ANY_RESIST.test(text))
  return new Map(
    PULLS.map((pull) => {
      const wants = wishes.filter(({ text }) => pull.wants.test(text) && !pull.resists.test(text))
      const resists = refusals.filter(({ text }) => pull.resists.test(text))
      return [pull, { wants: spread(wants.map(({ one }) => one)), resists: spread(resists.map(({ one }) => one)) }]
    }),
  )
}

/** @returns one tension an account and subject: the quote that says most on either side */
export function tensionsBetween(own: Stand, theirs: Stand): Tension[] {
  const found = PULLS.flatMap((pull) => [
    ...facing(pull.subject, own.get(pull)?.wants ?? [], theirs.get(pull)?.resists ?? []),
    ...facing(pull.subject, own.get(pull)?.resists ?? [], theirs.get(pull)?.wants ?? []),
  ])
  const first = new Map<string, Tension>()
  for (const one of found) {
    const key = `${one.account}\n${one.subject}`
    if (!first.has(key)) first.set(key, one)
  }
  return [...first.values()].toSorted((a, b) => byText(a.account, b.account))
}

/** Of two people of one account; nobody pulls against himself. */
function facing(subject: string, ours: readonly Evidence[], theirs: readonly Evidence[]): Tension[] {
  const at = groupBy(theirs, ({ account }) => account)
  return ours.flatMap((one) => {
    const other = at
      .get(one.account)
      ?.find(({ statement: { speaker } }) => speaker === null || speaker !== one.statement.speaker)
    return other === undefined ? [] : [{ subject, account: one.account, ours: one, theirs: other }]
  })
}
