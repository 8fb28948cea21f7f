import { expect, test } from 'vitest'
import { personaOf } from '../../src/synthesize/people.ts'
import { config } from './notes.ts'

const plain = config()
const of = (title: string | null, role: Parameters<typeof personaOf>[0]['role'] = 'unknown', written = plain) =>
  personaOf({ title, role }, written)

test.each([
  ['CFO', 'finance-leader'],
  ['Finance Director (DAF)', 'finance-leader'],
  ['Leiter Einkauf', 'procurement'],
  ['Strategic Sourcing Lead', 'procurement'],
  ['CISO', 'security-gatekeeper'],
  ['IT Security Architect', 'security-gatekeeper'],
  ['Datenschutzbeauftragte', 'legal-gatekeeper'],
  ['General Counsel', 'legal-gatekeeper'],
  ['Head of IT', 'technology-leader'],
  ['VP Engineering', 'technology-leader'],
  ['Directrice Générale', 'executive-sponsor'],
  ['Founder & CEO', 'executive-sponsor'],
  ['Vice President Operations', 'operations-leader'],
  ['HR Director', 'people-leader'],
  ['Chair of the Works Council', 'workers-representative'],
  ['External IT administrator', 'outside-adviser'],
  ['Enterprise Architect', 'technical-evaluator'],
  ['Dean, Health Sciences', 'department-head'],
  ['Corporate Controller', 'finance-leader'],
  ['Hire Desk Controller', 'specialist-user'],
  ['Financial Director', 'finance-leader'],
  ['FD', 'finance-leader'],
  ['VP Fin', 'finance-leader'],
  ['HR-chef', 'people-leader'],
  ['OR', 'workers-representative'],
  ['Replenishment Manager', 'operations-leader'],
  ['Mgr Replenishment Analytics', 'operations-leader'],
  ['Head of Risk', 'legal-gatekeeper'],
])('%s is %s', (title, persona) => {
  expect(of(title)).toBe(persona)
})

test.each([
  ['Data Engineer', 'specialist-user'],
  ['Payroll Officer', 'frontline-user'],
  ['Team Lead, Claims', 'team-lead'],
  ['Dispatcher', 'frontline-user'],
  ['Campaign Manager', 'specialist-user'],
])('%s who will use it is %s', (title, persona) => {
  expect(of(title, 'user')).toBe(persona)
})

test('a leader who will use it too is a buyer all the same', () => {
  expect(of('VP Finance', 'user')).toBe('finance-leader')
})

test('without a title the role decides, and without both nothing does', () => {
  expect(of(null, 'user')).toBe('specialist-user')
  expect(of(null, 'budget-holder')).toBe('finance-leader')
  expect(of(null)).toBeNull()
})

test("the team's own personas come first, and merging follows its chain without going in circles", () => {
  const own = config({
    personas: [{ id: 'plant-controller', name: 'Plant controller', kind: 'buyer', titles: ['plant controller'] }],
    merge: { 'specialist-user': 'frontline-user', 'frontline-user': 'team-lead' },
  })
  expect(of('Plant Controller', 'unknown', own)).toBe('plant-controller')
  expect(of('AP Specialist', 'user', own)).toBe('team-lead')
  expect(of(null, 'user', config({ merge: { 'specialist-user': 'team-lead', 'team-lead': 'specialist-user' } }))).toBe(
    'specialist-user',
  )
})
