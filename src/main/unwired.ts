import type { Recorder } from "../audit/port.ts";
import type { Controls, Schedules } from "../delivery/port.ts";

/** Stand-ins until delivery and audit are wired. */
export const unwiredRecorder: Recorder = {
  sending: async () => ({ sent: async () => {}, notSent: async () => {} }),
};

export const unwiredControls: Controls = {
  stopped: async () => null,
  stopAll: async () => {},
  pause: async () => {},
  list: async () => ({ all: null, workspaces: {} }),
};

export const noSchedules = (): Schedules | null => null;
