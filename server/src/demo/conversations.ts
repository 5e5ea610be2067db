import type { ThreadKind } from '@colloquy/shared/contract/threads'
import type { DemoPerson } from './people.ts'

type Conversation = {
  document: 'attachments' | 'pagination' | 'pipeline'
  /** The passage, word for word as the document has it. */
  on: string
  kind: Exclude<ThreadKind, 'suggestion' | 'concern'>
  said: [DemoPerson, string][]
  resolvedBy?: [DemoPerson, string]
}

/** What readers have said so far. */
export const conversations: Conversation[] = [
  {
    document: 'attachments',
    on: 'The TTL for links that the export job produces is short.',
    kind: 'question',
    said: [
      ['aiko', 'How short? An export of a large workspace is downloaded hours after it was asked for.'],
      ['nora', 'One hour was the plan. I had not thought of the large ones; looking at the numbers.'],
    ],
  },
  {
    document: 'attachments',
    on: 'The copy runs at 40 MB/s in the quiet hours, which takes eleven nights.',
    kind: 'question',
    said: [['sam', 'Who watches it at night, and what happens to the nights after a failed one?']],
  },
  {
    document: 'attachments',
    on: 'Equal files in one workspace share one object',
    kind: 'comment',
    said: [
      [
        'tomasz',
        'Then deleting one attachment must not delete the object of the other. Where is that counted?',
      ],
      ['nora', 'In the rows: an object goes when no row names its hash. I will write that down here.'],
    ],
  },
  {
    document: 'pagination',
    on: 'valid for 24 hours',
    kind: 'question',
    said: [
      ['sam', 'Why 24? Our nightly import sometimes stops and goes on two days later.'],
      [
        'tomasz',
        'It is the life of the signing key. We keep the previous key for a week, so seven days cost nothing.',
      ],
    ],
    resolvedBy: ['tomasz', 'Will become seven days.'],
  },
  {
    document: 'pagination',
    on: 'which is what people used the jump for',
    kind: 'praise',
    said: [['aiko', 'Thank you for watching the recordings instead of guessing.']],
  },
  {
    document: 'pipeline',
    on: 'Except for fixes of incidents.',
    kind: 'question',
    said: [['tomasz', 'Who says what is a fix of an incident, at 16:00 on a Friday?']],
  },
]
