import type { Liveliness } from "../../../media/speech/liveliness.ts";
import type { TakeMeasures } from "../../../schemas/takes.ts";

/** What the page gives the worker that measures speech: a piece of what is being said, or a whole take. */
export type ToSpeechWorker = { block: Float32Array; rate: number } | { take: Float32Array; rate: number };

/** What it answers: how lively the last seconds were, or all that was measured of the take. */
export type FromSpeechWorker = { live: Liveliness } | { measures: TakeMeasures };
