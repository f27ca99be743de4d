import { v5 } from "uuid";

/** Podcasting 2.0's namespace for feeds. */
const namespace = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";

/** `podcast:guid` of a feed: UUIDv5 of its address without scheme and trailing slashes. */
export const feedGuid = (url: string): string => v5(url.replace(/^\w+:\/\//, "").replace(/\/+$/, ""), namespace);
