/**
 * Words that mean much the same in any industry, in classes: what n-grams learn only after thousands of notes, given at once.
 * Phrases are one to three words as `wordsOf` cuts them, separated by `|`.
 */
import { hash, join } from './hashing.ts'

const CUES = {
  // needs and conditions
  must: "must|has to|have to|had to|needs to|need to|need a|needs a|requires|require|required|requirement|mandatory|obligatory|compulsory|got to|gotta|gotta be|must-have|non-negotiable|shall|ought to|necessary|is a must|have got to|no way around|minimum|at least|wants to see|want to see|wants|insists|insist|expects|expect|demand|demands",
  dealbreaker:
    "or else|otherwise|deal-breaker|dealbreaker|deal breaker|showstopper|show stopper|or we|or it's|or i|or no|or nothing|not without|no deal|can't sign|won't sign|doesn't sign|don't sign|no signature|without it|without this|without that|no go|no-go|walk away|done looking|full stop|forget it|we stop|it stops|red line|only if|unless|until i|before any|excluded",
  nice: "nice to have|would be nice|nice-to-have|be nice|bonus|gravy|would help|ideally|would be neat|if possible|a plus|be good|would be good|would like|would calm|not a must|love to see|icing|extra points|would love",
  process:
    'decides|decide|decision|sign|signs|signature|approve|approves|approval|votes|vote|committee|board|council|steering|procurement|tender|rfp|shortlist|sign-off|signoff|signed off|recommends|ranks|scores|score|scorecard|evaluation|evaluate|pilot|poc|trial|proof of concept|legal|works council|quorum|countersigns|has the last|final say|last word|management team|exco|supervisory|quotes|three offers|three quotes|rubber-stamp|meets|agenda|gate|review|reviews|panel',
  proof:
    'reference|references|customer like|same size|like ours|like us|pen test|soc|iso|certificate|certified|audit|dpa|gdpr|questionnaire|sso|entra|okta|sla|slas|uptime|escrow|data residency|hosted in|backup|rollback|integrates|integration|api|connector|export|sap|single sign-on|mfa|proof|prove|test|tested|sandbox|benchmark',
  // doubts and resistance
  doubt:
    "not sure|not convinced|unconvinced|doubt|doubts|sceptical|skeptical|sceptic|don't believe|doesn't believe|believes it when|don't see|doesn't see|can't see|hard to believe|questionable|wonder|wonders|wary|cautious|hesitant|hesitates|reluctant|uneasy|nervous|suspicious|don't trust|doesn't trust|trust|too good|we'll see|heard that before|what if|who guarantees|promise|promises|promised|frankly|honestly|read gut|not for us|overkill|gimmick|toy|marketing|slide|slides|buzzword",
  fear: 'afraid|fear|fears|feared|worry|worries|worried|scared|scares|risk|risky|concern|concerned|concerns|nightmare|panic|dread|threat|frightened|anxious|burned|burnt|bitten|scar|scars|disaster|fiasco|catastrophe',
  past: 'last time|the last one|last vendor|we tried|tried it|tried that|been there|years ago|never saw|never went|shelfware|back to excel|abandoned|ended up|went back|in the end|promised us|was switched off|failed|flopped|died|nobody used|disappeared|went bust|acquired|got bought|bankrupt',
  complex:
    'too complex|complex|complicated|complicate|clicks|clicking|screens|steep|learning curve|heavy|overwhelming|too much|too many|confusing|hard to|difficult|cumbersome|fiddly|training|learn|relearn',
  price:
    'expensive|pricey|too expensive|costly|cheaper|cheapest|cheap|costs more|a lot of|lot of money|for free|free|twice the|double the|steep price|discount|price|prices|pricing|quote|overpriced|not worth|worth it|swallow|steep',
  change:
    "won't use|will not use|won't install|another app|another tool|another system|one more|yet another|habits|habit|used to|old way|resist|resistance|adoption|change|changes|rollout|roll-out|unions|union|works council|steward|migrate|migration|switch|switching|retrain|the lads|older|refuse|refuses|nobody will|by hand|grumble|grumbles",
  statusquo:
    "works fine|good enough|we manage|it works|do nothing|stay with|stays with|keep|happy with|what we have|already have|have already|always done|always worked|leave it|can live with|not broken|isn't broken|rather wait|build it|ourselves|in-house|own excel|excel does|does the job|no hurry",
  timing:
    'not now|next year|too early|too late|not this year|not before|after summer|postpone|postponed|wait|waits|later|no time|no capacity|busy|frozen|freeze|on hold|another project|in parallel|too soon|at the moment|bad timing|timing|until after|q1|q2|q3|q4|back burner|slip|slips|delay|delayed|hold off',
  competitor:
    'competitor|competitors|the other vendor|other vendor|the others|other offer|other bid|cheaper offer|incumbent|alternative|shortlisted|compared|compare|comparison|versus|vs|rival|instead of you|than you|than yours|over yours|better than|ahead of you|they offer|theirs',
  authority:
    "against it|blocks|block|veto|vetoed|won't support|my boss|upstairs|kills it|would kill|said no|says no|opponent|his baby|her baby|his project|pet project|built it|chose it|picked it|his own|politics|political|lobby|slow walk|goodwill|allergic|not a fan|turf|loses face|not on board",
  security:
    'security|secure|data protection|privacy|breach|hacked|leak|leaks|leaked|phishing|ransomware|cloud|on-prem|on premise|encryption|confidential|outside|abroad|personal data|compliance|dpo|ciso|attack',
  vendor:
    'how long have|how many customers|how many people|small company|start-up|startup|who are you|your company|your people|still exist|go bust|in five years|runway|bought by|marry|nine people|the vendor|your support|your team|who picks up|support|bus factor',
  // jobs
  pain: "by hand|manually|manual|retypes|retype|retyping|types|re-key|rekey|copy|copies|copy-paste|excel|spreadsheet|spreadsheets|paper|whiteboard|post-it|twice|double|duplicate|errors|mistakes|mistake|wrong|lost|lose|loses|losing|missed|misses|missing|late|slow|slower|waits|waiting|chase|chases|chasing|search|searching|nobody knows|no idea|can't tell|don't know|doesn't know|guess|guesses|guessing|blind|chaos|mess|firefighting|overtime|nights|backlog|complaints|complain|complained|penalty|fine|fined|fines|overrun|error-prone|hours a|hours per|every week|every month|every day|each month|each week|days late|weeks late",
  goal: "want to|wants to|we want|goal|goals|target|aim|aims|objective|hope|hopes|dream|dreams|wish|wishes|so that|in order to|reduce|cut|increase|grow|growth|improve|save|saves|saving|faster|get rid|stop|win|gain|achieve|reach|bring down|down to|up to|instead of|from now|by the end|i'd like|we'd like|would like|looking for|needs|help us|able to|be able|finally|for once|without having",
  trigger:
    'since|after the|audit|auditor|inspector|inspection|new ceo|new cfo|new boss|new owner|merger|acquisition|regulation|regulator|law|deadline|contract ends|expires|end of life|end-of-life|sunset|left us|resigned|retires|retired|pension|incident|outage|accident|lawsuit|why now|trigger|happened|in october|in november|in march|last year|last month|last week',
  personal:
    'my job|my name|my neck|my head|my boss|my wife|my husband|his wife|her husband|my kids|kids|kid|daughter|son|family|home|sleep|slept|sleeping|weekend|weekends|saturday|sunday|evening|evenings|night|nights|vacation|holiday|holidays|stress|promotion|promoted|career|bonus|reputation|look good|look stupid|look like|embarrassing|embarrassed|ashamed|proud|pride|blame|blamed|fired|retire|retirement|pension|enjoy|fun|bored|hate|hates|love|loves|tired|sick of|fed up|peace|calm|quiet|respect|recognition|credit|legacy|burnout|dinner|phone at|laptop|personally|myself|herself|himself|his face|my desk|alone',
  // money
  money:
    '€|$|£|¥|₹|eur|euro|euros|usd|dollars|dollar|pounds|gbp|quid|bucks|grand|nok|sek|dkk|kr|kroner|kronor|pln|zloty|zł|inr|rs|rupees|lakh|lakhs|crore|cr|aud|cad|brl|chf|francs|zar|cny|rmb|try|lira|czk|huf|thousand|million|mio|mln|billion|mil|teur|k|figures',
  budget:
    "budget|budgets|budgeted|budget line|cost center|cost centre|line|opex|capex|fiscal|fiscal year|fy|financial year|year end|year-end|funds|fund|funding|grant|pot|earmarked|set aside|reserve|left over|leftover|remaining|lapses|lapse|expires|renewal|renews|renew|contract|licence|license|subscription|invoice|invoiced|payment|pay|pays|paid|paying|paid for|costs us|spend|spending|spends|approve|signing limit|limit|limits|ceiling|cap|capped|max|maximum|payback|roi|pays for itself|pays back|net 30|net 60|net 45|annual|annually|monthly|quarterly|upfront|up front|prepay|po|purchase order|allocated|released|approved|own pen|threshold|sign up to|signs up to|per seat|per user|per head|per month|a month|per year|a year|p.a|pa|can spend|can sign|all in|year one|discount|afford|capital|revenue",
  above: 'above|over|up to|under|below|more than|less than|beyond|past|max|until|not more|no more|anything over|anything above|between|around|about|ca|approx|roughly',
  // talk
  greeting:
    'hello|hi|thanks|thank you|welcome|good morning|good afternoon|bye|cheers|sorry|can you hear|hear me|mute|muted|joined|joins|late|camera|recording|recorded|transcript|minutes|agenda|weather|coffee|lunch|nice to meet|regards|best regards|dear|speak soon|have a good|great question|no worries|sounds good|perfect|okay|ok|right|sure|exactly|absolutely|of course|fair enough|mhm|yeah|laughs',
  nextstep:
    "next step|next steps|follow up|follow-up|send|sends|sent|i'll send|i will send|we'll send|will send|to send|share|schedule|scheduled|book|booked|calendar|invite|call on|next call|next meeting|tuesday|monday|wednesday|thursday|friday|by friday|todo|to do|action|owner|prepare|draft|circle back|get back|on it|let me|intro|set up|arrange",
  seller:
    "we offer|we can offer|i offered|offered|i explained|explained|i said|i told|i showed|showed|demoed|demo|we demoed|our price|our product|our roadmap|roadmap|on our side|our side|i asked|we have customers|our customers|i answered|i promised|told him|told her|told them|asked him|asked her|asked if|i'd suggest|we support|we do that|we can do|that's standard|out of the box|walked through|walked them|my gut|gut|forecast|probability|close date|pipeline|champion",
  praise:
    'liked|likes|loved|impressed|great|nice|elegant|cool|wow|happy|smiled|smile|pleased|positive|excited|enthusiastic|good impression|beautiful|excellent|best of|fine with|no problem|no concerns|no issue|no objection|not a problem|fine',
  firmographic:
    'employees|staff|people|fte|sites|offices|branches|stores|customers|revenue|turnover|founded|family-owned|based in|headquartered|hq|subsidiary|group|locations|plants|vehicles|beds|members|users|seats|runs on|uses|use|using|currently use|hosted|version|since 2017',
  hedge: 'maybe|perhaps|probably|might|could|i think|i guess|sort of|kind of|seems|apparently|i suppose|not really|a bit|somehow',
  firstSingular: "i|me|my|mine|myself|i'm|i'd|i'll|i've",
  firstPlural: "we|us|our|ours|ourselves|we're|we'd|we'll|we've",
  second: "you|your|yours|you're|you'd|you'll|you've|yourselves|u|ur",
  third: "he|she|his|her|him|hers|he's|she's|he'd|she'd|they|them|their|they're|they'd",
  report:
    'said|says|told|tells|asked|asks|mentioned|mentions|admitted|admits|thinks|feels|feel|finds|wants|wanted|complained|claims|reckons|figures|believes|explained|reports|reported|according to|insists|swears|noted|quote|pointed out|raised|pushed|pushes|pushed back|pressed|wrote',
  future: "will|won't|would|wouldn't|going to|gonna|plan|plans|planned|next quarter|by q|roadmap|i'd|he'd|she'd|we'd|they'd",
  conditional: 'if|unless|as long as|provided|assuming|in case|only when|when it|once',
  contrast: 'but|however|although|though|still|yet|even so|instead|except|despite|while',
  quantity: '%|percent|per cent|hours|hour|days|day|weeks|week|minutes|months|times|a third|half|quarter|most|every|each',
} as const satisfies Record<string, string>

export type Cue = keyof typeof CUES

/** Hash of a phrase of words, as features hash n-grams of them. */
export function phraseHash(forms: readonly string[]): number {
  return forms.map((form) => hash(form)).reduce((before, next) => join(before, next))
}

const BY_PHRASE = new Map<number, Cue[]>()
for (const [cue, phrases] of Object.entries(CUES) as [Cue, string][])
  for (const phrase of phrases.split('|')) {
    const key = phraseHash(phrase.split(' '))
    BY_PHRASE.set(key, [...(BY_PHRASE.get(key) ?? []), cue])
  }

/** @returns the classes of a phrase given by its hash; none for most */
export function cuesOf(phrase: number): readonly Cue[] {
  return BY_PHRASE.get(phrase) ?? NONE
}
const NONE: readonly Cue[] = []
