import type { Asker, Briefing, Page } from "../briefing/briefing.ts";
import type { Question } from "../briefing/question.ts";
import type { Platform } from "../storage/port.ts";

/** Keeps the record of everything posted, private answers included. */
export interface Recorder {
  /**
   * To be awaited before a message leaves. Never rejects and waits two seconds at most: where the database cannot be
   * had, the record is kept aside and appended later, so that text always arrives.
   *
   * What nobody asked for (schedules, corrections, notices, workflows) is in the record when it resolves. An answer
   * (`slash`, `mention`, `dm`, `button`) is not kept waiting: its rows are written beside it, in their order, some
   * 200 ms later and within 250 ms in ordinary load. `kill -9` loses those; a stop does not.
   */
  sending(post: PostRecord): Promise<Recorded>;
  /**
   * A scheduled message turned out to stand at its platform, which another process had sent and not seen arrive.
   * Never rejects; in the record when it resolves.
   */
  found(message: FoundRecord): Promise<void>;
}

export interface FoundRecord {
  readonly slot: string;
  /** The briefing's id; null where that is not known. */
  readonly briefing: string | null;
  /** The platform's id of it. */
  readonly message: string;
}

/** What became of it. Neither rejects. */
export interface Recorded {
  sent(messageId: string | null): Promise<void>;
  /** `maybe`: it may have arrived nevertheless. */
  notSent(reason: string, maybe?: boolean): Promise<void>;
}

export interface PostRecord {
  /** "console", "terminal": where only a refusal is recorded. */
  readonly platform: Platform | "console" | "terminal";
  readonly workspace: string;
  readonly channel: string;
  /** Who asked; null: nobody (a schedule). */
  readonly user: string | null;
  /** For the asker alone. */
  readonly private: boolean;
  readonly origin:
    | "slash"
    | "mention"
    | "dm"
    | "button"
    | "workflow"
    | "schedule"
    | "alert"
    | "correction"
    | "notice"
    | "typed";
  /** What was asked. */
  readonly command: string | null;
  /** What was made of it, where it was asked in words. */
  readonly question?: Question;
  /** What a language model was asked and proposed of a pasted text. */
  readonly proposed?: object;
  readonly slot: string | null;
  /** Null for a page, a problem, a notice. */
  readonly briefing: Briefing | null;
  /** What leaves, as text or JSON. May be a getter: of an answer it is read when the record is written. */
  readonly message: string;
}

/** The use case behind `receipt …`. */
export interface Receipts {
  /**
   * What a posted briefing was made from, and whether it can be made again to the same bytes. Somebody in a channel is
   * told of posts in the own workspace alone. Rejects with `BriefingError`.
   */
  receipt(id: string, asker?: Asker): Promise<Page>;
  /** A briefing as it was posted; null where it is not kept. Rejects with `BriefingError`. */
  posted(id: string): Promise<Briefing | null>;
}
