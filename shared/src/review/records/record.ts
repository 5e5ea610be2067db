import { z } from 'zod'
import { edgeKinds } from './edges.ts'

/** States a record can be read with; `proposed` only comes from imported folders. */
export const recordStates = [
  'proposed',
  'accepted',
  'rejected',
  'postponed',
  'implemented',
  'deprecated',
  'superseded',
] as const
export type RecordState = (typeof recordStates)[number]

export const leanings = ['good', 'neutral', 'bad'] as const
export type Leaning = (typeof leanings)[number]

const Argument = z.object({ leaning: z.enum(leanings), text: z.string() })
export type Argument = z.infer<typeof Argument>

/** Another record, from this one's end. `file` is its name in a folder of records. */
const Link = z.object({ kind: z.enum(edgeKinds), number: z.number().int().min(0), file: z.string() })

const Revisit = z.union([
  z.object({ owner: z.string(), on: z.iso.date() }),
  z.object({ owner: z.string(), when: z.string() }),
])

/**
 * A decision in the form of MADR 4, with what this product adds: dissent, a revisit trigger and links to threads. People are
 * written as names, since a record is read long after an account is gone. Texts are Markdown; empty means there is none.
 */
export const DecisionRecord = z.object({
  number: z.number().int().min(0),
  title: z.string(),
  state: z.enum(recordStates),
  /** Local date of the decision, empty when an imported record has none. */
  date: z.union([z.iso.date(), z.literal('')]),
  decisionMakers: z.array(z.string()),
  consulted: z.array(z.string()),
  informed: z.array(z.string()),
  tags: z.array(z.string()),
  context: z.string(),
  drivers: z.array(z.string()),
  options: z.array(z.object({ title: z.string(), text: z.string(), arguments: z.array(Argument) })),
  outcome: z.object({ option: z.string(), reason: z.string() }),
  consequences: z.array(Argument),
  confirmation: z.string(),
  dissent: z.array(z.object({ who: z.string(), about: z.string(), text: z.string() })),
  /** Threads, versions and documents it came from. */
  sources: z.array(z.object({ title: z.string(), url: z.string() })),
  more: z.string(),
  revisit: Revisit.nullable(),
  /** Filled from the edges of the log when a record is shown or printed (`linked`); what is stored has none. */
  links: z.array(Link),
  supersededBy: z.array(Link.omit({ kind: true })),
})
export type DecisionRecord = z.infer<typeof DecisionRecord>

/** A record with nothing in it but its number and title, for a reader to fill. */
export function blankRecord(number: number, title: string): DecisionRecord {
  return {
    number,
    title,
    state: 'proposed',
    date: '',
    decisionMakers: [],
    consulted: [],
    informed: [],
    tags: [],
    context: '',
    drivers: [],
    options: [],
    outcome: { option: '', reason: '' },
    consequences: [],
    confirmation: '',
    dissent: [],
    sources: [],
    more: '',
    revisit: null,
    links: [],
    supersededBy: [],
  }
}
