import type { Doc } from './values.ts'

/** Every error code the store answers with, by the name MongoDB gives it. */
export const codes = {
  InternalError: 1,
  BadValue: 2,
  GraphContainsCycle: 5,
  FailedToParse: 9,
  UnsupportedFormat: 12,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  InvalidBSON: 22,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  JSInterpreterFailure: 139,
  IndexKeySpecsConflict: 86,
  OperationFailed: 96,
  DocumentValidationFailure: 121,
  CommandNotSupportedOnView: 166,
  CannotIndexParallelArrays: 171,
  QueryFeatureNotAllowed: 224,
  NotSingleValueField: 54,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  Location40323: 40323,
  Location40324: 40324,
  Location31249: 31249,
  Location31253: 31253,
  Location31254: 31254,
  Location51091: 51091,
  Location16410: 16410,
  Location40415: 40415,
  Location40573: 40573,
  Location40601: 40601,
} as const

export type CodeName = keyof typeof codes

/** A refusal the client is told about: a code by name, a sentence, and further fields of the reply. */
export class CommandError extends Error {
  readonly codeName: CodeName
  readonly details: Doc

  constructor(codeName: CodeName, message: string, details: Doc = {}) {
    super(message)
    this.name = 'CommandError'
    this.codeName = codeName
    this.details = details
  }

  get code(): number {
    return codes[this.codeName]
  }

  /** The body of a failed command's reply. */
  reply(): Doc {
    return { ok: 0, errmsg: this.message, code: this.code, codeName: this.codeName, ...this.details }
  }
}
