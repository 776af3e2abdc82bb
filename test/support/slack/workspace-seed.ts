import type { Tables } from "./emulate-internals.ts";
import type { Json } from "./json.ts";
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_ID } from "./payloads.ts";

export const BOT_TOKEN = "xoxb-desk-bot";
export const CLIENT_ID = "1.2";
export const CLIENT_SECRET = "client-secret-of-the-harness";
export const OTHER_TEAM_ID = "T000000002";

/** What the app asks for by default; the emulator refuses a call whose scope is missing. */
export const REQUIRED_SCOPES: readonly string[] = [
  "commands",
  "app_mentions:read",
  "chat:write",
  "files:write",
  "channels:read",
  "groups:read",
  "im:history",
  "im:read",
  "im:write",
  "users:read",
  "assistant:write",
];

/** U000000001 is the emulator's own first user, who cannot be named otherwise. */
export const PEOPLE = {
  admin: "U000000001",
  member: "U0MEMBER01",
  colleague: "U0MEMBER02",
  guest: "U0GUEST001",
  stranger: "U0STRANGE1",
} as const;

export const CHANNELS = {
  /** Public, the bot in it, no outsider. */
  markets: "C0MARKETS1",
  /** Private, the bot invited. */
  secret: "C0SECRET01",
  /** Private, the bot not in it. */
  boardroom: "C0BOARD001",
  /** Public, the bot not in it. */
  lobby: "C0LOBBY001",
  /** Public, with the guest. */
  clients: "C0CLIENTS1",
  /** Shared with the stranger's organisation. */
  partners: "C0PARTNER1",
} as const;

const { admin, member, colleague, guest, stranger } = PEOPLE;
const users: readonly Json[] = [
  { user_id: member, name: "mara", real_name: "Mara Member" },
  { user_id: colleague, name: "colin", real_name: "Colin Colleague" },
  { user_id: guest, name: "gus", real_name: "Gus Guest", is_restricted: true },
  { user_id: stranger, name: "sam", real_name: "Sam Stranger", is_stranger: true, team_id: OTHER_TEAM_ID },
];
const channels: readonly Json[] = [
  { channel_id: CHANNELS.markets, name: "markets", members: [admin, member, colleague, BOT_USER_ID] },
  { channel_id: CHANNELS.secret, name: "secret", is_private: true, members: [admin, member, BOT_USER_ID] },
  { channel_id: CHANNELS.boardroom, name: "boardroom", is_private: true, members: [admin] },
  { channel_id: CHANNELS.lobby, name: "lobby", members: [admin, member] },
  { channel_id: CHANNELS.clients, name: "clients", members: [admin, member, guest, BOT_USER_ID] },
  {
    channel_id: CHANNELS.partners,
    name: "partners",
    is_ext_shared: true,
    is_shared: true,
    members: [admin, member, stranger, BOT_USER_ID],
  },
];

/** The token with which the harness posts as a person. */
export const tokenOf = (user: string) => `xoxp-${user}`;
export const directMessageOf = (user: string) => `D${user.slice(1)}`;

/** What the emulator's own seed can hold: ids of users and channels it would draw at random. */
export function seedFor(
  signingSecret: string,
  scopes: readonly string[],
  redirectUris: readonly string[],
): Json {
  return {
    signing_secret: signingSecret,
    strict_scopes: true,
    team: { name: "Desk", domain: "desk" },
    oauth_apps: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        app_id: APP_ID,
        name: "smallcaps",
        redirect_uris: [...redirectUris],
        scopes: [...scopes],
        bot_name: "smallcaps",
        bot_user_id: BOT_USER_ID,
        bot_id: BOT_ID,
      },
    ],
    tokens: [
      {
        token: BOT_TOKEN,
        type: "bot",
        user_id: BOT_USER_ID,
        app_id: APP_ID,
        bot_id: BOT_ID,
        bot_user_id: BOT_USER_ID,
        client_id: CLIENT_ID,
        scopes: [...scopes],
      },
    ],
  };
}

/** People, channels and direct messages with ids that do not change, after each start and reset. */
export function fill(tables: Tables): void {
  for (const channel of tables.channels.all()) tables.channels.delete(channel.id);
  for (const user of users) addUser(tables, user);
  for (const channel of channels) addChannel(tables, channel);
  for (const user of Object.values(PEOPLE)) {
    tables.tokens.insert({
      token: tokenOf(user),
      token_type: "user",
      team_id: TEAM_ID,
      user_id: user,
      scopes: ["chat:write"],
      app_id: APP_ID,
    });
    addChannel(tables, {
      channel_id: directMessageOf(user),
      name: user.toLowerCase(),
      is_channel: false,
      is_private: true,
      is_im: true,
      user,
      members: [BOT_USER_ID, user].sort(),
      is_open_by_user: { [BOT_USER_ID]: true, [user]: true },
    });
  }
}

function addUser(tables: Tables, user: Json): void {
  tables.users.insert({
    team_id: TEAM_ID,
    is_admin: false,
    is_bot: false,
    deleted: false,
    email: `${user["name"]}@desk.test`,
    profile: { display_name: user["name"], real_name: user["real_name"], image_48: "", image_192: "" },
    ...user,
  });
}

export function addChannel(tables: Tables, channel: Json): void {
  const members = Array.isArray(channel["members"]) ? channel["members"] : [];
  const unset = { value: "", creator: admin, last_set: 0 };
  tables.channels.insert({
    team_id: TEAM_ID,
    is_channel: channel["is_private"] !== true,
    is_private: false,
    is_archived: false,
    topic: unset,
    purpose: unset,
    creator: admin,
    num_members: members.length,
    ...channel,
  });
}
