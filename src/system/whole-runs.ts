/**
 * Makes of `work` a call that resolves once a whole run is over that began after the call: all that was done
 * before is in it. One run at a time: who calls while one goes on waits for its end and shares the next.
 * A run that fails is told to those who shared it.
 */
export function wholeRuns(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return async () => {
    if (running) await running.catch(() => undefined);
    running ??= work().finally(() => {
      running = undefined;
    });
    await running;
  };
}
