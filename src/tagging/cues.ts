/**
 * Words that mean much the same in any industry, in classes: what n-grams learn only after thousands of notes, given at once.
 * Phrases are one to three words as `wordsOf` cuts them, separated by `|`.
 */
import { hash, join } from './hashing.ts'

const CUES = {
  // needs and conditions
  must: 'must|has to|have to|had to|needs to|need to|need a|needs a|requires|require|required|requirement|mandatory|obligatory|compulsory|got to|gotta|gotta be|must-have|non-negotiable|shall|ought to|necessary|is a must|have got to|no way around|minimum|at least|wants to see|want to see|wants|insists|insist|expects|expect|demand|demands',
  dealbreaker:
    "or else|otherwise|deal-breaker|dealbreaker|deal breaker|showstopper|show stopper|or we|or it's|or i|or no|or nothing|not without|no deal|can't sign|won't sign|doesn't sign|don't sign|no signature|without it|without this|without that|no go|no-go|walk away|done looking|full stop|forget it|we stop|it stops|red line|only if|unless|until i|before any|excluded",
  nice: 'nice to have|would be nice|nice-to-have|be nice|bonus|gravy|would help|ideally|would be neat|if possible|a plus|be good|would be good|would like|would calm|not a must|love to see|icing|extra points|would love',
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
    "too complex|complex|complicated|complicate|clicks|clicking|screens|steep|learning curve|heavy|overwhelming|too much|too many|confusing|hard to|difficult|cumbersome|fiddly|training|learn|relearn|click|screen|fields|form|forms|steps|five clicks|too big|very big|heavy lift|big for us|seems a lot|lot for us|seems like|looks like a|lot of work|effort|sprints|configure|configuration|counted|simple|simpler|manual|implementation|who's going to|somebody full time|full-time|consultants|person for that",
  price:
    'expensive|pricey|too expensive|costly|cheaper|cheapest|cheap|costs more|a lot of|lot of money|for free|free|twice the|double the|steep price|discount|price|prices|pricing|quote|overpriced|not worth|worth it|swallow|steep|per user|per head|per seat|a seat|fee|fees|rate|rates|uplift|setup fee|setup|percentage|salary|a year for|a month for|pay for|paying for|pay twice|costs|cost|cost us|the bill|invoice|per cent more|more than we|twenty percent|volume|cpi|charge|charges|dollar|dollars|euro|for what it|for money|worth',
  change:
    "won't use|will not use|won't install|another app|another tool|another system|one more|yet another|habits|habit|used to|old way|resist|resistance|adoption|change|changes|rollout|roll-out|unions|union|works council|steward|migrate|migration|switch|switching|retrain|the lads|older|refuse|refuses|nobody will|by hand|grumble|grumbles|girls|guys|fellas|lads|boys|foremen|drivers|nurses|older ones|average age|afraid|scared|will not|won't touch|nobody opens|log in|logged in|won't log|the field|the floor|the union|people will|they'll|they will|training again|learn again|new tool|new app|new system|whatsapp|phones|watched|spy|spying|big brother|control us|tracked|monitored|take my job|replace us|replaced|go back to|back to paper|on paper|pen|tired|fatigue|again new",
  statusquo:
    "works fine|good enough|we manage|it works|do nothing|stay with|stays with|keep|happy with|what we have|already have|have already|always done|always worked|leave it|can live with|not broken|isn't broken|rather wait|build it|ourselves|in-house|own excel|excel does|does the job|no hurry|free|for free|what we've got|one we've got|we've got one|current one|present one|the old one|nothing wrong|why change|why would|sheet works|excel|my sheet|his sheet|her sheet|built himself|built it|years it|it's always|always been|doing nothing|cost of doing|live with it|not that bad|runs fine|we've managed|have managed|no need|don't need|do we need|existing",
  timing:
    'not now|next year|too early|too late|not this year|not before|after summer|postpone|postponed|wait|waits|later|no time|no capacity|busy|frozen|freeze|on hold|another project|in parallel|too soon|at the moment|bad timing|timing|until after|q1|q2|q3|q4|back burner|slip|slips|delay|delayed|hold off|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|spring|summer|autumn|fall|winter|season|christmas|thanksgiving|easter|paternity|maternity|leave|until|till|before we|first we|upgrade|go-live|migration first|in the middle|middle of|rather not|year end|year-end|after that|this autumn|this spring|two projects|same time|same weeks|someday|eventually',
  competitor:
    'competitor|competitors|the other vendor|other vendor|the others|other offer|other bid|cheaper offer|incumbent|alternative|shortlisted|compared|compare|comparison|versus|vs|rival|instead of you|than you|than yours|over yours|better than|ahead of you|they offer|theirs|offers|other one|other ones|other two|they showed|they had|they have|came with|came in|module|gratis|theirs is|offered us|bundle|bundled|included in|part of the|american|big one|big ones|market leader|gartner|already pay|microsoft|google|amazon|salesforce|servicenow',
  authority:
    "against it|blocks|block|veto|vetoed|won't support|my boss|upstairs|kills it|would kill|said no|says no|opponent|his baby|her baby|his project|pet project|built it|chose it|picked it|his own|politics|political|lobby|slow walk|goodwill|allergic|not a fan|turf|loses face|not on board|council|chairman|president|uncle|nephew|brother|owner|owners|the boss|the board|partners|family|headquarters|hq|group it|corporate|without him|without her|if he|if she|doesn't want|won't sign|his decision|her decision|he'll|she'll|his idea|her idea|his own one|friend of|classmate|golf|cousin|consultant|loses|lose his|lose her|feels passed|passed over|not asked|wasn't asked|nobody asked|never asked|protect|protects|slow",
  security:
    'security|secure|data protection|privacy|breach|hacked|leak|leaks|leaked|phishing|ransomware|cloud|on-prem|on premise|encryption|confidential|outside|abroad|personal data|compliance|dpo|ciso|attack|processor|sub-processor|sub-processors|lawyer|lawyers|footage|data|password|passwords|access|admin rights|server|servers|patient data|names of|who sees|who can see|who reads|sees the|liability|audit log|pentest|pen test|gdpr|frankfurt|american servers|us cloud|insurer|hackers|hack|stolen|camera|cameras',
  vendor:
    'how long have|how many customers|how many people|small company|start-up|startup|who are you|your company|your people|still exist|go bust|in five years|runway|bought by|marry|nine people|the vendor|your support|your team|who picks up|support|bus factor|bought|previous|predecessor|vanished|disappeared|sold|sold us|hotline|promised|they said|they promised|last firm|last company|last time|that one too|everybody says|every vendor|all say|says every|reference|references|show me|prove it|heard of|never heard|no customers|customers like|our size|how many|who else|how big|how old|investors|cfo left|left the company|in berlin|in london|nobody there|your slide|your deck|your number|your numbers|your figures|where do|comes from|black box|wrong|was wrong|mistake|mistakes|made up|hallucinates|hallucinate|trust it|believe it|rely on|the machine|the model|the ai|the algorithm|guess|guesses|accuracy',
  integration:
    "connector|connectors|sync|syncs|interface|interfaces|api|csv|sap|import|imports|middleware|re-key|integration|integrations|integrate|integrates|talks to|talk to the|write back|writes back|both ways|export|exports|netsuite|salesforce|oracle|dynamics|sharepoint|erp|crm|core system|sftp|plugin|plug-in|mapping|fields don't|overwritten|double-posted|flat file",
  capability:
    "can't do|cannot do|doesn't do|does not do|don't have|doesn't have|no way to|not able|isn't able|can't handle|doesn't handle|missing|lacks|lack|not there|isn't there|seconds|slow|slower|dead|offline|no signal|battery|crashed|crash|crashes|froze|broke|breaks|didn't work|doesn't work|does not work|failed|wrong way|language|languages|in english|german|french|translation|only in|tested|test|the map|photo|photos|accuracy|not made for|made for|built for|meant for|our kind|special|exceptions|edge case|roadmap|in q4|not yet",
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
    'budget|budgets|budgeted|budget line|cost center|cost centre|line|opex|capex|fiscal|fiscal year|fy|financial year|year end|year-end|funds|fund|funding|grant|pot|earmarked|set aside|reserve|left over|leftover|remaining|lapses|lapse|expires|renewal|renews|renew|contract|licence|license|subscription|invoice|invoiced|payment|pay|pays|paid|paying|paid for|costs us|spend|spending|spends|approve|signing limit|limit|limits|ceiling|cap|capped|max|maximum|payback|roi|pays for itself|pays back|net 30|net 60|net 45|annual|annually|monthly|quarterly|upfront|up front|prepay|po|purchase order|allocated|released|approved|own pen|threshold|sign up to|signs up to|per seat|per user|per head|per month|a month|per year|a year|p.a|pa|can spend|can sign|all in|year one|discount|afford|capital|revenue',
  above:
    'above|over|up to|under|below|more than|less than|beyond|past|max|until|not more|no more|anything over|anything above|between|around|about|ca|approx|roughly',
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
  hedge:
    'maybe|perhaps|probably|might|could|i think|i guess|sort of|kind of|seems|apparently|i suppose|not really|a bit|somehow',
  firstSingular: "i|me|my|mine|myself|i'm|i'd|i'll|i've",
  firstPlural: "we|us|our|ours|ourselves|we're|we'd|we'll|we've",
  second: "you|your|yours|you're|you'd|you'll|you've|yourselves|u|ur",
  third: "he|she|his|her|him|hers|he's|she's|he'd|she'd|they|them|their|they're|they'd",
  report:
    'said|says|told|tells|asked|asks|mentioned|mentions|admitted|admits|thinks|feels|feel|finds|wants|wanted|complained|claims|reckons|figures|believes|explained|reports|reported|according to|insists|swears|noted|quote|pointed out|raised|pushed|pushes|pushed back|pressed|wrote',
  future:
    "will|won't|would|wouldn't|going to|gonna|plan|plans|planned|next quarter|by q|roadmap|i'd|he'd|she'd|we'd|they'd",
  conditional: 'if|unless|as long as|provided|assuming|in case|only when|when it|once',
  contrast: 'but|however|although|though|still|yet|even so|instead|except|despite|while',
  quantity:
    '%|percent|per cent|hours|hour|days|day|weeks|week|minutes|months|times|a third|half|quarter|most|every|each',
} as const satisfies Record<string, string>

export type Cue = keyof typeof CUES

/** Hash of a phrase of words, as features hash n-grams of them. */
function phraseHash(forms: readonly string[]): number {
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
