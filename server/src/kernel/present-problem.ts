import { Problem } from '@colloquy/shared/contract/problems'
import type { ErrorRequestHandler } from 'express'
import mongoose from 'mongoose'
import { log } from './log.ts'

/** Turns whatever was thrown into a Problem; a defect becomes `internal` and is logged with its stack. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isDatabaseDown(error)) {
    return new Problem(
      'unavailable',
      'The database does not answer. Nothing was changed; please try again soon',
    )
  }
  switch (typeOf(error)) {
    case 'entity.too.large':
      return new Problem('tooLarge', 'The request is too large. Nothing was changed')
    case 'entity.parse.failed':
    case 'encoding.unsupported':
    case 'charset.unsupported':
    case 'request.aborted':
    case 'request.size.invalid':
      return new Problem('invalid', 'The body could not be read as JSON')
  }
  if (isMissingFile(error)) return new Problem('missing', 'There is nothing at this address')
  if (error instanceof URIError) return new Problem('invalid', 'The address is malformed')
  log.error({ err: error }, 'unexpected failure')
  return new Problem('internal', 'Something went wrong on the server. It has been logged')
}

/** What express.static says of a file that is not there, or of an address that leaves its folder. */
const isMissingFile = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && (error.status === 404 || error.status === 403)

const typeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined

const isDatabaseDown = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoNetworkError ||
  error instanceof mongoose.mongo.MongoServerSelectionError ||
  error instanceof mongoose.mongo.MongoNotConnectedError ||
  (error instanceof mongoose.Error && /buffering timed out/.test(error.message))

/** Last handler of the HTTP application. */
export const presentProblem: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error)
  const problem = asProblem(error)
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem.report()))
}
