import type { Concern } from '@colloquy/shared/review/concerns'

type Step = { what: string; by: string; at: number; text: string[] }

/** Everything that happened to a concern, in order. Nothing in it is ever taken away. */
export function stepsOf(concern: Concern): Step[] {
  const { raiser, raisedAt, reason, restatements, resolutions, overrulings, withdrawn } = concern
  const steps: Step[] = [
    { what: 'raised it', by: raiser, at: raisedAt, text: [reason] },
    ...restatements.flatMap(({ by, at, text, answer }) => [
      { what: 'restated it', by, at, text: [text] },
      ...(answer ? [answered(answer, 'said that this is the concern', 'said that this is not it')] : []),
    ]),
    ...resolutions.flatMap(({ by, at, summary, change, rationale, answer }) => [
      { what: 'proposed a resolution', by, at, text: [summary, change, rationale] },
      ...(answer ? [answered(answer, 'said that this answers it', 'said that this leaves it open')] : []),
    ]),
    ...overrulings.flatMap(({ by, at, reason: why, second }) => [
      { what: 'overruled it', by, at, text: [why] },
      ...(second
        ? [{ what: 'seconded the overruling', by: second.by, at: second.at, text: [second.reason] }]
        : []),
    ]),
    ...(withdrawn
      ? [{ what: 'withdrew it', by: withdrawn.by, at: withdrawn.at, text: [withdrawn.reason] }]
      : []),
  ]
  return steps
    .map(step => ({ ...step, text: step.text.filter(text => text !== '') }))
    .sort((a, b) => a.at - b.at)
}

function answered(
  { confirmed, by, at, reason }: { confirmed: boolean; by: string; at: number; reason: string },
  yes: string,
  no: string,
): Step {
  return { what: confirmed ? yes : no, by, at, text: [reason] }
}
