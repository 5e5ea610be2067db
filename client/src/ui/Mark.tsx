/** The mark of the product. Decorative: whatever carries it has a name of its own. */
export function Mark({ size = 32 }: { size?: number }) {
  return <img src="/mark.svg" alt="" width={size} height={size} />
}
