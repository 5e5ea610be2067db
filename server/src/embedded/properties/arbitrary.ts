import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import fc from 'fast-check'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const decimal = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }),
    fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -6000, max: 6000 })),
  )
  .map(([coefficient, exponent]) => Decimal128.fromString(`${coefficient}E${exponent}`))

/** Numbers of all types that are often equal or next to each other across types. */
export const numbers: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer().map(n => new Int32(n)),
  fc.integer({ min: -3, max: 3 }).map(n => new Int32(n)),
  fc.integer({ min: -3, max: 3 }).map(n => new Double(n)),
  fc.integer({ min: -3, max: 3 }).map(n => Long.fromNumber(n)),
  fc.integer({ min: -3, max: 3 }).map(n => Decimal128.fromString(`${n}.0`)),
  fc.double().map(n => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(n => Long.fromBigInt(n)),
  fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 2n }).map(n => Long.fromBigInt(n)),
  fc.constantFrom(2 ** 53, 2 ** 63, -(2 ** 63), 0.1, 1e308).map(n => new Double(n)),
  fc
    .constantFrom('0.1', '1E6000', '-1E6000', 'NaN', 'Infinity', '-Infinity')
    .map(text => Decimal128.fromString(text)),
  decimal,
)

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'ab', '\uffff', '\u{10000}'),
)

/** Any BSON value. */
export const values: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    numbers,
    texts,
    fc.constantFrom(null, true, false, new MinKey(), new MaxKey()),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array({ minLength: 12, maxLength: 12 }).map(bytes => new ObjectId(hex(bytes))),
    fc
      .tuple(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(0, 4, 128))
      .map(([bytes, type]) => new Binary(bytes, type)),
    fc.tuple(fc.nat(), fc.nat()).map(([t, i]) => new Timestamp({ t, i })),
    fc
      .tuple(fc.string(), fc.constantFrom('', 'i'))
      .map(([pattern, options]) => new BSONRegExp(pattern, options)),
    texts.map(text => new BSONSymbol(text)),
    fc.string().map(code => new Code(code)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'aa', ''), tie('value'), { noNullPrototype: true, maxKeys: 3 }),
  ),
})).value

/** FUZZ_TIMES makes all runs that many times as long. */
const times = Number(process.env['FUZZ_TIMES'] ?? 1)

/** What a test by chance may take. */
export const patience = { timeout: 60_000 * times }

/** A failing run prints its seed, which FUZZ_SEED runs again. */
export const seeded = <T>(numRuns: number): fc.Parameters<T> => {
  const seed = process.env['FUZZ_SEED']
  return {
    numRuns: numRuns * times,
    ...(seed === undefined || seed === 'random' ? {} : { seed: Number(seed) }),
  }
}
