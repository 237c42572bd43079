import {
  array,
  boolean,
  check,
  type GenericSchema,
  type InferOutput,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullish,
  number,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  unknown,
  url,
} from 'valibot'

// The part of Discord's API description that is emulated (github.com/discord/discord-api-spec), and
// where that is silent the limits of its documentation. Requests are strict: what is not described
// is refused.

/** Discord counts characters, not UTF-16 units, and without the blanks around them. */
const points = (text: string): number => Array.from(text.trim()).length

const text = (most: number): GenericSchema<string> =>
  pipe(
    string(),
    check((it) => points(it) <= most, `Must be ${most} or fewer in length.`),
    check((it) => it.isWellFormed() && !it.includes('\0'), 'Must be text.'),
  )

const filled = (most: number): GenericSchema<string> =>
  pipe(
    text(most),
    check((it) => it.trim() !== '', 'This field is required'),
  )

const address = pipe(
  text(2_048),
  url('Not a well formed URL.'),
  regex(/^https?:/, "Scheme must be one of ('http', 'https')."),
)

const snowflake = pipe(string(), regex(/^(0|[1-9][0-9]*)$/))

function unique<T>() {
  return check<T[], string>(
    (list) => new Set(list).size === list.length,
    'The set already contains this value',
  )
}

const embed = strictObject({
  title: nullish(text(256)),
  url: nullish(address),
  description: nullish(text(4_096)),
  color: nullish(pipe(number(), integer(), minValue(0), maxValue(0xffffff))),
  timestamp: nullish(string()),
  author: nullish(strictObject({ name: filled(256), url: nullish(address) })),
  footer: nullish(strictObject({ text: filled(2_048) })),
  fields: nullish(
    pipe(
      array(strictObject({ name: filled(256), value: filled(1_024), inline: nullish(boolean()) })),
      maxLength(25),
    ),
  ),
})

const ids = nullish(pipe(array(snowflake), maxLength(100), unique()))

const allowedMentions = pipe(
  strictObject({
    parse: nullish(pipe(array(picklist(['users', 'roles', 'everyone'])), unique())),
    users: ids,
    roles: ids,
    replied_user: nullish(boolean()),
  }),
  check(
    ({ parse, users, roles }) =>
      !(parse?.includes('users') && users?.length) && !(parse?.includes('roles') && roles?.length),
    'parse and the ids of a type exclude each other',
  ),
)

const message = {
  content: nullish(text(2_000)),
  embeds: nullish(
    pipe(
      array(embed),
      maxLength(10),
      check(
        (all) => all.flatMap(textsOfEmbed).reduce((sum, it) => sum + points(it), 0) <= 6_000,
        'Embed size exceeds maximum size of 6000',
      ),
    ),
  ),
  allowed_mentions: nullish(allowedMentions),
  flags: nullish(pipe(number(), integer(), minValue(0))),
  poll: nullish(unknown()),
}

export const updateRequest = strictObject(message)

export const createRequest = strictObject({
  ...message,
  tts: nullish(boolean()),
  username: nullish(
    pipe(
      filled(80),
      check((it) => !/discord|clyde|```|[@#:]/i.test(it), 'Username cannot contain "discord"'),
    ),
  ),
  avatar_url: nullish(address),
  thread_name: nullish(pipe(text(100), minLength(1))),
  applied_tags: nullish(pipe(array(snowflake), maxLength(5))),
})

export type DiscordMessage = InferOutput<typeof createRequest>
export type DiscordEmbed = InferOutput<typeof embed>

/** Every text of an embed that counts. */
export function textsOfEmbed({
  title,
  description,
  author,
  footer,
  fields,
}: DiscordEmbed): string[] {
  const inFields = (fields ?? []).flatMap(({ name, value }) => [name, value])
  return [title, description, author?.name, footer?.text, ...inFields].filter((it) => it != null)
}

/** The message as the API shows it, with all that its description requires. */
export function describe(id: string, channel: string, it: DiscordMessage, webhook: string) {
  return {
    id,
    channel_id: channel,
    type: 0,
    content: it.content ?? '',
    embeds: (it.embeds ?? []).map(({ fields, ...one }) => ({
      type: 'rich',
      ...one,
      ...(fields && { fields: fields.map((field) => ({ inline: false, ...field })) }),
    })),
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    components: [],
    timestamp: '2026-11-21T12:00:00.000000+00:00',
    edited_timestamp: null,
    flags: it.flags ?? 0,
    tts: it.tts ?? false,
    pinned: false,
    webhook_id: webhook,
    author: {
      id: webhook,
      username: it.username ?? 'CI',
      avatar: null,
      discriminator: '0000',
      public_flags: 0,
      flags: 0,
      bot: true,
      global_name: null,
      primary_guild: null,
    },
  }
}
