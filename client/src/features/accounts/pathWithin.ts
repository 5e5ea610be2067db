/** Where to go after signing in: only ever a path of this application, whatever the address bar was made to say. */
export function pathWithin(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}
