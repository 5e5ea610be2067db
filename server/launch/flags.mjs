/**
 * How the server's JavaScript engine is started. By itself it lets up to 64 MB of short-lived garbage per thread pile
 * up, which a server of small messages would hold on to for good.
 */
export const serverFlags = ['--max-semi-space-size=4']
