/** The readers of a document, each with what they come for. The order is the order in which lists show them. */
export const personas = {
  newcomer: { name: 'Newcomer', asks: 'What does this mean, and why is it needed?' },
  peer: { name: 'Peer engineer', asks: 'How does it work, and what happens when it does not?' },
  domainOwner: { name: 'Domain owner', asks: 'How does it fit what we already run, and who maintains it?' },
  apiConsumer: { name: 'API consumer', asks: 'What exactly do I call, and will my code still work?' },
  sre: { name: 'SRE / on-call', asks: 'How is it switched on and off, and how do I see that it is broken?' },
  security: { name: 'Security', asks: 'Who gains access to what, and how is it misused?' },
  finance: { name: 'Finance / manager', asks: 'What does it cost, in money and in people?' },
  dependencySteward: { name: 'Dependency steward', asks: 'What do we now depend on, and under which terms?' },
  accessibility: {
    name: 'Accessibility',
    asks: 'Can everyone use it, by keyboard, by ear, in their language?',
  },
  executive: { name: 'Executive', asks: 'Why this, why now, and how will we know it worked?' },
  projectLead: { name: 'Project lead', asks: 'Who does what by when, and who decides?' },
} as const satisfies Record<string, { name: string; asks: string }>

export type Persona = keyof typeof personas

// reason: Object.keys forgets the literal keys
export const personaIds = Object.keys(personas) as readonly Persona[]
