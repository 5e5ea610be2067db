import { describe, expect, test } from 'vitest'
import { readSources, type Source } from './sources.ts'

const sources = readSources()

/** The domains in calling order; a row may call the rows above it. Rows of one set do not call each other. */
const order = [
  ['accounts'],
  ['spaces'],
  ['documents'],
  ['collaboration', 'templates', 'threads', 'forecast'],
  ['reviews'],
  ['decisions'],
  ['search', 'notifications', 'transfer', 'insights'],
]

const domainOf = (path: string) => /^server\/src\/domains\/([^/]+)\//.exec(path)?.[1]
const rank = (domain: string) => order.findIndex(row => row.includes(domain))
/** Tests and the folders that serve tests alone. */
const isTest = (path: string) =>
  /\.(test|testing)\.tsx?$|\/(testing|conformance|properties|simulation)\//.test(path)

type Rule = { name: string; broken: (from: Source, target: string | null, specifier: string) => boolean }

const rules: Rule[] = [
  {
    name: 'shared is pure: no node, no server or browser packages, nothing of the ends',
    broken: (from, target, specifier) =>
      from.path.startsWith('shared/src/') &&
      !isTest(from.path) &&
      (/^(node:|express|mongoose|mongodb|react|socket\.io)/.test(specifier) ||
        (target !== null && !target.startsWith('shared/src/'))),
  },
  {
    name: 'the ends meet only in shared',
    broken: (from, target) =>
      (from.path.startsWith('server/') && target?.startsWith('client/') === true) ||
      (from.path.startsWith('client/') && target?.startsWith('server/') === true),
  },
  {
    name: 'the embedded store knows nothing of the application',
    broken: (from, target) =>
      from.path.startsWith('server/src/embedded/') &&
      target !== null &&
      !target.startsWith('server/src/embedded/'),
  },
  {
    name: 'nothing but the kernel’s mongo.ts and the command line opens the embedded store',
    broken: (from, target) =>
      target?.startsWith('server/src/embedded/') === true &&
      !from.path.startsWith('server/src/embedded/') &&
      !/^server\/src\/(kernel\/mongo\.ts|cli\/)|^e2e\//.test(from.path),
  },
  {
    name: 'the kernel knows no domain',
    broken: (from, target) =>
      from.path.startsWith('server/src/kernel/') && target?.startsWith('server/src/domains/') === true,
  },
  {
    name: 'a domain calls only domains before it',
    broken: (from, target) => {
      const own = domainOf(from.path)
      const other = target && domainOf(target)
      if (!own || !other || own === other || isTest(from.path)) return false
      return rank(own) === -1 || rank(other) === -1 || rank(other) >= rank(own)
    },
  },
  {
    name: 'a domain is entered by its index.ts',
    broken: (from, target) => {
      const other = target && domainOf(target)
      if (!other || domainOf(from.path) === other || !from.path.startsWith('server/src/')) return false
      return !target.endsWith('/index.ts')
    },
  },
]

describe('imports', () => {
  test.each(rules)('$name', ({ broken }) => {
    const found = sources.flatMap(source =>
      source.imports
        .filter(({ target, specifier }) => broken(source, target, specifier))
        .map(({ specifier }) => `${source.path} imports ${specifier}`),
    )
    expect(found).toEqual([])
  })
})

test('only config.ts reads the environment of the server; others hand it over', () => {
  const readers = sources
    .filter(({ path }) => /^server\/src\//.test(path) && path !== 'server/src/config.ts' && !isTest(path))
    .filter(({ text }) => /process\.env\b/.test(text.replaceAll('readConfig(process.env', '')))
  expect(readers.map(({ path }) => path)).toEqual([])
})

test('every domain folder has a place in the order', () => {
  const domains = [...new Set(sources.flatMap(({ path }) => domainOf(path) ?? []))]
  expect(domains.filter(domain => rank(domain) === -1)).toEqual([])
})

test('shared has no clock and no chance of its own', () => {
  const impure = sources
    .filter(({ path }) => path.startsWith('shared/src/') && !isTest(path))
    .filter(({ text }) => /\bDate\.now\(|new Date\(\)|Math\.random\(|crypto\.randomUUID/.test(text))
  expect(impure.map(({ path }) => path)).toEqual([])
})
