/**
 * The words that sort statements into the parts of a page, in one place: what counts as a reason to act now, a limit of
 * approval, a step, a feature. Data alone, so that a figure on a page can be recomputed from records and these lists.
 */
import type { Motive } from '../types.ts'

/** An event or a date that makes it urgent: why now. */
export const TRIGGER =
  /\b(?:(?:last|this|next) (?:spring|summer|autumn|fall|winter|year|month|quarter|week|january|february|march|april|may|june|july|august|september|october|november|december)|since (?:the|we|our|then|last)|ever since|after (?:the|that|we|our|last)|when (?:the|our|we) .{3,60}\b(?:left|quit|died|retired|broke|failed|crashed)|merger|merg\w+|acqui\w+|takeover|new (?:ceo|cfo|owner|law|regulation|rule\w*|boss|site\w*|plant|store\w*)|fined?|penalt\w+|expir\w+|runs out|ends in|retires?|hand over|leaves? (?:in|at|us)|moves to|due diligence|deadline|series [a-d]|wrote (?:her|him|us|them) up|lit the fuse|wake-up|audit(?:ors?)? (?:found|wrote|come|said)|inspection|by (?:next )?(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|in 20\d\d)\b/i
/** What should be so one day, in whatever measure. */
export const OUTCOME =
  /\b(?:want(?:s|ed)? to|would like|'d like|i'd love|would love|like to|wish|hope[sd]?|goal|aim|target|should be|so that|to be able to|be sure|one (?:number|place|screen|picture|list|system)|dream|needs? to (?:know|see|have|be)|what i'd want|i'd want|i'd give|under \d+|within \d+|from \d[\d.,]* to \d)\b/i
/** What they answer for to somebody above them. */
export const DUTY =
  /\b(?:report(?:s|ed)? to|(?:my|his|her|our) (?:boss|chief|board|ceo|chairman|objectives|targets?|bonus|appraisal|name on)|the (?:board|bank|lender|auditors?|regulator|ceo|chairman|minister|investors?) (?:asks?|asked|wants?|wanted|has|have|needs?|will|is asking)|board (?:pack|meeting|paper|report)|in front of the board|answer(?:s|able)? (?:for|to)|accountable|responsible for|measured (?:on|by)|kpi|in (?:my|her|his) objectives|i (?:sign|signed) (?:the|for)|asking (?:utilisation|for)|have to explain|has to explain|got to show|has to show)\b/i

/** In the order in which they are tried: fear is told in the words of standing, so it comes first. */
export const MOTIVE_WORDS: readonly [Motive, RegExp][] = [
  [
    'security',
    /\b(?:blam\w+|fault|my (?:neck|job|head)|(?:his|her) (?:neck|job|head)|lose (?:my|his|her|the) job|fired|sacked|redundan\w+|afraid|fear\w*|scared|embarrass\w*|asham\w*|apolog\w+|sorry|explain (?:to|why)|defend|squint|finger\w*|humiliat\w*|not again|never again|hole|retire\w*|pension|my name on)\b/i,
  ],
  [
    'enjoyment',
    /\b(?:enjoy\w*|fun|love\w*|proud|bored|boring|real work|actual work|why i became|passion|like to (?:do|be) my own|own thing|weekend\w*|evening\w*|holiday\w*|lunch|dinner|family|kids|children|grandchild\w*|wife|husband|missus|hockey|football|sleep\w*|home)\b/i,
  ],
  [
    'status',
    /\b(?:promot\w+|career|board|bonus|reput\w+|recogn\w+|award|hero|first|prove|credib\w*|respect|legacy|the one who|the (?:woman|man|guy|person) (?:who|with)|title|remember\w*|objectives|look good|next job|on stage|conference|appraisal)\b/i,
  ],
  [
    'support',
    /\b(?:stress\w*|overtime|on call|phone rings|rings? me|alone|help\w*|take over|cover|calm|quiet|firefight\w*|chas\w+|interrupt\w*|tired|burn\w*|switch off|without me|without (?:him|her)|only one|worr\w+|risk\w*|peace|rely|trust|sure|nothing open|by hand)\b/i,
  ],
]

/** Money that somebody may sign for, not money that is there for this. */
export const LIMIT =
  /\b(?:limits?|thresholds?|(?:can|may|could|i|he|she) signs?|sign(?:s|ing)? (?:off )?(?:up to|anything|below|under|above|for)|(?:anything|everything|all|purchases?|spend\w*) (?:over|above|under|below|beyond)|above (?:that|this|it|which)|over that|goes? to (?:the )?(?:board|cfo|ceo|committee|council|owner)|needs (?:the )?(?:board|cfo|ceo|committee|council)|delegat\w+|signing authority|approve (?:up to|anything)|(?:signs?|decides?) (?:to|alone|off)|(?:can|could) (?:go|bless|do) (?:up )?to|until \d+[.,' ]?\d{3}|(?:over|above|beyond|more than) (?:a |an |half |the )?(?:\d|hundred|thousand|million|ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\d.,k]*)\b/i
/** Money that is there or asked for, to be spent. */
export const BUDGET =
  /\b(?:budget\w*|set aside|put aside|earmarked|reserv\w+|allott?ed|in the plan|pot|funds?|funded|grants?|capex|opex|left over|is left|released|ring-?fenced|pencilled|envelope|in the line|line for|cost cent(?:re|er)|bucket|(?:i|we|she|he|they|there)(?:'ve| have| has|'s| is|'ve got|'s got| got| had| put| found) (?:still |about |around |roughly |ca\.? |some |got |my |only |just )*[€$£]?\d[\d.,']*)\b/i
/** What they pay or lose now. */
export const TODAY =
  /\b(?:(?:we|they|he|she|i|us|team|who)(?:'re|'s)? (?:now |currently |still |already |all )?pay(?:s|ing)?|pay(?:s|ing)? (?:now|today|a|an|the)|pays|cost(?:s|ing)? (?:us|them|me|him|her)|losing|lost us|currently|today|existing|present spend|last year|old (?:tool|system|contract))\b/i
/** What is only thought of: no money that flows now. */
export const MAYBE = /\b(?:could|can|would|will|may|might|should|go to|up to|if)\b|'d\b|'ll\b/i

/** Whose money it is: a line, a pot, a department. */
export const WHOSE =
  /\b(?:budget line|cost cent(?:re|er)|opex|capex|(?:in|from|out of|under|on) (?:the|my|our|his|her|their|\w+'s) (?:[\w-]+ ){0,3}(?:budget|line|reserve|pot|fund|grant|account|renewal)|(?:'s|his|her|my|our|own|it|marketing|operations|training|digital) (?:line|budget|pot|money)|whose (?:budget|money)|grant|donor|owner pays|has that line|reserve|pot of)\b/i
/** When money opens, closes or is decided on. */
export const WHEN =
  /\b(?:fiscal|financial year|budget (?:year|round|season|cycle|proposal)|fy ?\d\d|q[1-4]|next (?:year|quarter|april|budget)|this year|year[- ]end|until (?:the )?(?:end|\d|january|february|march|april|may|june|july|august|september|october|november|december)|(?:by|before|after|in|from|on|for|till) (?:the )?(?:end of )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|closes|opens|expires?|locked|released|runs out|is gone|lapses?|after the round)\b/i

/** In the order in which buyers go through them. */
export const STEPS: readonly [name: string, words: RegExp][] = [
  [
    'Shortlist and comparison',
    /\b(?:shortlist\w*|comparison|compar(?:e|es|ing)|tender\w*|rfps?|quotes|three offers|scor(?:e|es|ing)|score ?sheet|ranking)\b/i,
  ],
  ['Demo', /\bdemos?\b/i],
  ['Trial or test', /\b(?:pilot\w*|trial\w*|tests?|tested|testing|proof of concept|poc|sandbox|try it|trying it)\b/i],
  ['References', /\b(?:references?|reference call|sister company|speak (?:to|with) (?:a|another|your) customer)\b/i],
  [
    'Technical check',
    /\b(?:technical|architect\w*|it (?:looks?|checks?|has to|must|department|team)|in it\b|integration test|it review)/i,
  ],
  [
    'Security and data protection',
    /\b(?:security|pen(?:etration)? test\w*|questionnaire|soc ?2|iso ?27\d*|data protection|privacy|dpo|dpia|gdpr|dpdp)\b/i,
  ],
  [
    "Workers' representatives",
    /\b(?:works council|works committee|unions?|betriebsrat|staff council|shop steward|employee representatives?)\b/i,
  ],
  [
    'Legal and contract',
    /\b(?:legal|lawyers?|counsel|contract (?:review|terms)|clauses?|redlines?|terms and conditions|dpa|msa)\b/i,
  ],
  [
    'Procurement',
    /\b(?:procure\w*|purchas\w+|vendor (?:form|onboarding|registration)|supplier (?:form|onboarding))\b/i,
  ],
  [
    'Board or committee',
    /\b(?:boards?|committees?|trustees|directors|steering|council (?:meeting|votes?)|votes?|partners' meeting|assembly)\b/i,
  ],
  [
    'Decision and signature',
    /\b(?:sign(?:s|ed|ing|ature|-off)?|decid\w+|decisions?|approv\w+|final (?:say|word)|go-ahead|says? yes|yes or no)\b/i,
  ],
  ['Start', /\b(?:go(?:es|ing)?[- ]live|roll ?out|kick-?off|start(?:s|ing)? (?:in|on|with))\b/i],
]

/** What makes the purchase depend on something: a refusal, and what it hangs on. */
export const CONDITIONAL =
  /\b(?:only (?:\w+ ){0,2}(?:if|when)|unless|provided (?:that|you|it|the)|on condition|if you (?:build|built|add|added|give|gave|ship|deliver|fix)|if it (?:can't|cannot|doesn't|isn't|won't)|(?:no|nothing|nobody|not|never|won't|can't|cannot|don't|doesn't)\b.{1,60}\b(?:until|as long as|without)|(?:no|nothing|nobody) .{0,25}(?:signs?|buys?|starts?|pays?) before|until .{1,60}\b(?:no|nothing|nobody|not|won't|can't|cannot)|without (?:it|that|this|which|an?|the)\b.{1,60}\b(?:no|not|nothing|nobody|never|won't|can't|cannot|isn't|doesn't)|or (?:we|i|they|he|she) (?:stop|walk|leave|don't|won't|go|may)|or (?:it's|that's) (?:no|over|just)|before (?:we|i|they|she|he) (?:sign|buy|start|pay)|(?:can't|cannot|won't|wouldn't|will not|don't|doesn't|isn't|not) (?:sign\w*|buy|start\w*|approve|go ahead|go in)|no (?:deal|contract|signature|agreement|rollout|sign-off|point)|(?:otherwise|else) .{0,60}\b(?:no|not|never|nobody|nothing|won't|can't|doesn't|isn't|over|back|stop|zero|just)|rest .{0,20}doesn't matter|is a no\b)/i

/** Whoever says so takes the force out of a demand, however it began: it may fail, it was a joke, it can wait. */
export const NO_STAKE =
  /(?:\b(?:(?:can|could|would|will) (?:also |well |easily )?(?:live|do|manage) without|(?:not|nobody|no one|hardly|\w+n't) (?:\w+ ){0,3}(?:die on|die for|go to the stake|kill for|fight (?:over|for) (?:it|that|this)|walk (?:away )?over)|(?:not|hardly|no|\w+n't(?: be)?) (?:a |the |any )?(?:deal-?\s?breaker|show-?\s?stopper|blocker|hill|condition)|not a must|no rush|no hurry|not urgent|(?:it |that |this )?can wait|only (?:joking|kidding)|just (?:joking|kidding)|buy (?:it|you|him|her|them) (?:a|the) (?:cake|beer|drink|round|dinner))\b|\b(?:a?ha(?:ha)+h?|hehe\w*|lol)\b|[;:]-?\)|😂|🤣|😄|\((?:laughs?|laughing|joking(?:ly)?|smiles?)\))/i

/** A wish, where nothing harder is said in the same breath. */
export const WISH =
  /\b(?:(?:would|'d|might|could) (?:also |really |just |all )?be (?:\w+ )?(?:nice|lovely|great|sweet|neat|cute|handy|fun|cool|pleasant|tickled|a plus|a bonus|a dream|the cherry|icing)|nice[- ]to[- ]have|nice if|lovely if|(?:would|'d) (?:also |really )?love|wouldn't mind|if possible|icing on|cherry on|fond of (?:having|the)|for later|some day|one day|dream(?:s|ed|ing)? of|wish list|a bonus|a plus)\b/i

/** What makes a demand of a sentence that has a wish in it as well. */
export const HARD =
  /\b(?:must|has to|have to|needs? to|required?|requires|only if|unless|otherwise|or else|no (?:deal|signature|contract|go|sign-off)|without (?:it|that|this|which)|deal-?\s?breaker|show-?\s?stopper|(?:can't|won't|cannot) (?:sign|buy|start))\b/i

/** Capabilities of most products, told by words: finer than themes, since "security" is no feature. The first that fits names a demand. */
export const FEATURES: readonly [name: string, words: RegExp][] = [
  [
    'Work without a network',
    /\b(?:offline|(?:without|no|bad|poor) (?:a |any )?(?:network|signal|wi-?fi|coverage|reception|internet|connection|tower)|having no (?:signal|tower)|is no coverage|dead spots?)\b/i,
  ],
  [
    'Sign-in with their own accounts',
    /\b(?:single sign|sso|log-?in|log in|entra|azure ad|active directory|okta|mfa|two-factor|microsoft accounts?|saml|password)\b/i,
  ],
  [
    'Links to other systems',
    /\b(?:integrat\w*|interfaces?|api\b|apis|connectors?|connected|sync\w*|two directions|both directions|posting (?:straight )?into|land in|talks? to|datev|sap\b|sage\b|netsuite|salesforce|quickbooks|xero|dynamics|erp)\b/i,
  ],
  [
    'Export, import and leaving with the data',
    /\b(?:export\w*|import\w*|csv|on exit|data back|migrat\w*|old (?:files|data))\b/i,
  ],
  [
    'Roles, permissions and who sees what',
    /\b(?:permissions?|role concept|roles and rights|who (?:sees|can see)|access to it|read access|doesn't see|not see|logs? (?:that|of)|access log|audit trail)\b/i,
  ],
  ['Deletion and keeping of data', /\b(?:delet\w+|retention|kept for|purg\w+|erase\w*)\b/i],
  [
    'Where data lies and who reaches it',
    /\b(?:data cent(?:re|er)|hosted|hosting|on-prem\w*|own cloud|outside the eu|in the eu|region|sub-?processors?|data residency|servers? in)\b/i,
  ],
  [
    'Languages',
    /\b(?:languages?|translat\w*|in (?:dutch|german|french|spanish|polish|italian|portuguese|english|hindi|marathi|turkish|welsh|irish|arabic|japanese|kannada|romanian))\b/i,
  ],
  ['Phones and tablets', /\b(?:apps?|mobile|phones?|tablets?|ipads?|android|iphones?)\b/i],
  [
    'Photos, scans and signatures',
    /\b(?:photos?|pictures?|scan\w*|barcodes?|qr|(?:digital|electronic|e-?)signatures?|sign on (?:the )?(?:glass|screen|phone|tablet)|nfc)\b/i,
  ],
  ['Reports and figures', /\b(?:reports?|reporting|dashboards?|kpis?|figures|one number|utilisation|excel)\b/i],
  ['Messages and alerts', /\b(?:notif\w+|alerts?|texting|sms|remind\w*|e-?mails? (?:to|when)|push)\b/i],
  [
    'Accuracy',
    /\b(?:accura\w+|false (?:positives?|alarms?)|error rate|precision|\d+ ?% (?:right|correct|resolved))\b/i,
  ],
  [
    'Screens and handling',
    /\b(?:screens?|clicks?|keystrokes|templates?|fields?|filters?|search|undo|batch|drag|calendar|maps?|portal|print\w*|label\w*)\b/i,
  ],
  [
    'Uptime and speed of the system',
    /\b(?:uptime|availab\w+|downtime|response time|loads? in|\d+ (?:milli)?seconds)\b/i,
  ],
]
/** Concepts that a product answers by what it can do; contracts, references and prices are answered by people. */
export const CAPABILITIES = new Set(
  'integration mobile languages fit accuracy visibility traceability standards access-accounts reliability confidentiality noise safety security'.split(
    ' ',
  ),
)

/** Where a concept is a feature of the list under another name. */
export const FEATURE_OF: Partial<Record<string, string>> = {
  integration: 'Links to other systems',
  mobile: 'Phones and tablets',
  languages: 'Languages',
  accuracy: 'Accuracy',
}
