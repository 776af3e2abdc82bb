import type { Row, Tables } from "./emulate-internals.ts";
import { isJson, type Json, stringOf } from "./json.ts";
import { BOT_USER_ID } from "./payloads.ts";

export interface PostedMessage {
  readonly ts: string;
  readonly threadTs: string | null;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata: Json | null;
  /** Ids of files that the message shares. */
  readonly files: readonly string[];
  readonly edited: boolean;
}

export interface EphemeralMessage extends PostedMessage {
  readonly user: string;
}

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly alt: string;
  /** Where it was shared; none for a private file. */
  readonly channels: readonly string[];
  readonly bytes: Buffer;
}

export interface ShownView {
  readonly id: string;
  readonly type: string;
  readonly user: string;
  readonly hash: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly title: Json | null;
  readonly blocks: readonly Json[];
}

/** What the workspace holds of the bot's doings, oldest first. */
export function readings(tables: Tables) {
  return {
    /** What the bot posted, in one channel or all. */
    messages: (channel?: string): PostedMessage[] =>
      tables.messages
        .all()
        .filter((row) => row["user"] === BOT_USER_ID && (!channel || row["channel_id"] === channel))
        .map(messageOf),
    /** What everybody sees of one channel, people's words included. */
    conversation: (channel: string): (PostedMessage & { readonly user: string })[] =>
      tables.messages
        .all()
        .filter((row) => row["channel_id"] === channel)
        .map((row) => ({ ...messageOf(row), user: stringOf(row["user"]) })),
    ephemerals: (user?: string): EphemeralMessage[] =>
      tables.ephemeralMessages
        .all()
        .map((row) => ({ ...messageOf(row), user: stringOf(row["target_user"]) }))
        .filter((message) => !user || message.user === user),
    files: (): UploadedFile[] => tables.files.all().map(fileOf),
    views: (user?: string): ShownView[] =>
      tables.views
        .all()
        .map(viewOf)
        .filter((view) => !user || view.user === user),
  };
}

function messageOf(row: Row): PostedMessage {
  return {
    ts: stringOf(row["ts"]),
    threadTs: stringOf(row["thread_ts"]) || null,
    channel: stringOf(row["channel_id"]),
    text: stringOf(row["text"]),
    blocks: objectsOf(row["blocks"]),
    metadata: isJson(row["metadata"]) ? row["metadata"] : null,
    files: objectsOf(row["files"]).map((file) => stringOf(file["file_id"])),
    edited: isJson(row["edited"]),
  };
}

function fileOf(row: Row): UploadedFile {
  const places = [row["channels"], row["groups"], row["ims"]].flat();
  return {
    id: stringOf(row["file_id"]),
    name: stringOf(row["name"]),
    title: stringOf(row["title"]),
    mimetype: stringOf(row["mimetype"]),
    alt: stringOf(row["alt_txt"]),
    channels: places.filter((place) => typeof place === "string"),
    bytes: Buffer.from(stringOf(row["content_base64"]), "base64"),
  };
}

function viewOf(row: Row): ShownView {
  return {
    id: stringOf(row["view_id"]),
    type: stringOf(row["type"]),
    user: stringOf(row["user_id"]),
    hash: stringOf(row["hash"]),
    callbackId: stringOf(row["callback_id"]),
    privateMetadata: stringOf(row["private_metadata"]),
    title: isJson(row["title"]) ? row["title"] : null,
    blocks: objectsOf(row["blocks"]),
  };
}

function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}
