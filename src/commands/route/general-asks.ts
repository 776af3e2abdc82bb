import type { Asks } from "../../topics/asks.ts";

/** In which words people ask for what is no topic: the command line, and the words. */
export const GENERAL_ASKS: readonly { readonly line: string; readonly asks: Asks }[] = [
  {
    line: "help",
    asks: {
      words: [
        "what can you do", "what can i ask", "what can i do", "what do you do", "what do you know", "how do you work",
        "how does this work", "how does it work", "how do i use", "how to use", "what are you", "who are you", "what is this",
        "list of command", "which command", "what command", "available command", "all command", "command are there", "get started",
        "getting started", "help me", "need help", "what topic", "which topic", "what else can", "your feature",
        "what question", "show me command", "list command", "what are my option", "command list", "topic are there",
      ],
    },
  },
  {
    line: "help schedule",
    asks: {
      words: [
        "how do i schedule", "how to schedule", "schedule briefing", "schedule daily", "schedule this", "how can i schedule",
        "schedule it", "set up daily", "set up schedule", "set up briefing", "set up regular", "setup schedule", "every morning",
        "every day at", "every weekday", "each morning", "each day at", "daily at", "every monday", "every week", "subscribe",
        "unsubscribe", "automatically", "by itself", "regular post", "regularly post", "recurring", "on schedule", "pause schedule",
        "stop briefing", "pause briefing", "stop posting", "scheduling", "how can we schedule", "schedule post", "daily post",
        "post daily", "send daily", "deliver daily", "have it posted", "at 7am", "at 8am",
      ],
    },
  },
  {
    line: "schedule list",
    asks: {
      words: [
        "which schedule", "what schedule", "what is scheduled", "whats scheduled", "list schedule", "list of schedule",
        "show schedule", "our schedule", "my schedule", "schedule are there", "schedule do we have", "next briefing",
        "which briefing are scheduled", "what does this channel get", "is scheduled here", "upcoming briefing", "schedule exist",
        "schedule we have",
      ],
    },
  },
  {
    line: "status",
    asks: {
      words: [
        "are you up", "are you ok", "are you alive", "are you there", "are you working", "are you running", "is it working",
        "anything amiss", "anything wrong", "any problem", "system status", "your status", "data feed ok", "data late", "data overdue",
        "no briefing", "briefing fail*", "briefing not", "briefing did not", "briefing didnt", "did briefing", "did morning briefing",
        "missed briefing", "missing briefing", "where is briefing", "where is my briefing", "where is our briefing", "wheres my briefing", "wheres briefing", "briefing come", "briefing go out",
        "everything ok", "is everything running", "health check", "anything broken", "any error", "data delayed",
        "did todays briefing", "did today briefing", "briefing went out", "last briefing",
      ],
    },
  },
  {
    line: "sources",
    asks: {
      words: [
        "data come from", "data from", "number come from", "figure come from", "data source", "source of data", "source of number",
        "what source", "which source", "what data", "which data", "how old", "how fresh", "how recent", "how current", "how up to date",
        "data licen*", "licen*", "data vendor", "data provider", "which provider", "which vendor", "what provider", "retrieved",
        "retrieval date", "where do you get", "get your data", "get data", "data up to date", "data age", "age of data", "your source",
        "when was data", "last updated", "last update of data", "source do you", "is data live", "real data", "sample data",
        "is data real", "are these number real", "data quality", "data set*", "dataset*", "your data", "underlying data",
      ],
    },
  },
  {
    line: "narrative status",
    asks: {
      words: [
        "ai summary", "ai summaries", "language model", "chatgpt", "do you use ai", "use ai", "are you ai", "are you an ai", "gpt",
        "llm", "who write summary", "who wrote summary", "ai written", "ai drafted", "ai generated", "summaries on", "summaries off",
        "openai", "are summary on", "are summary off", "artificial intelligence", "which model write*", "what model write*",
      ],
    },
  },
  {
    line: "brief",
    asks: {
      words: [
        "brief me", "briefing", "brief", "morning note", "morning brief", "daily brief", "daily note", "overview", "big picture",
        "full picture", "whole picture", "rundown", "run down", "catch me up", "bring me up to speed", "up to speed", "what is new",
        "whats new", "anything new", "what has changed", "whats changed", "what changed", "whats happening", "what is happening",
        "what happened", "update me", "state of small cap", "state of play", "how do thing stand", "where do thing stand",
        "everything on small cap", "everything about small cap", "all topic", "sum up", "summarise", "summarize", "summary",
        "tell me about small cap", "what about small cap", "whats up with small cap", "whats going on", "what is going on",
        "news on small cap", "latest on small cap", "situation", "snapshot", "update on small cap", "market update", "give me update",
        "quick update", "small cap update", "digest", "recap", "wrap up",
      ],
    },
  },
];
