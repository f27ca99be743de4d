import { Session } from "node:inspector/promises";

type Attached = { params: { sessionId: string; workerInfo: { url: string } } };

/** Lets a thread of this process hang, as an endless loop in its code would: it answers nothing, and its event loop stands still. */
export async function hangThread(file: string): Promise<void> {
  const session = new Session();
  session.connect();
  const found = new Promise<string>((resolve) => {
    session.on("NodeWorker.attachedToWorker", (message) => {
      const { sessionId, workerInfo } = (message as Attached).params;
      if (workerInfo.url.endsWith(file)) resolve(sessionId);
    });
  });
  await session.post("NodeWorker.enable", { waitForDebuggerOnStart: false });
  const sessionId = await found;
  const evaluate = { id: 1, method: "Runtime.evaluate", params: { expression: "for (;;);" } };
  await session.post("NodeWorker.sendMessageToWorker", { sessionId, message: JSON.stringify(evaluate) });
  // Detached, or the debugger would hold the thread when it is ended.
  await session.post("NodeWorker.disable");
  session.disconnect();
}
