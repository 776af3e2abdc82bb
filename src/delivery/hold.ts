import type { Claim, Deliveries, Delivery, DeliveryDetails, DeliveryState } from "../storage/port.ts";

/** Another process has the slot now: whoever gets this stops at once. */
export class TakenOver extends Error {
  override readonly name = "TakenOver";
}

/** A slot in hand, as it stands now. */
export interface Hold {
  readonly claim: () => Claim;
  readonly delivery: () => Delivery;
  /** @throws TakenOver */
  readonly to: (state: DeliveryState, details?: DeliveryDetails) => Promise<void>;
}

export function createHold(deliveries: Deliveries, first: Claim): Hold {
  let claim = first;
  return {
    claim: () => claim,
    delivery: () => claim.delivery,
    to: async (state, details) => {
      const moved = await deliveries.move(claim, state, details);
      if (moved === null) throw new TakenOver(`${claim.delivery.slot} was taken over`);
      claim = moved;
    },
  };
}
