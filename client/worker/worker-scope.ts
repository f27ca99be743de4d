/** What keeps a worker awake until its promise is settled. */
export type LastingEvent = Event & { waitUntil(work: Promise<unknown>): void };

/** A request of a page, which the worker may answer instead of the network. */
export type RequestEvent = LastingEvent & { readonly request: Request; respondWith(answer: Promise<Response>): void };

/** Something that a page says. */
export type ToldEvent = LastingEvent & { readonly data: unknown };

/** Something that a push service brought. */
export type PushedEvent = LastingEvent & { readonly data: { json(): unknown } | null };

/** Somebody touched a notification. */
export type TouchedEvent = LastingEvent & { readonly notification: Notification };

type EventsOfWorker = {
  push: PushedEvent;
  notificationclick: TouchedEvent;
  install: LastingEvent;
  activate: LastingEvent;
  fetch: RequestEvent;
  message: ToldEvent;
};

/** What this code knows of the place where a service worker runs; the types that come with pages do not have it. */
export type WorkerScope = {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void>; openWindow(path: string): Promise<unknown> };
  addEventListener<Name extends keyof EventsOfWorker>(name: Name, act: (event: EventsOfWorker[Name]) => void): void;
};

/** The worker itself. */
export const worker = globalThis as unknown as WorkerScope;
