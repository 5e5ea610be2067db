import { defineConfig } from 'vitest/config'

/** One run over the unit and integration tests of all workspaces; browser journeys live in e2e. */
export default defineConfig({
  test: {
    include: ['{shared,server,client}/src/**/*.test.{ts,tsx}', 'e2e/tidy/*.test.ts'],
    environment: 'node',
    setupFiles: ['e2e/seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
