import {
  ContentAny,
  ContentDeleted,
  ContentFormat,
  ContentString,
  ContentType,
  type decodeUpdate,
  Item,
  XmlElement,
  XmlText,
} from 'yjs'

type Struct = ReturnType<typeof decodeUpdate>['structs'][number]

/** Characters in the name of a node, an attribute or a mark (with the hash that some marks have behind it). */
const NAME = 80
/** Characters in an attribute of a mark, such as a link's target. */
const MARK = 20_000
/** Elements inside elements that one update may bring; the schema's own limit is below. */
const DEEPEST = 400

/**
 * Whether these structs hold what documents are made of, and nothing else: elements, texts, and attributes and marks that are
 * simple values. Editors write nothing else; what else there could be would only be meant to break them.
 */
export const isDocumentText = (structs: readonly Struct[]): boolean => {
  const depths = new Map<string, number>()
  return structs.every(struct => {
    if (!(struct instanceof Item)) return true
    if (struct.parentSub !== null && struct.parentSub.length > NAME) return false
    const { content } = struct
    if (content instanceof ContentType) return isElement(content.type) && isShallow(struct, depths)
    if (content instanceof ContentAny) return content.arr.every(isAttribute)
    if (content instanceof ContentFormat) return content.key.length <= NAME && isMark(content.value)
    return content instanceof ContentString || content instanceof ContentDeleted
  })
}

const isElement = (type: unknown): boolean =>
  type instanceof XmlText ||
  (type instanceof XmlElement && type.nodeName.length > 0 && type.nodeName.length <= NAME)

/** Counts as far as the update tells; what it hangs below something older is for those who show it to bound. */
const isShallow = ({ id, parent }: Item, depths: Map<string, number>): boolean => {
  // reason: of a decoded update, the parent is still the id of one, or the name of a root
  const above: unknown = parent
  const depth =
    typeof above === 'object' && above !== null && 'client' in above && 'clock' in above
      ? (depths.get(`${above.client}:${above.clock}`) ?? 0) + 1
      : 1
  depths.set(`${id.client}:${id.clock}`, depth)
  return depth <= DEEPEST
}

const isSimple = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean'

/** A list of numbers is the widths of a table's columns. */
const isAttribute = (value: unknown): boolean =>
  isSimple(value) ||
  (Array.isArray(value) && value.length <= 1000 && value.every(one => typeof one === 'number'))

const isMark = (value: unknown): boolean =>
  isSmall(value) ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([name, attribute]) => name.length <= NAME && isSmall(attribute)))

const isSmall = (value: unknown): boolean =>
  isSimple(value) && (typeof value !== 'string' || value.length <= MARK)
