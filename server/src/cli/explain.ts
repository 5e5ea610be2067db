import { rulePage, rulePages } from '@colloquy/shared/forecast/pages'
import type { Command } from 'commander'

/** `colloquy explain RULE`: what a rule finds, why, with examples and its measured precision. */
export function register(program: Command): void {
  program
    .command('explain')
    .description('Explain a rule of `colloquy check`: what it finds, why, examples, precision.')
    .argument('[rule]', 'its id, such as section-empty or forecast/security; all ids without it')
    .action((rule: string | undefined) => {
      if (rule === undefined) {
        process.stdout.write(`${rulePages.map(({ id, title }) => `${id.padEnd(34)} ${title}`).join('\n')}\n`)
        return
      }
      const page = rulePage(rule)
      if (page) process.stdout.write(`${page.markdown}\n`)
      else {
        process.stderr.write(
          `colloquy explain: there is no rule “${rule}”; \`colloquy explain\` lists them all.\n`,
        )
        process.exitCode = 2
      }
    })
}
