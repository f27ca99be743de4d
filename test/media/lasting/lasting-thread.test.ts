import { expect, test, vi } from "vitest";
import { LastingThread, type Life } from "../../../media/lasting/lasting-thread.ts";

/** A life that dies when told to. */
function makeLife(number: number) {
  const { promise: died, resolve } = Promise.withResolvers<Error>();
  let isGone = false;
  return {
    number,
    died,
    ready: () => Promise.resolve(),
    kill: (reason: Error) => {
      isGone = true;
      resolve(reason);
    },
    end: () => Promise.resolve(),
    get isGone() {
      return isGone;
    },
  } satisfies Life & { number: number };
}

function openThread({ faultyLife = 0 } = {}) {
  const revivals: string[] = [];
  let [lives, restored] = [0, 0];
  const thread = new LastingThread({
    name: "the thread",
    start: () => makeLife(++lives),
    restore: async ({ number }) => {
      if (number === faultyLife) throw new Error("it cannot be brought to where the former one was");
      restored = number;
    },
  });
  thread.onRevived(({ cause }) => revivals.push(cause.message));
  return { thread, revivals, restored: () => restored };
}

test("a thread that died is there again, with what the former one had, before anybody is told", async () => {
  const { thread, revivals, restored } = openThread();
  await thread.restart(new Error("an exception"));
  expect((await thread.now()).number).toBe(2);
  expect(restored()).toBe(2);
  await vi.waitFor(() => expect(revivals).toEqual(["an exception"]));
});

test("a thread that dies five times in a minute stays dead, and says so", async () => {
  const { thread } = openThread();
  for (let death = 1; death < 5; death++) await thread.restart(new Error(`death ${death}`));
  await expect(thread.restart(new Error("death 5"))).rejects.toThrow("death 5");
  expect((await thread.died).message).toBe("death 5");
  await expect(thread.now()).rejects.toThrow("death 5");
});

test("a thread that cannot be brought to where the former one was is ended, and the next one is tried", async () => {
  const { thread, restored } = openThread({ faultyLife: 2 });
  await thread.restart();
  expect((await thread.now()).number).toBe(3);
  expect(restored()).toBe(3);
});

test("who hears of a thread's end can stop, and is then let go", async () => {
  const { thread } = openThread();
  const [heard, stopped]: Error[][] = [[], []];
  thread.onDied((reason) => heard!.push(reason));
  thread.onDied((reason) => stopped!.push(reason))();
  for (let death = 1; death < 5; death++) await thread.restart();
  await expect(thread.restart(new Error("the last"))).rejects.toThrow("the last");
  expect(heard!.map(({ message }) => message)).toEqual(["the last"]);
  expect(stopped).toEqual([]);
});

test("a thread that was closed is not started again", async () => {
  const { thread, restored } = openThread();
  const life = await thread.now();
  await thread.end();
  life.kill(new Error("too late"));
  await expect(thread.now()).rejects.toThrow("closed");
  expect(restored()).toBe(0);
});
