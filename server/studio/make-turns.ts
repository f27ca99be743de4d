/** Runs a task when those asked for before it have ended. */
export type Turns = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** One task at a time, in the order asked; one that fails does not hold up the next. */
export function makeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
