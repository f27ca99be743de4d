import type { PushedNews } from "../../schemas/news.ts";
import { pushedWords } from "./pushed-words.ts";
import { worker } from "./worker-scope.ts";

// Only the station can send here: what it sends is encrypted for this browser and has the station's form.
const newsIn = (data: { json(): unknown } | null) => data?.json() as PushedNews | undefined;

const isOwnPath = (path: unknown): path is string => typeof path === "string" && /^\/[^/\\]/.test(path);

async function show(news: PushedNews): Promise<void> {
  await worker.registration.showNotification(news.radio, {
    body: pushedWords(news),
    lang: news.language,
    dir: news.language === "ar" ? "rtl" : "ltr",
    icon: "/icon.svg",
    // What has begun takes the place of what was soon to begin.
    tag: news.kind === "episode" ? `episode ${news.path}` : `live ${news.path}`,
    data: news.path,
  });
}

/** Shows what the station tells, and opens the radio's page when it is touched. */
export function showNews(): void {
  worker.addEventListener("push", (event) => {
    const news = newsIn(event.data);
    if (news !== undefined) event.waitUntil(show(news));
  });
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    const path: unknown = event.notification.data;
    if (isOwnPath(path)) event.waitUntil(worker.clients.openWindow(path));
  });
}
