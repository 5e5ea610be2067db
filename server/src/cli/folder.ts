import { join } from 'node:path'
import { readConfig } from '../config.ts'

/** The folder in which the server keeps the embedded store, by the same settings as the server's. */
export const storeFolder = (): string => join(readConfig(process.env).dataDir, 'store')
