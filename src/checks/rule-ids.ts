/** The names of the rules, in the order in which they are documented. `src/checks/<id>.ts` is the rule, `src/checks/<id>.md` its page. */
export const RULE_IDS = [
  'persona/stale',
  'persona/evidence-stale',
  'persona/hollow-refresh',
  'persona/drift',
  'persona/without-page',
  'page/without-persona',
  'page/retired',
  'page/markers',
  'quote/not-verbatim',
  'lock/missing',
  'lock/notes',
  'lock/settings',
  'lock/model',
  'note/renamed',
  'note/retention',
  'date/missing',
  'date/malformed',
  'date/future',
  'privacy/email',
  'privacy/phone',
  'privacy/card-number',
  'privacy/account-number',
  'privacy/id-number',
  'privacy/secret',
  'privacy/handle',
  'coverage/role-missing',
  'coverage/too-few-calls',
  'coverage/one-account-dominates',
  'waiver/expired',
] as const
export type RuleId = (typeof RULE_IDS)[number]

export const SEVERITIES = ['error', 'warn', 'off'] as const
export type Severity = (typeof SEVERITIES)[number]
