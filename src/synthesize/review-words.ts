/** The words by which a review of a deal says why it was won or lost. Data alone, like vocabulary.ts, for reasons.ts. */

/** A question that asks for the reason itself. */
export const ASKS_WHY =
  /\b(?:why (?:did|do|had|have) (?:you|they)|why (?:not )?(?:us|you|we|they)\b|what (?:was (?:behind|it|the (?:decision|reason|moment|thing|point))|(?:actually |finally |really )?(?:tipped|moved|decided|settled|swung|turned|convinced|changed|cost|killed|did it)|made (?:you (?:choose|sign|pick|say|go)|the difference))|where did .{2,40}\b(?:fall|go|lose)|when (?:did|was) .{2,30}\b(?:understand|know|clear|decided)|tip(?:s|ped|ping)\b|what did you (?:actually )?judge|how (?:did you|was (?:it|the choice)|were they)\b.{0,20}\b(?:cho(?:ose|sen|ice)|decided?|made|end up)|come down to|what was it,? then|was it (?:only |really |just )?(?:the |about )?(?:money|price)|the real reason)/i
/** A question about what spoke against it, what is wrong now or what would have to come: its answer is no reason for the end. */
export const ASKS_ELSE =
  /\b(?:nearly|almost|hesitat\w+|h[eo]ld (?:you|us) back|sink|sank|doubt\w*|worr(?:y|ied)|bother\w*|isn't right|disappoint\w*|next time|in half a year|advice|(?:would|will) (?:have|need|had) to|have had to be true|look (?:at us )?again|talk in|better|what would you|better\?|not\?|still|now\b|how (?:are|was the first)|first month|get on the list)/i
/** Headings under which a review says why. */
export const HEADS_WHY =
  /\b(?:why (?:not )?(?:us|we|they|it|did)|why it (?:didn't|did not|happened)|tipped|settled|decided|what counted|over the line|reasons?|what happened|fall down|go wrong)\b/i
/** Headings of something else: our own lessons, next steps, the way before, what is to come, what nearly stopped it. */
export const HEADS_ELSE =
  /\b(?:for us|for the next|lessons?|next|take ?aways?|take (?:from|away|with)|to ?do|tasks?|own (?:notes|reading|mistake)|my notes|notes? (?:of|by)|interviewer|what (?:i|we) (?:take|learn\w*|think)|learn(?:ed|t)|still|agreements?|go-live|door|second round|closed for ever|revisit|need it|next summer|how it began|before\b|why they looked|since|case study|nearly|sank|h[eo]ld us back|doubts)\b/i

/** Phrases with which somebody names the reason. */
export const NAMES_REASON =
  /\b(?:(?:it was|it's|for (?:me|us|him|her) it was) (?:the|that|their|your|a|an|when|one|because)\b(?=.{0,60}$|.{0,60}[.;,])|was the (?:thing|reason|point|moment|day|one)|that was (?:that|it)\b|(?:did|settled|decided|clinched|swung|tipped|killed|lost|cost|sank|sealed|turned) (?:it|us|you|him|her|the deal|a deal)\b|(?:what|the thing that|thing that|all that) (?:[\w.']+ )?(?:decided|tipped|turned|settled|moved|sold|got|killed|counted|mattered|hurt|convinced|did)\b|in the end\b|(?:came|comes|boils?|boiled) down to|reason\b|deal-?breaker|full stop|could(?:n't| not) (?:fight|argue|get (?:that|it)|close|live|sign|put|carry)|would(?:n't| not) have (?:signed|sold|bought|taken)|said (?:yes|go|no)\b|won by|lost (?:it|to|because)|the whole reason|whole thing|killed (?:us|you|it)|counted\b|threw (?:you|us) out|(?:was|is) already (?:gone|decided)|not approvable|never believed|believed)/i
/** Weaker: a choice and its cause are spoken of. */
export const SPEAKS_OF_CHOICE =
  /\b(?:because|therefore|and so|so (?:it|he|she|they|that was)|instead of|against|chose|chosen|picked|went with|voted|signed|decided|decision|second choice|first choice|couldn't|could not|cannot|can't|wouldn't|already|rather|cheaper|the others?|theirs|without)\b/i
/** "It wasn't the sixty": says what it was not. */
export const DENIES =
  /\b(?:(?:it|that|price|money|this)(?: in itself| honestly)? (?:was(?:n't| not)|isn't|is not|was never|was fine|was ok)|was(?:n't| not) (?:it|about|worried|the (?:price|money|problem|reason))|never (?:about|by itself)|price was not|hardly came up|i don't believe (?:that|it)|(?:he|she|they) said no,|had forgotten it|good that|no hard feelings)\b/i
/** What the next words take back. */
export const DEMURS =
  /\b(?:don'?t want you to think|not saying that'?s why|that(?:'s| is| was)(?:n't| not) (?:why|it|the reason)|it was(?:n't| not) that\b|that(?:'s| is) not (?:why|it|the reason))/i
/** "It wasn't about software any more, it was about money": a denial that goes on to the reason. */
export const PUTS_RIGHT = /\b(?:was|were|is)(?:n't| not)\b.*[,;:] (?:but|it was|it's|rather)\b/i
/** What whoever wrote the review takes from it: no word of the buyer's. */
export const IS_OURS =
  /^(?:what i take|my (?:own )?(?:reading|read)|lessons?\b|our (?:own )?mistake|my (?:own )?mistake|next:|we (?:should|sold|never|need|must)|i (?:should|asked|rang|called|met|went|spoke|think|thought|told|don't believe)|(?:interviewed|written|reviewed|asked) (?:by|from|with)|signed (?:on|with)|they signed|lost to|should have|to product|suggest|so what (?:i|she|he)|competitor:|reminder|set reminders?|call \w+ in\b|reopen|revisit|it's closed)/i

/** Something was good, or is better than it was. */
export const PRAISE =
  /\b(?:(?:it was|was|had) (?:a|an) (?:super|great|lovely|brilliant) (?:trial|demo|tool|call|visit)|(?:down to|at) nearly (?:none|nothing|zero)|nothing bad to say|(?:is|was|that's) that worry gone|(?:argument|worry|doubt|fear) (?:is|was) gone|(?:we|you)(?: are|'re| were) the only (?:ones?|vendors?|suppliers?) who|the only (?:rep|vendor|supplier) who|best of (?:the |all )?(?:three|four|two|all)|best prepared|on the ward by|before the coffee|by dinner time|(?:went|gone|came|fell) from .{1,40} to (?:under |about )?\d|three times i got|(?:read|said|came) .{1,30}and said go|in tears of joy|with the old pen|turned (?:completely )?around|first time a vendor did|nine fewer|\d+ fewer)\b/i
/** What turns praise into something else. */
export const NEGATIVE =
  /\b(?:not|no|never|n't|\w+n't|but|too|without|still|afraid|fear\w*|worr\w+|doubt\w*|hard|difficult|problems?|fail\w*|wrong|late|however|although|lose|lost|nobody|only|cannot|complain\w*|expensive)\b/i

/** Something that stood in the way is out of it. */
export const SETTLED =
  /\b(?:(?:for|with) (?:him|her|them|me|us) (?:it|that)(?:'s| is) (?:done|closed|settled|ok|okay|fine)|(?:it|that|this)(?:'s| is) (?:now )?(?:done|closed|settled|ok|okay|fine) (?:for|with) (?:him|her|them|me|us)|(?:it|that|subject|point|topic|matter)(?:'s| is| was) (?:now )?(?:closed|settled|resolved|off the table)(?! (?:in|when|anyhow|by))|is closed for (?:him|her|me|us)|no (?:more |further )?(?:concerns?|objections?|queries|issues|worries) (?:on|about|with|over)|noted and accept(?:ed|able)|(?:worry|argument|doubt|fear|concern) (?:is |was )?gone|evidence received|passed it at|so (?:on this )?(?:he|she)(?:'s| is) okay|i'll tick)\b/i
/** What would make it open again: it is to be settled, or isn't. */
export const NOT_SETTLED = /\b(?:not|isn't|wasn't|when|if|until|till|once|unless|n't|before)\b.{0,40}$/i

/** What somebody does against a purchase, told as done. */
export const ACTS_AGAINST =
  /\b(?:wrote (?:[\w'-]+ ){0,6}(?:boards?|council|papers?|letters?|notes?|reports?|mails?|everybody|opinion)|(?:told|tells|telling|has told) (?:to )?(?:everybody|everyone|anybody|the (?:board|owner|others|people|team|\w+ kitchen)|people|all|the lads|him he'd)|block(?:s|ed|ing)\b|talk(?:ed|s) (?:\w+ ){1,3}out of|refus(?:es|ed|ing)|won't (?:sign|let|allow|have it)|threw (?:us|you) out|killed (?:us|it|you)|vetoed|voted against|campaign(?:s|ed|ing)|warned|against us|put his hat on|put up a slide|made a revolt|says no to everything|(?:they|he|she|who)(?:'d| would|'ll) (?:fight|stop) (?:it|us|this)|(?:printed|shows?|showed) (?:\w+ ){1,4}(?:to the board|the two)|grievance on|let it (?:fail|die)|(?:pdf|paper|letter|memo|report) of .{2,40} says)\b/i
/** Somebody else was told: a name begins with a capital. */
export const TELLS_OTHERS = /\b(?:told|warned|wrote to) \p{Lu}\p{Ll}+/u
/** An opponent who is none any more. */
export const CAME_ROUND =
  /\b(?:moved from opponent|came (?:a)?round|won (?:him|her) over|changed (?:his|her) mind|turned (?:him|her|around|completely around)|wasn't against it|preferred (?:you|us)|is (?:for (?:it|us)|on our side) now|was against us until|now he fights|what turned me)\b/i
/** A no for good. */
export const FOR_GOOD =
  /\b(?:never (?:again|buy|sign|come back|work with)|not for us\b|for good\b|(?:won't|will not|wouldn't) ever|for ever\b|nobody will touch|another way for good|over my dead body|done with (?:vendors|software|tools))\b/i
