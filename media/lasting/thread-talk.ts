/** What a thread may be asked, by name: what goes in and what comes back, all of it to be cloned or transferred. */
export type CallTable = Record<string, { data: unknown; reply: unknown }>;

/** A call on its way to the thread. */
export type Call<Calls extends CallTable> = {
  [Name in keyof Calls]: { kind: "call"; id: number; name: Name; data: Calls[Name]["data"] };
}[keyof Calls];

/** What the main thread says: calls, and that everything is to be closed, whereupon the thread ends. */
export type ToThread<Calls extends CallTable> = Call<Calls> | { kind: "close" };

/** What the thread says: that it is well, four times a second; answers; and what it tells unasked. `marks` are what cloning takes off an error. */
export type FromThread<Told> =
  | { kind: "well" }
  | { kind: "answered"; id: number; reply: unknown }
  | { kind: "failed"; id: number; error: Error; marks: { name: string; code?: unknown } }
  | { kind: "told"; told: Told };

/** How often a thread says that it is well. */
export const wellMs = 250;
