import type { MissingLine } from '../review/missing-line.ts'

/**
 * Every way a request or a socket event can be refused, with its HTTP status. The code is what callers match on;
 * the message of a thrown Problem is for people and says what happened, what is safe and what to do.
 */
export const problems = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  tooLarge: 413,
  unsupported: 415,
  refused: 422,
  tooMany: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problems

/** What the caller receives: RFC 9457 `application/problem+json` over HTTP, the same object as a socket acknowledgement. */
export type ProblemReport = {
  type: ProblemCode
  title: string
  status: number
  /** Field or rule by which the request was refused, e.g. `['body.title: too short']`. */
  details?: string[]
  /** What has to happen before a refused act of a review may be done, and who owes it. */
  missing?: MissingLine[]
}

/** An expected refusal. Thrown by operations, presented by the kernel; anything else that is thrown is a defect. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: string[] | undefined
  readonly missing: MissingLine[] | undefined

  constructor(code: ProblemCode, message: string, details?: string[], missing?: MissingLine[]) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.details = details
    this.missing = missing
  }

  get status(): number {
    return problems[this.code]
  }

  report(): ProblemReport {
    return {
      type: this.code,
      title: this.message,
      status: this.status,
      ...(this.details ? { details: this.details } : {}),
      ...(this.missing ? { missing: this.missing } : {}),
    }
  }
}
