import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without settings the server listens on port 3000 of this machine and keeps its data in .data', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', mongodbUri: undefined, demo: false })
  expect(readConfig({}).dataDir).toMatch(/\/\.data$/)
})

test('a flag wins over the environment, and an empty variable counts as unset', () => {
  expect(readConfig({ PORT: '4000' }, ['--port', '5000']).port).toBe(5000)
  expect(readConfig({ PORT: ' ' }).port).toBe(3000)
})

test.each<[string, NodeJS.ProcessEnv, string[], RegExp]>([
  ['a port that is no number', { PORT: 'http' }, [], /PORT must be a number/],
  ['a port out of range', { PORT: '70000' }, [], /PORT/],
  ['a database that is not MongoDB', { MONGODB_URI: 'postgres://db' }, [], /MONGODB_URI must begin/],
  ['a misspelt setting', { MONGO_URL: 'mongodb://db' }, [], /MONGO_URL. Did you mean MONGODB_URI/],
  ['a setting of ours that does not exist', { COLLOQUY_PORT: '1' }, [], /Unknown setting COLLOQUY_PORT/],
  ['an unknown flag', {}, ['--prot', '1'], /Unknown option '--prot'.*Known flags/],
  ['an argument that is no flag', {}, ['demo'], /Unexpected argument 'demo'/],
])('%s is refused in one line that names it', (_what, env, args, message) => {
  expect(() => readConfig(env, args)).toThrow(message)
  expect(() => readConfig(env, args)).toThrow(/^[^\n]*$/)
})
