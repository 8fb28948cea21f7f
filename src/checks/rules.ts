/** All rules by name. A name without a rule does not compile. */
import { oneAccountDominates } from './coverage/one-account-dominates.ts'
import { roleMissing } from './coverage/role-missing.ts'
import { tooFewCalls } from './coverage/too-few-calls.ts'
import { dateFuture } from './date/future.ts'
import { dateMalformed } from './date/malformed.ts'
import { dateMissing } from './date/missing.ts'
import { lockMissing } from './lock/missing.ts'
import { lockModel } from './lock/model.ts'
import { lockNotes } from './lock/notes.ts'
import { lockSettings } from './lock/settings.ts'
import { noteRenamed } from './note/renamed.ts'
import { noteRetention } from './note/retention.ts'
import { markers } from './page/markers.ts'
import { retired } from './page/retired.ts'
import { withoutPersona } from './page/without-persona.ts'
import { drift } from './persona/drift.ts'
import { evidenceStale } from './persona/evidence-stale.ts'
import { hollowRefresh } from './persona/hollow-refresh.ts'
import { stale } from './persona/stale.ts'
import { withoutPage } from './persona/without-page.ts'
import { accountNumber } from './privacy/account-number.ts'
import { cardNumber } from './privacy/card-number.ts'
import { email } from './privacy/email.ts'
import { handle } from './privacy/handle.ts'
import { idNumber } from './privacy/id-number.ts'
import { phone } from './privacy/phone.ts'
import { secret } from './privacy/secret.ts'
import { notVerbatim } from './quote/not-verbatim.ts'
import type { Rules } from './rule.ts'
import { waiverExpired } from './waiver/expired.ts'

export const RULES: Rules = {
  'persona/stale': stale,
  'persona/evidence-stale': evidenceStale,
  'persona/hollow-refresh': hollowRefresh,
  'persona/drift': drift,
  'persona/without-page': withoutPage,
  'page/without-persona': withoutPersona,
  'page/retired': retired,
  'page/markers': markers,
  'quote/not-verbatim': notVerbatim,
  'lock/missing': lockMissing,
  'lock/notes': lockNotes,
  'lock/settings': lockSettings,
  'lock/model': lockModel,
  'note/renamed': noteRenamed,
  'note/retention': noteRetention,
  'date/missing': dateMissing,
  'date/malformed': dateMalformed,
  'date/future': dateFuture,
  'privacy/email': email,
  'privacy/phone': phone,
  'privacy/card-number': cardNumber,
  'privacy/account-number': accountNumber,
  'privacy/id-number': idNumber,
  'privacy/secret': secret,
  'privacy/handle': handle,
  'coverage/role-missing': roleMissing,
  'coverage/too-few-calls': tooFewCalls,
  'coverage/one-account-dominates': oneAccountDominates,
  'waiver/expired': waiverExpired,
}
