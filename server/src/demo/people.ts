/** The people of the demo workspace; they all sign in with the same password. */
export const demoPassword = 'colloquy demo'

export const people = {
  nora: { name: 'Nora Lindqvist', email: 'nora@example.org', role: 'owner' },
  tomasz: { name: 'Tomasz Wilk', email: 'tomasz@example.org', role: 'member' },
  aiko: { name: 'Aiko Tanaka', email: 'aiko@example.org', role: 'member' },
  sam: { name: 'Sam Okafor', email: 'sam@example.org', role: 'member' },
} as const

export type DemoPerson = keyof typeof people
