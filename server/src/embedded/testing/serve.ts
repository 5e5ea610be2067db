import { serveStore } from '../serve.ts'

/** The program of `child.ts`: serves the folder that is its argument and prints the port. */
const [dataDir = ''] = process.argv.slice(2)
const { port } = await serveStore({ dataDir, host: '127.0.0.1', port: 0 })
console.log(port)
