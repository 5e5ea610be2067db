/** Something a structured block says beside its text, kept in an attribute of its node. */
export type Field =
  | { kind: 'person'; attribute: string; label: string }
  | { kind: 'date'; attribute: string; label: string }
  | { kind: 'done'; attribute: string; label: string }

/** The structured blocks that have such fields, by node name. */
export const partsWithFields: Readonly<Record<string, { label: string; fields: readonly Field[] }>> = {
  proposal: {
    label: 'Proposal',
    fields: [{ kind: 'person', attribute: 'decider', label: 'Decider' }],
  },
  openQuestion: {
    label: 'Open question',
    fields: [
      { kind: 'person', attribute: 'owner', label: 'Owner' },
      { kind: 'date', attribute: 'due', label: 'Due' },
    ],
  },
  actionItem: {
    label: 'Action',
    fields: [
      { kind: 'person', attribute: 'owner', label: 'Owner' },
      { kind: 'date', attribute: 'due', label: 'Due' },
      { kind: 'done', attribute: 'done', label: 'Done' },
    ],
  },
}
