import { type Person, type Session, workspaceRole } from '@colloquy/shared/contract/accounts'
import { abilitiesOf } from './policy.ts'

export type StoredAccount = {
  _id: { toString(): string }
  name: string
  email: string
  role: string
  hue: number
}

export function presentPerson(account: StoredAccount): Person {
  return {
    accountId: account._id.toString(),
    name: account.name,
    email: account.email,
    hue: account.hue,
    role: workspaceRole.parse(account.role),
  }
}

export function presentSession(account: StoredAccount): Session {
  const person = presentPerson(account)
  return { state: 'signedIn', person, abilities: abilitiesOf(person) }
}
