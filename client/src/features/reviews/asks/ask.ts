import type { SentAct } from '@colloquy/shared/contract/reviews'
import type { Act } from '@colloquy/shared/review/acts'
import type { Scene } from '../scene.ts'

/** What was filled in, by name of the field. */
export type Values = { one: (name: string) => string; many: (name: string) => string[] }

type Choice = { value: string; label: string; hint?: string }

export type Field = {
  name: string
  label: string
  hint?: string
  required?: boolean
  initial?: string[]
} & (
  | { kind: 'text' | 'line' | 'date' | 'lines' | 'passage' }
  /** One or several people; of everybody unless some are named. */
  | { kind: 'person' | 'people'; among?: readonly string[] }
  | { kind: 'choice' | 'several'; choices: Choice[] }
)

/**
 * An act as the screen asks for it: what its button says, what has to be filled in, and what is sent. Whether it may be done is
 * not decided here but by the offers that come with the review. `id` names what it is about, where it is about one thing.
 */
export type Ask = {
  act: Act['type']
  label: string
  fields?: (scene: Scene, id: string, values: Values) => Field[]
  make: (values: Values, id: string, scene: Scene) => SentAct
  /** Whether there is anything it could be done to. */
  applies?: (scene: Scene, id: string) => boolean
  /** Left out while it is refused, where nobody would look for it. */
  quiet?: true
  tone?: 'main' | 'danger'
}

/** A field for a reason that somebody will read later. */
export const why = (label = 'Reason', required = true): Field => ({
  kind: 'text',
  name: 'reason',
  label,
  required,
})

export const reasonOf = (values: Values): string => values.one('reason').trim()
