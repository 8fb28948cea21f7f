/**
 * The personas that are there without any configuration: a function and its part in the decision.
 * A title belongs to the first persona that knows a word or phrase of it, so narrow ones stand before broad ones.
 */
import { z } from 'zod'

export const personaSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as finance-leader'),
  name: z.string().min(1),
  kind: z.enum(['buyer', 'user']),
  /** Words or phrases of a title (or department) that put a person here; matched on whole words, case ignored. */
  titles: z.array(z.string().min(1)).default([]),
  /** Only titles of that rank count: leaders (head, director, chief, manager …) or everybody else. */
  rank: z.enum(['leader', 'staff']).optional(),
})
export type PersonaDefinition = z.output<typeof personaSchema>

export const DEFAULT_PERSONAS: readonly PersonaDefinition[] = [
  buyer(
    'outside-adviser',
    'Outside adviser',
    `
    outside, external, externer, externe, externo, extern, independent, adviser, advisory, consultant, consulting,
    consultor, consultora, berater, beraterin, conseil, adviseur, contractor, audit partner, fractional, investor, investor's,
    brother-in-law, son-in-law, daughter of the owner, agency, reseller, insurance broker, steuerberater, expert-comptable, systems integrator,
    managed it, former cto, steuerberaterin`,
  ),
  buyer(
    'workers-representative',
    "Workers' representative",
    `
    works council, works committee, union, unions, trade union, shop steward, steward, staff council, staff representative, employee representative,
    workers representative, safety representative, local chairman, branch rep, branch secretary, betriebsrat, betriebsrätin, betriebsratsvorsitzender,
    betriebsratsvorsitzende, personalrat, comité d'entreprise, comité social, cse, délégué syndical, comité de empresa,
    sindicato, delegado sindical, ondernemingsraad, vertrauensperson, safety rep, union rep, staff rep, staff side, verneombud, skyddsombud, hovedtillitsvalgt, tillitsvalgt, smart-td`,
  ),
  buyer(
    'security-gatekeeper',
    'Security gatekeeper',
    `
    security, ciso, cso, infosec, cyber, cybersecurity, cyber-security, it-sicherheit, informationssicherheit, sécurité informatique,
    rssi, seguridad de la información, ciberseguridad, informatiebeveiliging, soc lead, soc manager, identity and access`,
  ),
  buyer(
    'legal-gatekeeper',
    'Legal and data-protection gatekeeper',
    `
    data protection, dpo, privacy, popia, risk, chief compliance, legal, counsel, lawyer, attorney, general counsel, compliance, information governance,
    governance and risk, risk officer, chief risk, risk and information, regulatory, regulatory affairs, internal audit, internal auditor, auditor, datenschutz,
    datenschutzbeauftragte, datenschutzbeauftragter, recht, justiziar, justiziarin, juriste, juridique, rgpd, protección de datos, jurídico,
    jurídica, cumplimiento, functionaris gegevensbescherming, jurist, company secretary, university secretary`,
  ),
  buyer(
    'people-leader',
    'People leader',
    `
    chro, chief people, chief human, hr director, director of hr, head of hr, hr, human resources, people officer, head of people, vp people,
    people and, people partner, talent, learning, l&d, od, training, head of training, continuing training, education, hr manager, personalleiter, personalleiterin, personalwesen, personal,
    drh, ressources humaines, formation, personas, recursos humanos, rrhh, gente, hoofd hr, personeelszaken, payroll`,
    'leader',
  ),
  buyer(
    'procurement',
    'Procurement',
    `
    procurement, purchasing, purchaser, purchase, sourcing, category manager, category lead, vendor management, vendor manager, supplier management, einkauf, einkäufer, einkäuferin,
    leiter einkauf, beschaffung, achats, acheteur, acheteuse, compras, comprador, compradora, inkoop, inkoper, buyer`,
  ),
  buyer(
    'finance-leader',
    'Finance leader',
    `
    cfo, chief financial, financial, fd, fc, finance director, financial director, fin, fin director, fin dir, vp fin, finance manager, head of finance, director of finance, finance, financial controller, finance controller, group controller, controller, controlling, comptroller,
    treasurer, treasury, chief accountant, accounting manager, head of accounting, fin dir, finanzen, finanzleiter, finanzleiterin, finanzvorstand, kämmerer,
    kämmerin, buchhaltung, daf, directeur financier, directrice financière, finances, finanzas, contraloría, contralor,
    director financiero, directora financiera, financiën, financieel, finops, accountant`,
  ),
  buyer(
    'product-leader',
    'Product leader',
    `
    chief product, cpo, product, head of product, vp product, product owner, product manager, director of product, producto, produit, produktmanagement, produktleiter,
    design, head of design, creative, ux, api products`,
    'leader',
  ),
  buyer(
    'technology-leader',
    'Technology leader',
    `
    cio, cto, chief information, chief technology, chief data, cdo, chief digital, it, ict, is, information systems, information technology, technology, technical,
    engineering, infrastructure, enterprise systems, systems, applications, data, analytics, platform, software, digital, devops, sre, martech, edv, dsi, informatique, systèmes d'information, sistemas, tecnología, ti,
    informatik, telephony, database, research computing, hris, architecture`,
    'leader',
  ),
  buyer(
    'commercial-leader',
    'Commercial leader',
    `
    cro, cmo, chief revenue, chief marketing, chief commercial, chief customer, chief development, sales, marketing, commercial, revenue, growth, crm, customer, customers, customer service, customer success, director of development, business development,
    e-commerce, ecommerce, brand, audience, subscriptions, assinaturas, fundraising, advancement, account management, merchandising, vertrieb, vertriebsleiter, marketingleiter, verkauf,
    ventas, comercial, commerciale, ventes, verkoop, kundenservice, sav, kunden, private clients, partnerships`,
    'leader',
  ),
  buyer(
    'operations-leader',
    'Operations leader',
    `
    coo, chief operating, operations, ops, logistics, supply chain, replenishment, production, plant manager, factory manager, mill manager, manufacturing, maintenance, facilities, quality, service delivery,
    fleet, warehouse, dispatch, distribution, claims, energy, safety, dispatch manager, field service, betrieb, betriebsleiter, betriebsleiterin, werkleiter, produktion, produktionsleiter, logistik,
    opérations, exploitation, logistique, production manager, operaciones, logística, producción, patios, operaties, bedrijfsleider, bau, general superintendent,
    network planning, repairs, contact centre, call centre`,
    'leader',
  ),
  buyer(
    'executive-sponsor',
    'Executive sponsor',
    `
    ceo, chief executive, managing director, executive director, general manager, gm, managing partner, senior partner, owner, co-owner, owner's, franchise owner,
    founder, co-founder, president, chairman, chairwoman, chair, board, board member, trustee, shareholder, partner, principal, superintendent, assistant superintendent, deputy chief executive,
    director general, general coordinator, county administrator, city manager, town clerk, mayor, councilman, councillor, rector, vice-rector, provost, headteacher, airport director,
    geschäftsführer, geschäftsführerin, geschäftsführung, geschäftsleitung, inhaber, inhaberin, vorstand, vorständin, stadtrat, stadtschreiber, bürgermeister, bürgermeisterin, pdg, gérant, gérante,
    directeur général, directrice générale, propriétaire, gerente, gerente general, directora general, presidente, dueño, dueña, directeur-eigenaar,
    eigenaar, bestuurder, directeur`,
  ),
  buyer(
    'department-head',
    'Head of department',
    `
    head, director, vp, svp, evp, avp, vice president, chief, dean, manager, leiter, leiterin, leitung, abteilungsleiter, abteilungsleiterin, chef, cheffe, responsable,
    directeur, directrice, jefe, jefa, director, directora, diretora, diretor, subdirector, subdirectora, hoofd, teamleider, medical director, clinical director, surgery,
    superintendent, administration, administrator of, practice manager, office manager, business manager`,
    'leader',
  ),
  buyer(
    'technical-evaluator',
    'Technical evaluator',
    `
    architect, engineer, engineers, developer, devops, sysadmin, administrator, admin, systems admin, it specialist, it, ict, engineering, data eng, data engineer, platform, integration, integrations, solution,
    technical lead, tech lead, technologist, programmer, frontend, backend, sre, database, application, applications, network, entwickler, entwicklerin, architekt, systemadministrator,
    ingénieur, développeur, architecte, ingeniero, ingeniera, desarrollador, arquitecto, arquitectura, ontwikkelaar, beheerder, hris, plataforma, estimator, quantity surveyor, staff engineer`,
  ),
  user(
    'team-lead',
    'Team lead',
    `
    team lead, team leader, teamleiter, teamleiterin, supervisor, shift lead, shift leader, foreman, forewoman, crew lead, lead, section lead, coach, trainer, educator,
    site manager, store manager, branch manager, area manager, regional manager, kitchen manager, lab manager, duty manager, shift planner, yardmaster, shift supervisor, fire marshal,
    schichtleiter, schichtleiterin, vorarbeiter, polier, meister, chef d'équipe, chef de chantier, régisseur, encargado, encargada, supervisora, jefe de turno,
    jefe de patio, ploegleider, uitvoerder, superviseur`,
  ),
  user(
    'frontline-user',
    'Frontline user',
    `
    driver, technician, mechanic, electrician, operator, nurse, nurse practitioner, midwife, carer, caregiver, receptionist, front desk, cashier, waiter, chef, cook, agent, call agent, clerk, dispatcher, dispatch,
    warehouse, picker, packer, field, service technician, wind technician, foreman, crew, worker, installer, shop floor, machinist, guard, cleaner, inspector, teacher, lecturer, physician, doctor, dentist, therapist, gp,
    fahrer, fahrerin, techniker, technikerin, monteur, monteurin, pfleger, pflegerin, sachbearbeiter, sachbearbeiterin, chauffeur, technicien, technicienne, infirmier, infirmière, ouvrier,
    conductor, conductora, técnico, técnica, enfermera, operario, operaria, chauffeurs, monteur, verpleegkundige, adjuster, counter, steward, officer, practitioner, broker`,
  ),
  user(
    'specialist-user',
    'Specialist user',
    `
    specialist, analyst, coordinator, planner, scheduler, officer, assistant, associate, secretary, bookkeeper, accountant, designer, writer, editor, producer, marketer, recruiter,
    registrar, hire-controller, desk-controller, stock-controller, document-controller, traffic-controller, transport-controller, fleet-controller, actuary, scientist, researcher, controller, administrator, buyer, manager, spezialist, spezialistin, analystin, disponent, disponentin, sekretariat, bausekretariat, referent, referentin, buchhalter,
    buchhalterin, gestionnaire, chargé, chargée, assistante, comptable, analista, especialista, asistente, coordinador, coordinadora, medewerker, boekhouder, planificador,
    reporting, senior, representative`,
  ),
]

function buyer(id: string, name: string, titles: string, rank?: 'leader' | 'staff'): PersonaDefinition {
  return { id, name, kind: 'buyer', titles: phrases(titles), ...(rank && { rank }) }
}

function user(id: string, name: string, titles: string): PersonaDefinition {
  return { id, name, kind: 'user', titles: phrases(titles) }
}

function phrases(list: string): string[] {
  return list.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '))
}
