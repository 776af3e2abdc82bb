import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IBackoff,
  type IBackoffFactory,
  type IRetryBackoffContext,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { SourceFault } from "./fault.ts";

interface Limits {
  readonly timeoutMs: number;
  readonly breakMs: number;
}

/** Breaker around time limit around retries. */
export function createPolicy({ timeoutMs, breakMs }: Limits) {
  const failed = handleWhen((error) => !(error instanceof SourceFault) || error.transient);
  // Who asks for a longer rest than there is time left is not asked again, but left alone.
  const again = handleWhen(
    (error) => !(error instanceof SourceFault) || (error.transient && error.restMs <= timeoutMs / 2),
  );
  return wrap(
    circuitBreaker(failed, { halfOpenAfter: breakMs, breaker: new ConsecutiveBreaker(1) }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
    // The delays are drawn at random (decorrelated jitter).
    retry(again, {
      maxAttempts: 2,
      backoff: patient(new ExponentialBackoff({ initialDelay: 200, maxDelay: 2000 })),
    }),
  );
}

type Backoff = IBackoffFactory<IRetryBackoffContext<unknown>>;

/** As long as the host asked for (Retry-After), at least. */
function patient(inner: Backoff): Backoff {
  return {
    next: (context) => {
      const backoff = inner.next(context);
      const { error } = "error" in context.result ? context.result : { error: null };
      const wished = error instanceof SourceFault ? error.restMs : 0;
      const next: IBackoff<IRetryBackoffContext<unknown>> = {
        duration: Math.max(backoff.duration, wished),
        next: (later) => patient(backoff).next(later),
      };
      return next;
    },
  };
}
