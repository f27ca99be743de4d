import type {
  Announcement,
  AnnouncementName,
  RequestInput,
  RequestName,
  RequestReply,
} from "../../schemas/signalling.ts";

/** What sound needs of the conversation with the server; client/signalling.ts has more. */
export type Wire = {
  ask<Name extends RequestName>(name: Name, data: RequestInput<Name>): Promise<RequestReply<Name>>;
  /** Hears an announcement until the caller's owner is gone. */
  hear<Name extends AnnouncementName>(name: Name, listener: (data: Announcement<Name>) => void): void;
};
