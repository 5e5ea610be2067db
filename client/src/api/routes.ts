/**
 * The contract’s routes as the pages use them. A build replaces this file by the methods and paths alone (see
 * `vite.config.ts`): the server has checked every reply, so a page needs no schemas before its first text.
 */
export { accountRoutes } from '@colloquy/shared/contract/accounts'
export { decisionRoutes } from '@colloquy/shared/contract/decisions'
export { documentRoutes } from '@colloquy/shared/contract/documents'
export { reviewRoutes } from '@colloquy/shared/contract/reviews'
export { spaceRoutes } from '@colloquy/shared/contract/spaces'
export { templateRoutes } from '@colloquy/shared/contract/templates'
export { threadRoutes } from '@colloquy/shared/contract/threads'
