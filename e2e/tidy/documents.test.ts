import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, trackedFiles } from './sources.ts'

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']

test.each(documents)('every path %s names exists', name => {
  const text = readFileSync(join(root, name), 'utf8')
  const named = [
    ...text.matchAll(/`((?:server|client|shared|e2e|\.ci)\/[\w./-]+)`|\]\((?!https?:|#)([^)#]+)\)/g),
  ].map(match => match[1] ?? match[2] ?? '')
  expect(named.filter(path => !existsSync(join(root, path)))).toEqual([])
})

test('the top level holds what the architecture lists and nothing else', () => {
  const top = new Set(trackedFiles().map(path => path.split('/')[0]))
  const listed = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  expect([...top].filter(entry => !listed.includes(`\`${entry}`))).toEqual([])
})

test('every dependency is listed with its reason', () => {
  const table = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('## Dependencies')[1] ?? ''
  const manifests = trackedFiles().filter(path => /(^|\/)package\.json$/.test(path))
  const names = manifests.flatMap(path => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, path), 'utf8'))
    return Object.keys({ ...dependencies, ...devDependencies })
  })
  const families = /^@(tiptap|mantine|types|colloquy)\//
  expect(names.filter(name => !families.test(name) && !table.includes(name))).toEqual([])
})
