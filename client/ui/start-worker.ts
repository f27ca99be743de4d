/** Whether this browser can have the worker at all: over HTTPS, or on the machine itself. */
const canWork = () => "serviceWorker" in navigator && isSecureContext;

/** Has the worker behind this page once the page is idle, so that it takes no data from the first sound. Nothing where there can be none. */
export function startWorker(): void {
  if (!canWork() || import.meta.env.DEV) return;
  const start = () => void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

/** Has the worker keep what pupils' pages need without a network. */
export function keepTrainingPages(): void {
  startWorker();
  void findWorker().then((found) => found?.active?.postMessage("training"));
}

/** The worker behind the pages once it is ready; `undefined` where there can be none. */
export const findWorker = async (): Promise<ServiceWorkerRegistration | undefined> =>
  canWork() && !import.meta.env.DEV ? await navigator.serviceWorker.ready : undefined;
