import fc from 'fast-check'

/**
 * Property tests draw the same examples in every run, so that a red build means a change and not luck. Go looking for
 * new ones with `FUZZ_SEED=random npm run unit`, or repeat a run with the seed it printed.
 */
const wanted = process.env['FUZZ_SEED'] ?? '20261121'
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) })
