import type { Recorder } from "../../src/audit/port.ts";
import type { Controls, Schedules } from "../../src/delivery/port.ts";

/** What surfaces are tested with where it is not about the database: nothing is scheduled, recorded or stopped. */
export const unwired: {
  readonly schedules: () => Schedules | null;
  readonly recorder: Recorder;
  readonly controls: Controls;
} = {
  schedules: () => null,
  recorder: {
    sending: async () => ({ sent: async () => {}, notSent: async () => {} }),
    found: async () => {},
  },
  controls: {
    stopped: async () => null,
    stopAll: async () => {},
    pause: async () => {},
    list: async () => ({ all: null, workspaces: {} }),
  },
};
