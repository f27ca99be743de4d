import { v7 } from "uuid";
import { TakeId } from "../../schemas/ids.ts";

/** A name for a take before the station knows of it. */
export const newTakeId = (): TakeId => TakeId.parse(v7());
