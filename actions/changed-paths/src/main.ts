import { resolve } from 'node:path'
import { action, type InputValues, type Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { comparisonOf, saidOf } from './comparison.ts'
import { type Filter, readFilters } from './filters.ts'
import { findChanges } from './find-changes.ts'
import { inputs } from './inputs.ts'
import { fixedOutputs, refuseNames } from './names.ts'
import { headline, outputsOf, sizeRemark, summaryOf } from './report.ts'
import { judge } from './verdict.ts'

/** Finds what this run is about, and which filters that matches. */
export const changedPaths = action({
  title: 'Changed paths',
  inputs,
  // And one, or a few, for each filter.
  outputs: fixedOutputs,
  async main(given, runner) {
    const { only = [], githubToken: token } = given
    const folder = resolve(runner.workspace, given.workingDirectory)
    const comparison = comparisonOf(runner, given.base)
    runner.info(saidOf(comparison))
    const deadline = new Deadline(given.timeout, runner.cancelled)

    // Git is at work while the filters are read; if both fail, the filters are told.
    const finding = findChanges(comparison, { folder, token }, runner, deadline)
    finding.catch(() => undefined)
    const filters = await readyFilters(given, folder, runner)
    const changes = await finding
    if (changes.note) runner.notice(changes.note)
    const results = judge(changes, filters)

    const outputs = outputsOf(results, changes, only)
    const remark = sizeRemark(outputs)
    if (remark) runner.notice(remark)
    runner.setOutputs(outputs)
    runner.appendSummary(summaryOf(results, changes))
    for (const { name, changed, files } of results) {
      runner.info(`${name}: ${changed} (${files.length})`)
    }
    if (changes.truncated === undefined) runner.info(headline(changes))
    else runner.warning(headline(changes))
  },
})

/** The filters, and outputs that stand if nothing can be found out: then nothing is left out. */
async function readyFilters(
  { filters: given, only = [] }: InputValues<typeof inputs>,
  folder: string,
  runner: Runner,
): Promise<Filter[]> {
  const filters = await readFilters(given, folder)
  refuseNames(filters, only)
  const unknown = { files: [], truncated: 'nothing is known' }
  runner.setOutputs(outputsOf(judge(unknown, filters), unknown, only))
  return filters
}
