import type { SentAct } from '@colloquy/shared/contract/reviews'

/** The people an act gives a part to: those who have to be able to read the document, and those who have to edit it. */
export function peopleNamed(act: SentAct): { readers: string[]; editors: string[] } {
  const readers = (...people: (string | null)[]) => ({ readers: people.filter(isPerson), editors: [] })
  const editors = (...people: string[]) => ({ readers: [], editors: people })
  switch (act.type) {
    case 'name approver':
      return act.holder.kind === 'person' ? readers(act.holder.personId) : readers()
    case 'set authors':
      return editors(...act.authors)
    case 'hand over':
      return editors(act.driver)
    case 'set contributors':
      return readers(...act.contributors)
    case 'set informed':
      return readers(...act.informed)
    case 'name decider':
      return readers(act.decider)
    case 'delegate':
      return readers(act.to)
    case 'open proposal':
      return readers(act.decider, ...act.stakeholders)
    case 'hand over proposal':
      return readers(act.decider)
    case 'accept':
    case 'reject':
    case 'postpone':
      return readers(act.revisit?.owner ?? null)
    default:
      return readers()
  }
}

const isPerson = (person: string | null): person is string => person !== null
