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
  /\b(?:limits?|thresholds?|(?:can|may|could|i|he|she) signs?|sign(?:s|ing)? (?:off )?(?:up to|anything|below|under|above|for)|(?:anything|everything|all|purchases?|spend\w*) (?:over|above|under|below|beyond)|above (?:that|this|it|which)|over that|goes? to (?:the )?(?:board|cfo|ceo|committee|council|owner)|needs (?:the )?(?:board|cfo|ceo|committee|council)|delegat\w+|signing authority|approve (?:up to|anything)|(?:signs?|decides?) (?:to|alone|off)|(?:can|could) (?:go|bless|do|swipe|take|spend) (?:up )?to|(?:can|could|i|he|she|they) (?:approves?|click) (?:up )?to|approves? to|(?:don['’]t|doesn['’]t|needn['’]t|(?:do|does) not) (?:have to|need to|need|must)? ?(?:ask(?! (?:for|further|me|you))|tender|bring it)|without (?:asking|anybody|anyone|approval|(?:a|the|another) (?:second )?(?:tender|vote|board|committee|signature|sister|big round))|there['’]s no tender|on (?:my|his|her|their) own|(?:click|take|sign|pay)s? it (?:my|him|her)self|off (?:my|his|her|their) own bat|(?:his|hers|mine|theirs) to sign|(?:my|his|her) pen|kicks in at|could(?:['’]ve| have) signed|until \d+[.,' ]?\d{3}|(?:over|above|beyond|more than) (?:a |an |half |the )?(?:\d|hundred|thousand|million|ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\d.,k]*)\b|> ?\d+ ?k? ?(?:=|goes|needs)|\bsigns? [<>]/i
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

/**
 * What products are asked for, each by words that name the thing demanded: "a phone line" is no app and "a pen test report" no
 * dashboard, so that words such as screen, phone, report, label, field and sign decide nothing alone. The first that fits names a demand.
 */
export const FEATURES: readonly [name: string, words: RegExp][] = [
  [
    'Certificates and test reports',
    /\b(?:pen(?:etration)?[- ]?tests?|soc ?[12]\b|iso ?27\d*|isae|3402|cert-in|cyber essentials|hecvat|irap|tisax|hitrust|vapt|ens (?:media|high)|esquema nacional|bridge letter|questionnaire)\b/i,
  ],
  [
    'Work without a network',
    /\b(?:offline|(?:without|no|bad|poor) (?:a |any )?(?:network|signal|wi-?fi|coverage|reception|internet|connection|tower|net|bars)|having no (?:signal|tower)|is no coverage|dead spots?|on \d+ mbit)\b/i,
  ],
  [
    'Sign-in with their own accounts',
    /\b(?:single sign|sso|entra|azure ad|active directory|okta|mfa|two-factor|microsoft accounts?|saml|scim|edugain|federation|(?:their|his|her|our|own|named|shared) (?:own )?(?:log-?ins?|passwords?)|log-?ins? (?:with|via|through|page)|no (?:local |shared |more )?passwords?|nothing of passwords|one password)\b/i,
  ],
  [
    'Links to other systems',
    /\b(?:integrat(?:e|es|ed|ion|ions|ing)|interfaces? (?:to|with|into|for|between)|api\b|apis|connectors?|sync\w*|bidirectional|(?:two|both) directions|two-way|2-way|post(?:s|ing)? (?:straight )?(?:in)?to|(?:writes?|writing|pushe?s?|flows?|feeds?|reads?) (?:\w+ ){0,4}?(?:back|into|onto|straight from|directly from)|lands? in|(?:from|into|with|in|to|and) (?:datev|sap|sage|netsuite|salesforce|quickbooks|xero|dynamics|the erp|exact|navision))\b/i,
  ],
  [
    'Export, import and leaving with the data',
    /\b(?:exports?|exported|exporting|imports?|imported|csv|on exit|data back|data out|open format|migrat(?:e|ed|ion|ing)|old (?:files|data))\b/i,
  ],
  [
    'Deletion and keeping of data',
    /\b(?:delet(?:e|ed|es|ion|ing)|retention|kept for|purg(?:e|ed|ing)|eras(?:e|ed|ure))\b/i,
  ],
  [
    'Where data lies and who reaches it',
    /\b(?:data cent(?:re|er)|hosted|hosting|on-prem\w*|own cloud|outside the eu|in the eu|eu only|(?:eu|uk|us|german|swiss) region|sub-?processors?|data residency|servers? in|(?:stays? in|leaves?|leaving) (?:the )?(?:eea|eu|uk|us|europe|germany|switzerland|canada|australia|india|ireland|france|austria|(?:the )?(?:country|house|building|netherlands))|where (?:is|are) .{1,25} (?:kept|stored|hosted)|everything in (?:the )?(?:eea|eu|uk|us|europe|germany|switzerland|canada|australia|india|ireland|france|austria|(?:the )?(?:country|house|building|netherlands)))\b/i,
  ],
  [
    'Roles, permissions and who sees what',
    /\b(?:permissions?|role concept|roles and rights|who (?:sees|can see)|read access|read[- ]only|(?:must|may|should|can) ?(?:not|n't) see|can't see|cannot see|sees? only|hard separation|least privilege|access log|audit trail|logs? (?:that|of) (?:who|every))\b/i,
  ],
  [
    'Languages',
    /\b(?:languages?|translat(?:e|ed|es|ion|ions)|(?<!\b(?:agreement|contract|page|letter|writing|paper)\b.{0,25})in (?:dutch|german|french|spanish|polish|italian|portuguese|english|hindi|marathi|turkish|welsh|irish|arabic|japanese|kannada|romanian|norwegian|czech)|(?:norwegian|polish|dutch|german|french|spanish|romanian|welsh|turkish|hindi|arabic) and (?:\w+)|(?:polish|portuguese|welsh|romanian|hindi) (?:in the app|calls|screens|menus))\b/i,
  ],
  [
    'Photos, scans and signatures',
    /\b(?:(?:photos?|pictures?) (?:at|of|from|in|and|compulsory|per|by|for|goes|go|land)|(?:plate|damage|filter|phone) (?:photos?|pictures?)|takes? (?:a )?(?:\w+ )?(?:photos?|pictures?)|by photo|(?:read|scan)s? (?:the |a |an )?(?:photo|picture|part|plate|tag|code|label)\w*|barcodes?|qr|(?:digital|electronic|e-?)signatures?|e-sign\w*|sign on (?:the )?(?:glass|screen|phone|tablet)|nfc|badge-?tap)\b/i,
  ],
  [
    'Phones and tablets',
    /\b(?:(?:an?|the|one|our|your|native|mobile|offline) app|app (?:in|for|on|that|must|has)|mobile (?:version|use|first)|(?:on|from) (?:(?:a|an|his|her|their|my|own|any|every) )?(?:own |private |old )?(?:phones?|tablets?|ipads?|mobiles?|androids?|iphones?)|on the (?:phones|tablets|ipads)|android|iphones?)\b/i,
  ],
  [
    'Reports and figures',
    /\b(?:dashboards?|kpis?|reporting|utili[sz]ation|(?:weekly|monthly|daily|quarterly|one|own|a|every) (?:report|figure|number) (?:on|of|per|by|for|that|from)|(?:report|figures?|numbers?|hours|costs?) (?:per|by) (?:site|team|person|machine|customer|job|driver|depot|branch|store|project)|control totals)\b/i,
  ],
  [
    'Messages and alerts',
    /\b(?:notif(?:y|ies|ied|ication|ications)|alerts?|texting|sms|texts? (?:to|when|if)|remind(?:s|er|ers)?|e-?mails? (?:to|when) (?:the|him|her|them|it)|push (?:message|notification)s?|whatsapp)\b/i,
  ],
  [
    'Accuracy',
    /\b(?:accura\w+|false (?:positives?|alarms?|returns)|error rate|precision|\d+ ?% (?:right|correct|resolved))\b/i,
  ],
  [
    'Fewer clicks, search and print',
    /\b(?:(?:under|in|than|most|maximum|max|no more than) (?:\d+|one|two|three|four|five) (?:clicks?|keystrokes|screens|fields|taps)|(?:fewer|less|too many) (?:clicks|keystrokes|screens|fields|taps)|undo|drag(?:s|ging)? (?:and drop|it|them|a|the)|batch (?:edit|entry|upload|print|release)|search (?:by|for|over|across)|filters? (?:by|for|on)|prints? (?:a|the|on|labels?|tickets?)|map (?:view|layer)|calendar view|dark mode)\b/i,
  ],
  [
    'Uptime and speed of the system',
    /\b(?:uptime|availability|downtime|p9\d|response time|loads? in|(?:in|within|under) (?:\d+|one|two|three|five|ten) (?:milli)?seconds?|\d+ ?ms)\b/i,
  ],
]

/** Themes that are about what a product does; contracts, references and prices are answered by people. */
export const CAPABILITIES = new Set(
  'integration mobile languages fit accuracy visibility traceability standards access-accounts reliability confidentiality noise safety security'.split(
    ' ',
  ),
)

/** What was demanded once and is there by now, or was found good. */
export const SATISFIED =
  /\b(?:no (?:queries|concerns|further questions|open points|objections?|complaints?)|(?:it|that|this|which|they)(?:'s| is| are|'re| was| were) (?:now )?(?:closed|done|solved|settled|accepted|in (?:the|our|their) (?:sla|contract) now|fine now|covered)|(?:carry|carries|works?|runs?|has|have) .{0,40}since (?:\d+|january|february|march|april|may|june|july|august|september|october|november|december)|noted and acceptable|evidence received|(?:it was|was) a super|super trial|nearly none|liked (?:it|that|the|our|your)|impressed)\b/i
