import { resolve } from 'node:path'
import { action, type InputValues, type Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { describeComparison, readComparison } from './comparison.ts'
import { evaluateFilters } from './evaluate-filters.ts'
import { type Filter, readFilters } from './filters.ts'
import { findChanges } from './find-changes.ts'
import { inputs } from './inputs.ts'
import { fixedOutputs, refuseNames } from './names.ts'
import { changesSummary, headline, sizeRemark, toOutputs } from './report.ts'

/** Finds the changes of this run and the filters that match them. */
export const changedPaths = action({
  title: 'Changed paths',
  inputs,
  // Plus one or a few for each filter.
  outputs: fixedOutputs,
  async main(given, runner) {
    const { only = [], githubToken: token } = given
    const folder = resolve(runner.workspace, given.workingDirectory)
    const comparison = readComparison(runner, given.base)
    runner.info(describeComparison(comparison))
    const deadline = new Deadline(given.timeout, runner.cancelled)

    // Git runs while the filters are read; if both fail, the error of the filters is reported.
    const finding = findChanges(comparison, { folder, token }, runner, deadline)
    finding.catch(() => undefined)
    const filters = await readyFilters(given, folder, runner)
    const changes = await finding
    if (changes.note) runner.notice(changes.note)
    const results = evaluateFilters(changes, filters)

    const outputs = toOutputs(results, changes, only)
    const remark = sizeRemark(outputs)
    if (remark) runner.notice(remark)
    runner.setOutputs(outputs)
    runner.appendSummary(changesSummary(results, changes))
    for (const { name, changed, files } of results) {
      runner.info(`${name}: ${changed} (${files.length})`)
    }
    if (changes.truncated === undefined) runner.info(headline(changes))
    else runner.warning(headline(changes))
  },
})

/**
 * Returns the filters, and sets outputs for the case that the changes cannot be found: every filter counts as changed.
 */
async function readyFilters(
  { filters: given, only = [] }: InputValues<typeof inputs>,
  folder: string,
  runner: Runner,
): Promise<Filter[]> {
  const filters = await readFilters(given, folder)
  refuseNames(filters, only)
  const unknown = { files: [], truncated: 'nothing is known' }
  runner.setOutputs(toOutputs(evaluateFilters(unknown, filters), unknown, only))
  return filters
}
