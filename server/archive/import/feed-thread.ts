import { parentPort, workerData } from "node:worker_threads";
import { planFeed } from "./plan-feed.ts";

// What it reads was written by strangers: a document that takes all the memory or the time takes this thread down, and nothing else.
parentPort?.postMessage(planFeed(workerData as string));
