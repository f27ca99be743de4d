// Works behind the pages of listeners and families, also while none of them is open: one file of client/worker for each concern.
import { keepPagesOffline } from "./worker/pages-offline.ts";
import { showNews } from "./worker/show-news.ts";
import { worker } from "./worker/worker-scope.ts";

keepPagesOffline();
showNews();

// A new version serves from its first page on: what it keeps is named by content, so that a page of the former one misses nothing.
worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
