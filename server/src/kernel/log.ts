import { pino } from 'pino'

/** The server's log, JSON lines on standard output. `app.ts` sets the level from the configuration. */
export const log = pino({
  level: 'warn',
  redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
})
