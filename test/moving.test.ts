import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNames, root } from '../scripts/actions.ts'

/**
 * The inputs and outputs of the actions that people move from, as their action.yml has them; each has its
 * line in the README, also where it has no counterpart.
 */
const peers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'changed-paths': {
    'dorny/paths-filter': words(
      'token working-directory ref base filters list-files initial-fetch-depth predicate-quantifier changes',
    ),
    'tj-actions/changed-files': words(
      `token separator include_all_old_new_renamed_files old_new_separator old_new_files_separator
      files_from_source_file files files_separator files_ignore files_ignore_separator
      files_ignore_from_source_file files_yaml sha base_sha since_last_remote_commit path use_fork_point
      quotepath diff_relative dir_names json fetch_depth
      added_files copied_files deleted_files modified_files renamed_files all_old_new_renamed_files
      type_changed_files unmerged_files unknown_files all_changed_and_modified_files all_changed_files
      any_changed only_changed other_changed_files all_modified_files any_modified only_modified
      other_modified_files any_deleted only_deleted other_deleted_files`,
    ),
  },
  'coverage-gate': {
    '5monkeys/cobertura-action': words(
      `repo_token path skip_covered only_summary minimum_coverage fail_below_threshold show_line show_branch
      show_class_names show_missing show_missing_max_length link_missing_lines
      link_missing_lines_source_dir only_changed_files pull_request_number report_name`,
    ),
    'irongut/CodeCoverageSummary': words(
      'filename badge fail_below_min format hide_branch_rate hide_complexity indicators output thresholds',
    ),
    'Madrapps/jacoco-report': words(
      `paths token min-coverage-overall min-coverage-changed-files title update-comment comment-type
      pr-number skip-if-no-changes pass-emoji fail-emoji continue-on-error coverage-counter-type
      show-all-modules debug-mode head-sha base-sha
      coverage-overall coverage-changed-files coverage-changed-lines`,
    ),
    'davelosert/vitest-coverage-report-action': words(
      `github-token vite-config-path json-summary-path json-final-path json-summary-compare-path
      file-coverage-mode name working-directory pr-number comment-on threshold-icons`,
    ),
    'codecov/codecov-action': words('files flags token fail_ci_if_error project patch ignore'),
  },
  'discord-notify': {
    'Ilshidur/action-discord': words(
      'DISCORD_WEBHOOK args DISCORD_EMBEDS DISCORD_USERNAME DISCORD_AVATAR DISCORD_MENTIONS',
    ),
    'sarisia/actions-status-discord': words(
      `webhook status content title description image color url username avatar_url nofail nocontext
      noprefix nodetail notimestamp ack_no_webhook`,
    ),
    'tsickert/discord-webhook': words(
      `webhook-url content thread-id thread-name flags username avatar-url tts raw-data filename
      embed-title embed-url embed-description embed-timestamp embed-color embed-footer-text
      embed-footer-icon-url embed-image-url embed-thumbnail-url embed-author-name embed-author-url
      embed-author-icon-url wait`,
    ),
  },
  'ecs-deploy': {
    'aws-actions/amazon-ecs-render-task-definition': words(
      `task-definition task-definition-arn task-definition-family task-definition-revision container-name
      image environment-variables env-files log-configuration-log-driver log-configuration-options
      docker-labels command task-role-arn execution-role-arn secrets`,
    ),
    'aws-actions/amazon-ecs-deploy-task-definition': words(
      `task-definition service cluster desired-count wait-for-service-stability wait-for-minutes
      codedeploy-appspec codedeploy-application codedeploy-deployment-group
      codedeploy-deployment-description codedeploy-deployment-config force-new-deployment run-task
      run-task-container-overrides run-task-security-groups run-task-subnets run-task-launch-type
      run-task-started-by wait-for-task-stopped enable-ecs-managed-tags propagate-tags
      task-definition-arn codedeploy-deployment-id`,
    ),
  },
  'health-check': {
    'Jtalk/url-health-check-action': words(
      'url max-attempts retry-delay retry-all follow-redirect cookie basic-auth',
    ),
    'iFaxity/wait-on-action': words(
      'resource config delay httpTimeout interval log reverse simultaneous timeout tcpTimeout verbose window',
    ),
    'nev7n/wait_for_response': words('url responseCode timeout interval'),
    'cygnetdigital/wait_for_response': words('url responseCode timeout interval'),
  },
  'lambda-deploy': {
    'aws-actions/aws-lambda-deploy': words(
      `function-name package-type image-uri code-artifacts-dir handler runtime s3-bucket s3-key publish
      dry-run revision-id architectures source-kms-key-arn role function-description memory-size timeout
      vpc-config environment dead-letter-config kms-key-arn tracing-config layers file-system-configs
      image-config ephemeral-storage snap-start logging-config code-signing-config-arn tags
      function-arn version`,
    ),
  },
  'pr-check': {
    'amannn/action-semantic-pull-request': words(
      `types scopes requireScope disallowScopes subjectPattern subjectPatternError headerPattern
      headerPatternCorrespondence githubBaseUrl ignoreLabels validateSingleCommit
      validateSingleCommitMatchesPrTitle wip error_message`,
    ),
  },
  'pr-comment': {
    'marocchino/sticky-pull-request-comment': words(
      `header append recreate delete only_create only_update hide_details hide hide_and_recreate
      hide_classify message path ignore_empty skip_unchanged follow_symbolic_links number owner repo
      GITHUB_TOKEN previous_comment_id created_comment_id`,
    ),
    'peter-evans/create-or-update-comment': words(
      'token repository issue-number comment-id body body-path body-file edit-mode append-separator reactions reactions-edit-mode body-includes',
    ),
    'thollander/actions-comment-pull-request': words(
      'message file-path github-token comment-tag pr-number mode create-if-not-exists reactions',
    ),
  },
  'pr-size-label': {
    'pascalgn/size-label-action': words('sizes IGNORED GITHUB_TOKEN sizeLabel'),
    'CodelyTV/pr-size-labeler': words(
      `GITHUB_TOKEN github_api_url xs_label xs_max_size s_label s_max_size m_label m_max_size l_label
      l_max_size xl_label fail_if_xl message_if_xl files_to_ignore ignore_line_deletions
      ignore_file_deletions`,
    ),
  },
  'render-deploy': {
    'johnbeynon/render-deploy-action': words('service-id api-key wait-for-success'),
  },
  'slack-notify': {
    '8398a7/action-slack': words(
      `status fields custom_payload mention if_mention author_name text username icon_emoji icon_url
      channel job_name github_base_url github_token SLACK_WEBHOOK_URL`,
    ),
    'slackapi/slack-github-action': words(
      `webhook webhook-type method token payload payload-file-path payload-delimiter payload-templated
      proxy errors retries api ok response channel_id ts`,
    ),
    'rtCamp/action-slack-notify': words(
      `SLACK_WEBHOOK SLACK_TOKEN SLACK_CHANNEL SLACK_USERNAME SLACK_ICON SLACK_ICON_EMOJI SLACK_COLOR
      SLACK_MESSAGE SLACK_TITLE SLACK_FOOTER MSG_MINIMAL SLACK_FILE_UPLOAD SLACK_LINK_NAMES
      SLACK_THREAD_TS`,
    ),
    'act10ns/slack': words('webhook-url status steps matrix inputs channel message config'),
    'ravsamhq/notify-slack-action': words(
      `status token notification_title message_format footer notify_when mention_users
      mention_users_when mention_groups mention_groups_when icon_success icon_failure icon_cancelled
      icon_warnings icon_skipped`,
    ),
  },
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/**
 * All that the README says of one peer: its row in a table, and everything below a heading that names it. The
 * rows of such a section need not name it again.
 */
function sectionOn(peer: string, action: string): string {
  const readme = readFileSync(join(root, `actions/${action}/README.md`), 'utf8').replace(
    /^```[\s\S]*?^```$/gm,
    '',
  )
  const parts = readme.slice(readme.search(/^## Moving/m)).split(/^(?=#)/m)
  const name = peer.split('/')[1] ?? peer
  return parts
    .map((part) =>
      part.split('\n')[0]?.includes(name)
        ? part
        : part
            .split('\n')
            .filter((line) => line.includes(name))
            .join('\n'),
    )
    .join('\n')
}

const all = Object.entries(peers).flatMap(([action, of]) =>
  Object.entries(of).map(([peer, names]) => [action, peer, names] as const),
)

test.each(all)(
  'The README of %s has a line for all that %s takes and gives',
  (action, peer, names) => {
    const section = sectionOn(peer, action)
    const spans = [...section.matchAll(/`([^`]+)`/g)].flatMap(([, span = '']) =>
      span.split(/[^\w-]+/),
    )
    expect(names.filter((name) => !spans.includes(name))).toEqual([])
  },
)

test('Every README that has a section on moving is held', () => {
  const moving = actionNames().filter((name) =>
    /^## Moving/m.test(readFileSync(join(root, `actions/${name}/README.md`), 'utf8')),
  )
  // From one's own steps and scripts, which have no inputs.
  expect(moving.filter((name) => !peers[name])).toEqual(['deliver', 'rollback'])
})
