/** What tests in this workspace need of Node. The workspace itself is checked without Node's types, so that nothing else uses it. */
declare module 'node:fs' {
  export function existsSync(path: URL): boolean
  export function readdirSync(path: URL): string[]
  export function readFileSync(path: URL, encoding: 'utf8'): string
}
