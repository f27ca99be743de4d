import { createSignal } from "solid-js";

/** Something that a press begins and the station may refuse: whether it runs, why it failed, and how to try. */
export function createAttempt<Given extends unknown[]>(run: (...given: Given) => Promise<unknown>) {
  const [isBusy, setBusy] = createSignal(false);
  const [thrown, setThrown] = createSignal<unknown>();
  const attempt = async (...given: Given): Promise<boolean> => {
    if (isBusy()) return false;
    setBusy(true);
    setThrown(undefined);
    try {
      await run(...given);
      return true;
    } catch (error) {
      setThrown(() => error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, thrown, attempt, forget: () => setThrown(undefined) };
}
