import { z } from "zod";

const id = <Name extends string>(name: Name) => z.uuid({ error: `not a ${name}` }).brand<Name>();

/** Ids are UUIDv7 text, so that sorting by id sorts by birth. Each noun has its own brand: a show's id does not fit an episode. */
export const SchoolId = id("SchoolId");
/** See {@link SchoolId}. */
export type SchoolId = z.infer<typeof SchoolId>;

/** A person of the staff who signs in. */
export const AccountId = id("AccountId");
/** See {@link AccountId}. */
export type AccountId = z.infer<typeof AccountId>;

/** A browser in which somebody is signed in; it stays the same when its token changes. */
export const SessionId = id("SessionId");
/** See {@link SessionId}. */
export type SessionId = z.infer<typeof SessionId>;

/** Pupils and teachers of one year. */
export const ClassroomId = id("ClassroomId");
/** See {@link ClassroomId}. */
export type ClassroomId = z.infer<typeof ClassroomId>;

/** One pupil of one classroom; the id is the only thing of a pupil that may stand in a log. */
export const PupilId = id("PupilId");
/** See {@link PupilId}. */
export type PupilId = z.infer<typeof PupilId>;

/** A child who waits at the pupils' door for their teacher. */
export const NewcomerId = id("NewcomerId");
/** See {@link NewcomerId}. */
export type NewcomerId = z.infer<typeof NewcomerId>;

/** A household that shares one private link; nothing of its adults is kept but this. */
export const FamilyId = id("FamilyId");
/** See {@link FamilyId}. */
export type FamilyId = z.infer<typeof FamilyId>;

/** A radio with a name, a cover and a feed. */
export const ChannelId = id("ChannelId");
/** See {@link ChannelId}. */
export type ChannelId = z.infer<typeof ChannelId>;

/** One scheduled or live programme of a channel. */
export const ShowId = id("ShowId");
/** See {@link ShowId}. */
export type ShowId = z.infer<typeof ShowId>;

/** A weekly slot: what the shows have in common that were planned together, one a week. */
export const SlotId = id("SlotId");
/** See {@link SlotId}. */
export type SlotId = z.infer<typeof SlotId>;

/** A finished programme; also its guid in the feed, which never changes, unless it was imported with another. */
export const EpisodeId = id("EpisodeId");
/** See {@link EpisodeId}. */
export type EpisodeId = z.infer<typeof EpisodeId>;

/** A podcast on its way into a channel. */
export const PodcastImportId = id("PodcastImportId");
/** See {@link PodcastImportId}. */
export type PodcastImportId = z.infer<typeof PodcastImportId>;

/** What a teacher says of a take. */
export const TakeCommentId = id("TakeCommentId");
/** See {@link TakeCommentId}. */
export type TakeCommentId = z.infer<typeof TakeCommentId>;

/** A class's rubric. */
export const RubricId = id("RubricId");
/** See {@link RubricId}. */
export type RubricId = z.infer<typeof RubricId>;

/** That a pupil was asked to listen to a classmate's take. */
export const PeerInvitationId = id("PeerInvitationId");
/** See {@link PeerInvitationId}. */
export type PeerInvitationId = z.infer<typeof PeerInvitationId>;

/** What one transmission of a show left on disk: programme, tracks, index. */
export const RecordingId = id("RecordingId");
/** See {@link RecordingId}. */
export type RecordingId = z.infer<typeof RecordingId>;

/** One timed part of a show's rundown; made by the page that adds it. */
export const RundownItemId = id("RundownItemId");
/** See {@link RundownItemId}. */
export type RundownItemId = z.infer<typeof RundownItemId>;

/** A sound fired from the desk. */
export const CartId = id("CartId");
/** See {@link CartId}. */
export type CartId = z.infer<typeof CartId>;

/** A long work in the persistent queue. */
export const JobId = id("JobId");
/** See {@link JobId}. */
export type JobId = z.infer<typeof JobId>;

/** A connected browser; a new one for every connection. */
export const PeerId = id("PeerId");
/** See {@link PeerId}. */
export type PeerId = z.infer<typeof PeerId>;

/** A channel strip of the desk; it outlives its peer, so that a person who comes back finds gain and mute as they were. */
export const StripId = id("StripId");
/** See {@link StripId}. */
export type StripId = z.infer<typeof StripId>;

/** Stands for the carts, which a recording keeps on a track of their own, where its strips are named. No strip of a desk has it. */
export const cartsStripId: StripId = StripId.parse("00000000-0000-0000-0000-000000000000");

/** One private address of feeds, for one device. */
export const FeedAddressId = id("FeedAddressId");
/** See {@link FeedAddressId}. */
export type FeedAddressId = z.infer<typeof FeedAddressId>;

/** An oral-skills task that a teacher set for a class. */
export const ExerciseId = id("ExerciseId");
/** See {@link ExerciseId}. */
export type ExerciseId = z.infer<typeof ExerciseId>;

/** One recording that a pupil made for an exercise; made by the page that records it, so that it has a name before it has arrived. */
export const TakeId = id("TakeId");
/** See {@link TakeId}. */
export type TakeId = z.infer<typeof TakeId>;

/** What a family left for a show. */
export const ReplyId = id("ReplyId");
/** See {@link ReplyId}. */
export type ReplyId = z.infer<typeof ReplyId>;

/** A stretch of a school's radio that is looked at, with what pupils and teachers are asked before and after. */
export const CampaignId = id("CampaignId");
/** See {@link CampaignId}. */
export type CampaignId = z.infer<typeof CampaignId>;

/** Something that a class offers to other classes. */
export const OfferId = id("OfferId");
/** See {@link OfferId}. */
export type OfferId = z.infer<typeof OfferId>;

/** A rundown that a class took from another one, to begin shows with. */
export const RundownTemplateId = id("RundownTemplateId");
/** See {@link RundownTemplateId}. */
export type RundownTemplateId = z.infer<typeof RundownTemplateId>;

/** A sound that a school's staff rate to compare their ears. */
export const AnchorId = id("AnchorId");
/** See {@link AnchorId}. */
export type AnchorId = z.infer<typeof AnchorId>;
