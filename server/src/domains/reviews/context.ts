import type { Context } from '@colloquy/shared/review/context'
import type { Review } from '@colloquy/shared/review/review'
import { workingDays } from '@colloquy/shared/review/working-days'
import { clock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { spacesById } from '../spaces/index.ts'

/** Mondays to Fridays in UTC: spaces keep no calendar of their own. */
const calendar = workingDays({ timeZone: 'UTC', daysOff: [0, 6], holidays: [] })

/** The world as the rules of one review may ask of it, now. There are no groups of people yet. */
export async function contextOf(
  { spaceId, touches }: Pick<Review, 'spaceId' | 'touches'>,
  actor: string,
): Promise<Context> {
  const spaces = await spacesById([spaceId, ...touches])
  const owners = spaces.map(({ _id, members }) => [
    _id,
    members.filter(({ role }) => role === 'owner').map(({ accountId }) => accountId),
  ])
  return {
    actor,
    now: clock.now().getTime(),
    id: newId(),
    groups: {},
    owners: Object.fromEntries(owners),
    calendar,
  }
}
