import type { Person } from '@colloquy/shared/contract/accounts'
import type { Offer, ReviewRecord } from '@colloquy/shared/contract/reviews'
import type { Editor } from '@tiptap/core'

/** What every part of the review panel works from. */
export type Scene = {
  record: ReviewRecord
  me: string
  people: ReadonlyMap<string, Person>
  /** Names of the spaces the viewer can see, by id. */
  spaces: ReadonlyMap<string, string>
  editor: Editor
  /** Called when somebody wants to see the text, which a panel that covers it has to make way for. */
  shown: () => void
}

/** How a person is called here; whoever has left the workspace is still somebody. */
export function nameOf({ people, me }: Pick<Scene, 'people' | 'me'>, personId: string): string {
  if (personId === me) return 'You'
  if (personId === 'system') return 'The clock'
  return people.get(personId)?.name ?? 'Somebody who has left'
}

/** The same within a sentence: `by you`. */
export function nameWithin(scene: Pick<Scene, 'people' | 'me'>, personId: string): string {
  return personId === scene.me ? 'you' : nameOf(scene, personId)
}

/** Names as a sentence lists them. */
export function namesOf(scene: Scene, personIds: readonly string[]): string {
  return list.format(personIds.map(personId => nameOf(scene, personId)))
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

export const offerOf = (offers: readonly Offer[], act: Offer['act']): Offer | undefined =>
  offers.find(offer => offer.act === act)
