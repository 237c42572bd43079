import { findPullRequest, getOctokit } from '@ci-actions/github'
import { ActionError, action } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { refuseColorOfNone } from './colors.ts'
import { inputs } from './inputs.ts'
import { applyLabels, labelOf, refuseLongLabels } from './labels.ts'
import { evaluateLimits, readLimits } from './limits.ts'
import { measurePullRequest } from './pull-request.ts'
import { headline, listNotes, sizeSummary, toOutputs, unknownOutputs } from './report.ts'
import { sizeOf } from './sizes.ts'

/** Measures the pull request, sets the label of its size, and checks the limits. */
export const prSizeLabel = action({
  title: 'PR size label',
  inputs,
  outputs: Object.keys(unknownOutputs),
  async main(given, runner) {
    runner.setOutputs(unknownOutputs)
    const { sizes, colors = {}, labelPrefix: prefix } = given
    refuseColorOfNone(colors, sizes)
    refuseLongLabels(sizes, prefix)
    const limits = readLimits(given)
    const deadline = new Deadline(given.timeout, runner.cancelled)
    const access = { token: given.githubToken, permission: 'pull-requests: write' }
    const octokit = await getOctokit(access, runner, deadline)
    const { repository } = runner.run
    const { number, none } = await findPullRequest(octokit, undefined, runner)
    if (number === undefined) return runner.notice(`No size was determined. ${none}`)

    const place = { octokit, repository, number }
    const { measure, labels: has, isFork } = await measurePullRequest(place, given, runner)
    const size = sizeOf(measure.lines, sizes)
    const label = size && labelOf(size, prefix)
    const labelled = await applyLabels(has, label, place, given)
    const report = { number, measure, size, label, labelled }

    runner.setOutputs(toOutputs(report))
    runner.appendSummary(sizeSummary(report))
    runner.info(headline(report))
    for (const note of listNotes(report)) runner.notice(note)
    if (labelled.warning) runner[isFork ? 'notice' : 'warning'](labelled.warning)
    if (labelled.failure) throw labelled.failure
    const { level, reason } = evaluateLimits(measure.lines, limits, has)
    const said = `${headline(report)} It ${reason}`
    if (level === 'fail') throw new ActionError(said)
    if (level === 'warn') runner.warning(said)
  },
})
