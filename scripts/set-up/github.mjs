import { say } from "./say.mjs";

let answer;

/** Whether GitHub answers, asked once. Behind a proxy it counts as reachable, and the download itself finds out. */
export async function isGithubReachable() {
  answer ??= await ask();
  return answer;
}

async function ask() {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true;
  try {
    await fetch("https://github.com/", { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(5_000) });
    return true;
  } catch {
    say("GitHub does not answer: what it would give is built here or taken from the system");
    return false;
  }
}
