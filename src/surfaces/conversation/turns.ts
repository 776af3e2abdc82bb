/**
 * Lets pieces of work onto the event loop one at a time. What came in meanwhile is served between two of them, so
 * that a rush of questions is acknowledged at once however many answers are being made.
 */
export function createTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let giving = false;

  function give(): void {
    const go = waiting.shift();
    giving = go !== undefined;
    if (go === undefined) return;
    go();
    setImmediate(give);
  }

  return () =>
    new Promise((go) => {
      waiting.push(go);
      if (giving) return;
      giving = true;
      setImmediate(give);
    });
}
