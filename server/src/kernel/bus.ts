/**
 * Events between domains of one server. A domain declares its own by augmenting this interface in its index.ts;
 * names are past tense, or `…ing` for those that are announced before the fact and may refuse it by throwing.
 */
// biome-ignore lint/suspicious/noEmptyInterface: reason: filled by the domains
export interface DomainEvents {}

export type DomainEvent = keyof DomainEvents
type Handler<Name extends DomainEvent> = (payload: DomainEvents[Name]) => Promise<void> | void

export type Bus = {
  on<Name extends DomainEvent>(name: Name, handler: Handler<Name>): void
  /** Resolves when every handler has finished, in order of subscription; rejects with the first failure. */
  announce<Name extends DomainEvent>(name: Name, payload: DomainEvents[Name]): Promise<void>
}

export function createBus(): Bus {
  const handlers = new Map<DomainEvent, Handler<DomainEvent>[]>()
  return {
    on(name, handler) {
      // reason: handlers are filed under the name whose payload they take
      const list = (handlers.get(name) ?? []) as Handler<typeof name>[]
      handlers.set(name, [...list, handler] as Handler<DomainEvent>[])
    },
    async announce(name, payload) {
      for (const handler of handlers.get(name) ?? []) await handler(payload)
    },
  }
}
