/**
 * What buyers and users of any B2B product talk about: themes that come up whatever is sold, each with the words that give it away.
 * A theme of the codebook with the id of a concept is that concept, whatever people name it.
 */
import type { Signal } from '../types.ts'

export interface Concept {
  id: string
  name: string
  /** The signals that it can be a theme of; the first takes the plain id. */
  tags: readonly Signal[]
  /** Words and phrases; a word ending in `*` stands for every word that begins so. */
  cues: readonly string[]
}

const job: Signal[] = ['job', 'objection', 'criterion']
const objection: Signal[] = ['objection', 'criterion', 'job']
const criterion: Signal[] = ['criterion', 'objection', 'job']
const budget: Signal[] = ['budget', 'criterion', 'objection']

export const CONCEPTS: readonly Concept[] = [
  concept(
    'personal-standing',
    'Personal standing',
    job,
    `
    promot*, reputation, my name, his name, her name, look good, look stupid, look like, look bad, blame*, my job, his job, her job, career, bonus, appraisal, board meeting, in front of, the board, credib*, embarrass*, ashamed, shame,
    proud, pride, head on the block, on the line, my neck, his neck, fired, sacked, get fired, retire*, retirement, pension, legacy, the one who, the guy who, the person who, the woman who, remembered, apolog*, explain to, stand up, podium,
    newspaper, press, sleep, hero, respect, title, deputy, successor, next job, cv, resume, linkedin, recogni*, prove, point finger*, finger*, humiliat*, on stage, conference, award, asked me, asked her, asked him, boss, chief asked, ceo asked, my head, face, trust me, believed`,
  ),
  concept(
    'own-time',
    'Own time and ease at work',
    job,
    `
    evening*, weekend*, saturday*, sunday*, at night, nights, midnight, home, go home, kids, kid, family, wife, husband, daughter, son, my son, children, dinner, holiday*, vacation, lunch, bed, sleep*, tired, stress*, burn*, burnout, overtime, on call, 2am, 3am, 5am, phone rings,
    rings me, calls me, bored, boring, enjoy*, fun, joy, love the work, why i became, actual work, real work, real job, the work i, hate*, headache, back hurts, knees, calm, peace, quiet, switch off, firefight*, chase*, chasing, interrupt*, knitting, football, choir, garden, running, dog, school run, pick up`,
  ),
  concept(
    'manual-work',
    'Manual work and retyping',
    job,
    `
    by hand, manual*, retyp*, rekey*, re-key*, type in, types, typed, typing, copy, copies, copy paste, copying, paste*, excel, spreadsheet*, spread sheet, paper, print*, printed, scan*, whiteboard, clipboard, double entry, twice, enter it, enters, keyed, keying, three systems,
    two systems, pdf*, post-it*, folder*, binder*, stamp*, fax*, workaround*, reconcil*, re-enter*, chase, chasing, macro*, hours a week, h/wk, hrs/wk, hours per week, days a month, every morning, each morning, every monday, email back`,
  ),
  concept(
    'visibility',
    'Visibility and reporting',
    job,
    `
    see, visib*, dashboard*, report*, overview, real time, real-time, where is, where are, which, know what, know where, no idea, don't know, doesn't know, blind, transparen*, kpi*, metric*, figures, numbers, one place, single view, status, track*, forecast*, board pack, answer, find out, at a glance, live,
    insight*, monthly report, one number, one page, compare, benchmark*, guess*, attribut*`,
  ),
  concept(
    'compliance',
    'Compliance and audit',
    criterion,
    `
    audit*, auditor*, complian*, regulat*, regulator, law, legal requirement, inspect*, inspector*, inspection, evidence, certif*, accredit*, iso, gxp, fda, hipaa, sox, statut*, directive, finding*, nis2, dora, gobd, retention, archive*, record*, trail, proof, traceab*,
    sign off, signature*, inspector, ministry, authority, supervis*, fine, fines, penalt*, non-conform*, documentation, standard, article, section, validation, validated, part 11, tax, irs, hmrc, cqc, ofsted, insurer, insurance, underwriter`,
  ),
  concept(
    'errors',
    'Errors and rework',
    job,
    `
    error*, mistake*, wrong, incorrect, rework*, correct*, duplicate*, missed, missing, twice, mix-up*, mixed up, typo*, fault*, defect*, scrap, bad data, inaccura*, mismatch*, mis*, reject*, returned, redo, redone, re-do, lost in, forgot*, forgotten, quality, complaint*, failed, failure*, broke, broken`,
  ),
  concept(
    'turnaround',
    'Speed and turnaround',
    job,
    `
    faster, slow, slowly, speed, quick*, delay*, late, deadline*, wait*, waiting, queue*, backlog*, days to, weeks to, hours to, minutes, turnaround, lead time, cycle time, bottleneck*, overdue, takes, took, same day, next day, cut from, down from, to market, time to, close the month, month end, month-end,
    overnight, stuck, hold up, held up, response time, sla, on time, outstanding`,
  ),
  concept(
    'staffing',
    'Staff capacity and turnover',
    job,
    `
    headcount, hire*, hiring, recruit*, vacanc*, vacant, short-staffed, understaffed, shortage*, turnover, attrition, leave, leaves, leaving, left, quit, quits, resign*, resigned, sick, sickness, absence*, staff, people short, open positions, open reqs, posts, fte*, agency staff, temps, new starters, onboarding, capacity,
    workload, overloaded, stretched, retain*, retention, no people, two people, one person, team of, not enough people, overtime, shift, shifts, skills, young people, apprentice*`,
  ),
  concept(
    'key-people',
    'Knowledge in few heads',
    job,
    `
    in his head, in her head, in my head, in their heads, only one who, only person, knows how, nobody else knows, retires, retiring, retired, retirement, dependen*, depend on, key person, bus, left with, wrote it, built it, single point, tribal, knowledge, when he goes, when she goes, freelancer who, wait for it, ticket to it, agency does, not documented, undocumented, handover`,
  ),
  concept(
    'growth',
    'Growth and new sites',
    job,
    `
    grow*, growth, expan*, scale*, scaling, new site*, new branch*, new plant*, acquisition*, acquire*, acquired, bought, merger, merge*, new market*, new countr*, double, triple, open a second, second site, more customers, win more, tender*, pipeline, revenue, sell more, upsell, cross-sell, new business, ipo, exit, franchise*, opening, launch*, m&a, entities`,
  ),
  concept(
    'leakage',
    'Lost money and waste',
    job,
    `
    waste*, wasted, leak*, lost revenue, lose money, losing money, lost money, cost us, costs us, costing us, write off, write-off, written off, unbilled, unclaimed, under-billed, margin, scrap*, penalt*, fine, fines, claim, claims, chargeback*, shrink*, spill*, overpaid, overpay*, overspend*, savings lost, thrown away,
    throw away, thrown, bin, fuel, energy, kwh, electricity, idle, damage*, demurrage, detention, refund*, compensation, million, thousand, money we, revenue`,
  ),
  concept(
    'customer-experience',
    'Service to their customers',
    job,
    `
    customer*, client*, patient*, citizen*, tenant*, resident*, donor*, member*, supplier*, subcontractor*, parent*, student*, passenger*, guest*, dealer*, applicant*, churn*, loyal*, complain*, complaint*, nps, satisf*, experience, promise*, promised, call back, calls us, ring us, keep them, retain, repeat, relationship*, come back, service, waiting room`,
  ),
  concept(
    'trigger',
    'Why now',
    job,
    `
    since the, last year, last autumn, last spring, last winter, happened, incident, accident, went down, that was when, started looking, end of life, end of support, sunset*, expires, expiry, contract ends, renewal, new law, new ceo, new cfo, new owner, mandate, directive, letter from, crisis, storm, fire, flood, strike, breach, hacked, ransom*, audit finding, by january, from january, from 1`,
  ),
  concept(
    'reliability',
    'Reliability and performance',
    objection,
    `
    outage*, down, downtime, uptime, crash*, fell over, falls over, slow*, latency, performance, availability, failover, redundan*, backup, restore, disaster, peak, load, throughput, ms, p99, stable, stability, reliab*, offline, black friday, throttl*, timeout*`,
  ),
  concept(
    'noise',
    'Noise and false alarms',
    objection,
    `
    alert*, alarm*, false positive*, false alarm*, noise, noisy, muted, mute, ignore*, notification*, fatigue, ping*, flagged, flag*, flags, spam, pager, too many messages, too many mails`,
  ),
  concept(
    'safety',
    'Safety',
    job,
    `
    safety, safe, accident*, injur*, hurt, near miss, near-miss, incident*, danger*, crash*, helmet, ppe, hazard*, osha, risk assessment`,
  ),
  concept(
    'standards',
    'One way of working everywhere',
    job,
    `
    standard*, standardi*, harmoni*, consisten*, inconsisten*, same way, own way, every site, each site, across sites, across the group, every team, each team, different ways, five versions, versions of, one version, template*, everyone does, each plant, every plant, one process, uniform`,
  ),
  concept(
    'traceability',
    'Traceability and root cause',
    job,
    `
    lineage, traceab*, root cause, upstream, downstream, where it came from, came from, which batch, batch*, genealogy, recall, lot, trace*, origin, who changed, version*, history, impact analysis, depends on`,
  ),
  concept(
    'confidentiality',
    'Confidentiality and trust',
    objection,
    `
    confidential*, anonym*, secret, secrecy, privacy of, identity of, who reported, whistle*, retaliat*, gossip, sensitive, see my, reads it, read it, who can see, who sees, disclos*, leaked, find out who, trust it, trust the system`,
  ),
  concept(
    'fraud',
    'Fraud and misuse',
    job,
    `
    fraud*, fake, phish*, stolen, theft, steal*, bank details, changed bank, four eyes, four-eyes, segregation, approval limit*, dual, impersonat*, scam*, breach*, attack*, ransom*, hacker*, malware, unauthori*`,
  ),
  concept(
    'access-accounts',
    'Accounts and passwords',
    criterion,
    `
    password*, login*, logins, log in, shared account*, admin account*, privileged, leaver*, joiner*, offboard*, deprovision*, mfa, two-factor, 2fa, badge, credential*, access rights`,
  ),
  concept(
    'internal-resistance',
    'Internal resistance',
    objection,
    `
    built it, his baby, her baby, my baby, his system, her system, his own, her own, his own tool, against it, against us, oppos*, block*, veto, resist*, politics, political, turf, territory, won't support, not on board, isn't sold, not sold, not convinced, sceptic*, skeptic*, arms crossed, over my dead body, said no, votes no, undermin*, sabotag*, kill it, fight*, threat*, replaced, make me redundant, what am i,
    what have i, my team's job, my job, nobody asked, wasn't asked, not asked, council, union, his project, her project, not invented here, redundant, take over, rolled his eyes, roll* eyes, laughed, opinion`,
  ),
  concept(
    'user-adoption',
    'Adoption by the people who use it',
    objection,
    `
    adopt*, adoption, won't use, don't use, nobody uses, nobody will use, use it, used it, easy, easier, ease, simple, complicat*, complex*, confus*, clicks, click*, screens, buttons, training, train*, learn*, older, old guys, gloves, thumb, phone, phones, smartphone, app, another app, another tool, one more, yet another, login, intuitive, user-friendly, friction, habit*, used to, change management,
    drivers, crew, technicians, the lads, nurses, staff will, people will, my people, the guys, get them to, paper is faster, in their own, logged in, ignore it, generation, age`,
  ),
  concept(
    'price-level',
    'Price level',
    objection,
    `
    expensive, price*, pricey, pricing, too much, too high, cost*, costly, afford*, cheap*, cheaper, discount*, percent off, % off, more than we, twice what, double what, three times, per seat, quote, quoted, sticker, sum, money, budget, worth it, for that money, for that price, lot of money, steep, swallow, number`,
  ),
  concept(
    'pricing-model',
    'Pricing model',
    objection,
    `
    per user, per seat, per head, per table, per transaction, per call, per document, per site, per vehicle, per employee, usage based, usage-based, consumption, volume, tier*, meter*, overage*, licence*, license*, licences, licensing, flat, flat fee, flat rate, fixed price, predictab*, unpredictab*, seasonal, named users, concurrent, module*, add-on*, extra cost, minimum, pay for, credits, bands, scales`,
  ),
  concept(
    'vendor-trust',
    'Vendor size and survival',
    objection,
    `
    startup, start-up, start up, small company, how long have you, how big are you, who owns you, how many people, how many customers, viable, viability, in five years, in three years, still exist, exist, around in, be around, bankrupt, go bust, go under, acquired, bought by, sold to, investor*, funding, series, runway, escrow, source code, balance sheet, accounts, track record, never heard of, young company, office in,
    get bought, gets bought, trust you, trust a, believe you, promises, promised, roadmap, slide, slides, slideware, vapor*, twelve people, employees, founder*, references`,
  ),
  concept(
    'past-failure',
    'Bad past projects',
    objection,
    `
    last time, last project, last vendor, last one, previous, burned, burnt, failed project, failed, we tried, tried it, tried this, been there, heard that before, heard it before, seen this before, promised us, in 2019, in 2018, in 2020, in 2021, in 2022, in 2017, in 2016, years ago, never worked, never finished, never went live, shelfware, abandoned, switched off, turned off, threw out, wrote off, paid for, scar*, same story, third system,
    second attempt, consultants, implementation took, went live, sat in a drawer, still paying`,
  ),
  concept(
    'status-quo',
    'The tool of today',
    objection,
    `
    we have already, already have, already pay*, already got, existing tool, existing system, current system, current tool, current vendor, in-house, in house, home-grown, homegrown, self-built, own tool, built ourselves, build it ourselves, build it, do it ourselves, works fine, works today, it works, does the job, good enough, works, not broken, isn't broken, microsoft, sap, sharepoint, excel, spreadsheet, includes, included, module, bundled, free, for free, open source,
    sunk, we pay today, pay now, currently pay, replac*, renewed, contract until, contract runs, runs until, incumbent, overlap, same thing`,
  ),
  concept(
    'competitor',
    'Competing offers',
    objection,
    `
    competitor*, competing, other vendor*, another vendor, other offer, offers, shortlist*, alternative*, compared, comparison, versus, rival, they offer, they have, theirs, the others, the other one, bid, bids, beat, ahead, cheaper than, better than, looked at, demoed, also talking, also looking, second vendor, market leader, group deal, scored, ranking`,
  ),
  concept(
    'timing',
    'Timing and other priorities',
    objection,
    `
    not now, not this year, next year, next quarter, later, wait until, after the, before the, busy, season, harvest, peak, freeze, frozen, migration first, other project*, too many projects, priorit*, on our plate, bandwidth, capacity, queue, behind, year end, year-end, month end, q1, q2, q3, q4, january, february, march, april, may, june, july, august, september, october, november, december, summer, christmas, easter, ramadan, elections,
    bad moment, bad time, wrong time, no rush, no hurry, one thing at a time, erp project, reorgani*, on hold, postpone*, push*, slip*`,
  ),
  concept(
    'rollout',
    'Implementation and rollout effort',
    objection,
    `
    implement*, implementation, rollout, roll out, roll-out, go live, go-live, goes live, set up, setup, set-up, weeks, months, how long, effort, man-days, days of, project manager, consultant*, resources, who does, who will do, parallel, cutover, pilot site, phase*, phased, step by step, site by site, big bang, configur*, onboarding, deploy*, install*, kick-off, kickoff, transition, ready by, live by, live before, running by`,
  ),
  concept(
    'migration',
    'Data migration and data quality',
    objection,
    `
    migrat*, migration, import*, history, historical, old data, legacy data, existing data, master data, data quality, clean up, cleanup, cleansing, dirty, transfer, convert*, move the data, bring over, carry over, take over the, records from, old records, years of data, records`,
  ),
  concept(
    'exit',
    'Leaving again: export and lock-in',
    criterion,
    `
    lock-in, locked in, lock in, export*, get our data, our data out, data back, data out, data belongs, own the data, owns the data, who owns, leave you, exit, hand over, open format, csv, return of data, delet*`,
  ),
  concept(
    'integration',
    'Integration with other systems',
    criterion,
    `
    integrat*, interface*, api, apis, connector*, connect*, sync*, erp, sap, crm, salesforce, dynamics, netsuite, oracle, workday, datev, navision, netsuite, quickbooks, xero, sage, jira, teams, outlook, slack, servicenow, webhook*, middleware, edi, sftp, feed, feeds, single sign-on, sso, saml, scim, ldap, active directory, entra, okta, azure ad, hl7, fhir, talk to, talks to, speak with, plug into, write back, writes back, flow into, batch, database, snowflake, two-way, bidirectional, csv, systems, system, exchange`,
  ),
  concept(
    'security',
    'Security and data protection',
    criterion,
    `
    security, secure, encrypt*, penetration, pen test, pentest, soc 2, soc2, iso 27001, 27001, tisax, gdpr, dsgvo, data protection, dpa, dpia, privacy, personal data, hosting, hosted, cloud, on-prem*, on premise, own servers, own cloud, data centre, data center, eu, europe, germany, switzerland, region, residency, us cloud, american, aws, azure, sub-processor*, subprocessor*, processor, questionnaire, risk review, vulnerab*, breach*, access rights, role-based,
    roles, permissions, least privilege, admin rights, log, logs, mfa, keys, key, tenant, firewall, leave the country, outside the, third countr*, servers, deletion, consent, opt-in, patient data, health data, schrems, data leaves, backup`,
  ),
  concept(
    'monitoring',
    'Monitoring of staff',
    objection,
    `
    works council, union, unions, steward, spy, spying, spied, surveil*, track*, tracking, gps, monitor*, watch*, watched, watching, big brother, control people, controlled, performance of individual*, per person, per agent, per driver, individual, score, scored, scoring, ranking, league table, discipline, disciplinary, camera, recording, recorded, listen*, agreement, betriebsrat, co-determination, codetermination, staff council, behaviour, stopwatch`,
  ),
  concept(
    'fit',
    'Fit for what they need',
    criterion,
    `
    can't do, cannot do, can it, does it, doesn't do, don't do, you don't, it doesn't, missing, lacks, lack, no way to, not able, unable, support for, must be able, has to, needs to, must, should be able, special case, our case, our process, our kind, customi*, configur*, feature*, function*, field*, workflow*, rule*, variant*, exception*, edge case*, versions, currency, currencies, multi-*, format*, template*, calendar, mobile, nested`,
  ),
  concept(
    'accuracy',
    'Accuracy of results',
    criterion,
    `
    accura*, accuracy, precise, precision, correct*, percent, per cent, %, hit rate, recognition, recogni*, ai, model, models, algorithm, prediction*, predict*, estimate*, guess, guesses, error rate, wrong, misread*, false, hallucinat*, dialect, accent*, own data, our own data, real data, test set, sample, blind test, confidence, score, explain*, black box, black-box, understand*, detect*`,
  ),
  concept(
    'mobile',
    'Offline and mobile use',
    criterion,
    `
    offline, no signal, no reception, no coverage, basement, tunnel, mobile, tablet*, phone, phones, app, on the road, on site, shared device*, kiosk, barcode, scanner*, gloves, rugged, android, iphone, wifi, wi-fi, connection`,
  ),
  concept(
    'languages',
    'Languages and content',
    criterion,
    `
    language*, translat*, german, french, spanish, polish, turkish, arabic, english only, in english, dutch, portuguese, italian, romanian, multilingual, catalan, basque, welsh, irish, dialect, native, subtitles, locali*`,
  ),
  concept(
    'support',
    'Support and service level',
    criterion,
    `
    support, helpdesk, help desk, hotline, sla, slas, response time, response times, reaction time, 24/7, answer the phone, picks up, pick up the phone, who do i call, who do i ring, whom do we call, contact person, account manager, ticket*, tickets, escalat*, time zone, timezone, local support, on site support, customer success, service level, office hours, out of hours, weekends, uptime, someone to call, a person, human being, a name, phone number, within an hour, within four hours, hours of`,
  ),
  concept(
    'references',
    'References and proof',
    criterion,
    `
    reference*, references, reference call, customer of our size, similar, like us, same industry, our size, case study, case studies, pilot, poc, proof of concept, proof, trial, test, tests, try, try it, visit, see it live, show us, show me, show it, talk to, speak to, call them, visit them, neighbour, neighbor, peer*, colleague at, sandbox, bake-off, parallel run, own data, on our data, bring me, two weeks, four weeks, site visit, numbers from, evaluation, success criteria, measured, prove`,
  ),
  concept(
    'contract',
    'Contract terms',
    criterion,
    `
    contract*, clause*, term, terms, notice, notice period, cancel*, termination, terminate, break clause, opt out, opt-out, renewal, auto-renew*, three years, three-year, 3 years, 3-year, 36 months, multi-year, multiyear, one year, 1 year, 12 months, liabil*, indemn*, penalt*, msa, framework, payment term*, net 30, net 60, net 45, 30 days, 60 days, in advance, upfront, up front, instalment*, quarterly, monthly, annual*, annually, invoice*, cap, capped, uplift, indexation,
    cpi, price increase*, price lock, price cap, commit*, warranty, jurisdiction, purchase order, exit clause`,
  ),
  concept(
    'process',
    'Who decides, in which steps',
    criterion,
    `
    sign*, signs, signature, sign off, signed, approv*, approval, decid*, decision, decides, board, committee, steering, council, vote*, votes, procurement, purchasing, tender, rfp, rfq, three quotes, three offers, quotes, evaluation, shortlist, legal, veto, final say, last word, final word, recommend*, recommendation, panel, scoring, score, weight*, paper, meeting, agenda, meets, step, steps, then, goes to, has to go, business case, exec, leadership, management team, ceo, cfo, managing director, owner, works council, by the end,
    by june, by march, timeline, deadline, before we, order of`,
  ),
  concept(
    'budget',
    'Whose money and when',
    budget,
    `
    budget*, money, funds, funded, funding, fund, capex, opex, cost centre, cost center, line, pot, fiscal, fiscal year, financial year, budget year, year end, calendar year, q1, q2, q3, q4, approved, released, release*, reserved, set aside, earmark*, allocat*, grant, grants, subsid*, limit, limits, above, anything over, anything above, over, up to, under, below, thousand, k, euro*, eur, usd, gbp, chf, dollars, pounds, francs, sign, threshold, contingency, left over, leftover, lapse*, lapses, expires, carry over, rollover, unspent,
    use it or lose it, planning round, budget round, forecast, my budget, his budget, her budget, their budget, our budget, from the, board approved, spend, supplementary`,
  ),
  concept(
    'payback',
    'Payback and savings',
    budget,
    `
    payback, pay back, pays back, pay for itself, pays for itself, roi, return, return on, saving*, savings, save*, saves, business case, break even, break-even, within 12 months, within a year, 18 months, 12 months, months, irr, npv, hurdle, tco, total cost, benefit*, euro per, per cent of, cost per, reduce cost*, reduction, hard savings, soft savings, worth, earn, earns, cash`,
  ),
  concept(
    'current-spend',
    'What they pay today',
    budget,
    `
    pay today, we pay, paying, pay now, currently pay, currently spend, spend today, today we, currently, current contract, cost us, costs us, costs, replac*, frees up, freed, licence today, license today, existing contract, maintenance, renewal, a year for, per year for, a month for, agency, consultant*, salary, salaries, external, old system, old tool, legacy`,
  ),
]

function concept(id: string, name: string, tags: readonly Signal[], cues: string): Concept {
  return {
    id,
    name,
    tags,
    cues: cues
      .split(',')
      .map((cue) => cue.trim())
      .filter((cue) => cue !== ''),
  }
}
