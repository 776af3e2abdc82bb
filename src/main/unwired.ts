import type { Recorder } from "../audit/port.ts";
import type { Controls, Schedules } from "../delivery/port.ts";

/** Stand-ins for what the delivery and the audit bring: nothing is scheduled, recorded or stopped. */
export const unwired: {
  readonly schedules: () => Schedules | null;
  readonly recorder: Recorder;
  readonly controls: Controls;
} = {
  schedules: () => null,
  recorder: { sending: async () => ({ sent: async () => {}, notSent: async () => {} }) },
  controls: {
    stopped: async () => null,
    stopAll: async () => {},
    pause: async () => {},
    list: async () => ({ all: null, workspaces: {} }),
  },
};
