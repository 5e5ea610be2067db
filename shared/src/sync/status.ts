import type { ProblemReport } from '../contract/problems.ts'

/** What a person should know about their edits. `waiting` counts the edits that are not on the server's disk. */
export type CollaborationStatus =
  | { state: 'connecting'; waiting: number }
  | { state: 'saved' }
  | { state: 'saving'; waiting: number }
  | { state: 'offline'; waiting: number }
  | { state: 'retrying'; waiting: number }
  | { state: 'refused'; waiting: number; problem: ProblemReport }

/** What the provider knows of its connection. */
export type Situation = {
  edits: number
  connection: 'starting' | 'joined' | 'lost'
  stalled: boolean
  problem: ProblemReport | null
}

export function statusOf({ edits, connection, stalled, problem }: Situation): CollaborationStatus {
  if (problem) return { state: 'refused', waiting: edits, problem }
  if (connection === 'starting') return { state: 'connecting', waiting: edits }
  if (connection === 'lost') return { state: 'offline', waiting: edits }
  if (edits === 0) return { state: 'saved' }
  return { state: stalled ? 'retrying' : 'saving', waiting: edits }
}

export const sameStatus = (one: CollaborationStatus, other: CollaborationStatus): boolean =>
  one.state === other.state &&
  ('waiting' in one ? one.waiting : 0) === ('waiting' in other ? other.waiting : 0) &&
  ('problem' in one ? one.problem : null) === ('problem' in other ? other.problem : null)
