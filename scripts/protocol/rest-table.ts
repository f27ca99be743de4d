import { z } from "zod";
import { Cart, CartChange, NewCart, PadOrder, ShowPads } from "../../schemas/carts.ts";
import { Channel, ChannelChange, NewChannel, SisterChannel } from "../../schemas/channels.ts";
import { PupilTraces } from "../../schemas/erasure.ts";
import { EpisodeVoices, LeftOutChoice, NewVoiceConsent, PupilConsent, VoiceConsent } from "../../schemas/consent.ts";
import { Episode, EpisodeChange } from "../../schemas/episodes.ts";
import {
  Family,
  FamilyAnswer,
  FamilyChange,
  FamilyEntry,
  FamilyHome,
  FamilyLink,
  FamilyVoice,
  NewFamily,
  Pin,
} from "../../schemas/families.ts";
import { Job } from "../../schemas/jobs.ts";
import {
  Classroom,
  ClassroomChange,
  Credentials,
  NewClassroom,
  NewPupil,
  Pupil,
  PupilChange,
  School,
  Session,
  Setup,
} from "../../schemas/people.ts";
import { PersonsOf } from "../../schemas/persons.ts";
import { NewShow, NewSlot, Show, ShowChange, SlotChange } from "../../schemas/shows.ts";
import { Rundown, RundownChange } from "../../schemas/rundown.ts";
import { PlayedSound } from "../../schemas/sound-rights.ts";
import { restAccount } from "./rest-account.ts";
import { restPupilDoors } from "./rest-pupil-doors.ts";
import { restProgress } from "./rest-progress.ts";
import { restOral } from "./rest-oral.ts";
import { restImports } from "./rest-imports.ts";
import { restJournal } from "./rest-journal.ts";
import { restFeeds } from "./rest-feeds.ts";
import { restNews } from "./rest-news.ts";
import { restListening } from "./rest-listening.ts";
import { restLive } from "./rest-live.ts";
import { restReplies } from "./rest-replies.ts";
import { restRetention } from "./rest-retention.ts";
import { restSchool } from "./rest-school.ts";
import { restStaff } from "./rest-staff.ts";

/** What a route does, what it takes and what it answers: a schema is JSON, a text is something else. */
export type RestEntry = { does: string; body?: z.ZodType; form?: z.ZodType; answers?: z.ZodType | string };

const ChannelPage = z.strictObject({
  channel: Channel,
  school: School.pick({ name: true, city: true }),
  classroomName: z.string(),
  liveShow: Show.nullable(),
  nextShow: Show.nullable(),
  episodes: z.array(Episode),
  episodeCount: z.int().min(0),
  persons: PersonsOf,
  sisters: z.array(SisterChannel),
  isSignedIn: z.boolean(),
  isFamily: z.boolean(),
  feed: z.strictObject({ path: z.string(), isPrivate: z.boolean() }).nullable(),
});

const ListedChannel = ChannelPage.pick({ channel: true, school: true, classroomName: true }).extend({
  liveShow: Show.nullable(),
  nextShow: Show.nullable(),
  latestEpisode: Episode.nullable(),
});

/** Every route under its method and path. scripts/write-protocol.ts refuses a route that is missing here, and an entry without a route. */
export const restTable = {
  "GET /healthz": {
    does: "State of database, media worker, mixer, ffmpeg and disk space.",
    answers: "JSON; 200, or 503 when a part is down",
  },
  "GET /api/setup": {
    does: "Whether this station still waits for its first school.",
    answers: z.strictObject({ isNeeded: z.boolean() }),
  },
  "POST /api/setup": {
    does: "Creates the first school, teacher, classroom and channel, and signs the teacher in.",
    body: Setup,
    answers: Session,
  },
  "POST /api/sessions": { does: "Signs a member of staff in.", body: Credentials, answers: Session },
  "GET /api/sessions/current": { does: "Who is signed in on this device.", answers: Session },
  "DELETE /api/sessions/current": { does: "Signs out." },
  ...restAccount,
  ...restSchool,
  ...restStaff,
  ...restJournal,
  ...restNews,
  ...restReplies,
  ...restRetention,
  ...restPupilDoors,
  "POST /api/family-sessions": {
    does: "The token of a private link opens a session of its family on this device; with a PIN, that is wanted too.",
    body: FamilyEntry,
    answers: Session,
  },
  "GET /api/family": {
    does: "What a family's link opens: the channels of its children's classes.",
    answers: FamilyHome,
  },
  "GET /api/family/voices": {
    does: "How far the voices of the family's children go today.",
    answers: z.array(FamilyVoice),
  },
  "POST /api/family/voices/:id": {
    does: "The family's own answer about a child's voice, with a name and its PIN; it counts at once.",
    body: FamilyAnswer,
    answers: FamilyVoice,
  },
  "GET /api/classrooms/:id/families": {
    does: "The families with a child in the classroom, the oldest first.",
    answers: z.array(Family),
  },
  "GET /api/classrooms/:id/family-links": {
    does: "The tokens that slips are printed from, of the links that were not taken back.",
    answers: z.array(FamilyLink),
  },
  "POST /api/classrooms/:id/families": {
    does: "Makes a family of one or more pupils of the classroom, with its link.",
    body: NewFamily,
    answers: Family,
  },
  "PATCH /api/families/:id": { does: "Changes the language of a family.", body: FamilyChange, answers: Family },
  "PUT /api/families/:id/children/:pupilId": { does: "Brings a child into a family.", answers: Family },
  "DELETE /api/families/:id/children/:pupilId": {
    does: "Takes a child out of a family; a family without children is gone, with its link.",
  },
  "POST /api/families/:id/links": {
    does: "Makes another link; what the former one opened is shut.",
    answers: Family,
  },
  "DELETE /api/families/:id/link": { does: "Takes the link back.", answers: Family },
  "POST /api/families/:id/pins": {
    does: "Draws a PIN that the link asks for on a new device, and tells it this once.",
    answers: z.strictObject({ pin: Pin }),
  },
  "DELETE /api/families/:id/pin": { does: "The link asks for no PIN any more.", answers: Family },
  "GET /api/classrooms": {
    does: "A teacher's classrooms; an admin's are the whole school's.",
    answers: z.array(Classroom),
  },
  "POST /api/classrooms": { does: "Creates a classroom.", body: NewClassroom, answers: Classroom },
  "GET /api/classrooms/:id": {
    does: "A classroom with its pupils and channels. Pupils get an empty code. `consentsEndOn` is the last day of an answer about a voice that names none.",
    answers: z.strictObject({
      classroom: Classroom,
      pupils: z.array(Pupil),
      channels: z.array(Channel),
      consentsEndOn: z.iso.date(),
    }),
  },
  "PATCH /api/classrooms/:id": { does: "Changes a classroom.", body: ClassroomChange, answers: Classroom },
  "POST /api/classrooms/:id/class-codes": {
    does: "Renews the class code; the sessions that the former one opened end.",
    answers: Classroom,
  },
  "POST /api/classrooms/:id/pupils": { does: "Prepares an avatar.", body: NewPupil, answers: Pupil },
  "PATCH /api/pupils/:id": { does: "Changes an avatar.", body: PupilChange, answers: Pupil },
  "DELETE /api/pupils/:id": {
    does: "Erases a pupil for good, with their voice in every recording; `?names=everywhere` takes their first name out of every text of the school too. 202 when the database's file is written anew only later.",
  },
  "GET /api/pupils/:id/export": {
    does: "Everything that the station keeps of a pupil: a page to read, the same as JSON, and their tracks.",
    answers: "application/zip",
  },
  "GET /api/pupils/:id/traces": { does: "What erasing a pupil would touch.", answers: PupilTraces },
  "GET /api/classrooms/:id/consents": {
    does: "What holds today for each pupil's voice, in the alphabet's order.",
    answers: z.array(PupilConsent),
  },
  "GET /api/pupils/:id/consents": {
    does: "Every answer about a pupil's voice, the newest first.",
    answers: z.array(VoiceConsent),
  },
  "GET /api/pupils/:id/episodes": {
    does: "The episodes in which a pupil is heard, the newest first: what a withdrawal touches.",
    answers: z.array(Episode),
  },
  "POST /api/pupils/:id/consents": {
    does: "Writes down an answer, which counts from now on: published episodes that go further than a voice in them may leave the feeds at once. What was answered before stays in the history.",
    body: NewVoiceConsent,
    answers: PupilConsent,
  },
  "GET /api/classrooms/:id/shows": {
    does: "The shows of a classroom, which its members may join.",
    answers: z.array(Show),
  },
  "GET /api/channels": { does: "The public channels.", answers: z.array(ListedChannel) },
  "POST /api/classrooms/:id/channels": {
    does: "Creates a channel.",
    body: NewChannel,
    answers: Channel,
  },
  "GET /api/channels/:slug": {
    does: "What a channel's page shows; published episodes, newest first; whether who asks is signed in, and so may listen without delay.",
    answers: ChannelPage,
  },
  "PATCH /api/channels/:id": {
    does: "Changes a channel.",
    body: ChannelChange,
    answers: Channel,
  },
  "PUT /api/channels/:id/cover": {
    does: "Sets the channel's cover: a picture in the form field `file`.",
    form: z.strictObject({}),
    answers: Channel,
  },
  "DELETE /api/channels/:id/cover": { does: "Goes back to the drawn cover.", answers: Channel },
  "POST /api/channels/:id/shows": { does: "Plans a show.", body: NewShow, answers: Show },
  "POST /api/channels/:id/slots": {
    does: "Plans a show every week, at the same hour of the wall clock; each can then be changed or called off alone.",
    body: NewSlot,
    answers: z.array(Show),
  },
  "GET /api/shows/:id": {
    does: "A show with its channel, and the episode it became.",
    answers: z.strictObject({ show: Show, channel: Channel, episode: Episode.nullable() }),
  },
  "PATCH /api/shows/:id": { does: "Changes a show that has not ended.", body: ShowChange, answers: Show },
  "DELETE /api/shows/:id": { does: "Removes a show that never went on air." },
  "PATCH /api/shows/:id/following": {
    does: "Changes a planned show of a weekly slot and those that follow it; they move as far as it does, by the wall clock.",
    body: SlotChange,
    answers: Show,
  },
  "DELETE /api/shows/:id/following": {
    does: "Calls off a planned show of a weekly slot and those that follow it.",
  },
  "GET /api/shows/:id/rundown": { does: "The rundown of a show, with its texts.", answers: Rundown },
  "PUT /api/shows/:id/rundown": {
    does: "Saves the whole rundown; 409 `rundown.changed` when `revision` is not the newest.",
    body: RundownChange,
    answers: Rundown,
  },
  "GET /api/classrooms/:id/carts": { does: "The sounds of a classroom's desk.", answers: z.array(Cart) },
  "POST /api/classrooms/:id/carts": {
    does: "Adds a sound: the form field `file`, and these.",
    form: NewCart,
    answers: Cart,
  },
  "PUT /api/classrooms/:id/pads": {
    does: "Puts the sounds of a classroom in order; those that are not named follow.",
    body: PadOrder,
    answers: z.array(Cart),
  },
  "GET /api/shows/:id/pads": { does: "The sounds on a show's pads.", answers: ShowPads },
  "PUT /api/shows/:id/pads": {
    does: "Gives a show pads of its own, also while it is live.",
    body: PadOrder,
    answers: ShowPads,
  },
  "DELETE /api/shows/:id/pads": { does: "Gives a show the pads of its classroom again.", answers: ShowPads },
  "PATCH /api/carts/:id": { does: "Changes what is set of a sound.", body: CartChange, answers: Cart },
  "DELETE /api/carts/:id": { does: "Removes a sound." },
  "GET /api/carts/:id/sound": { does: "The sound itself, to listen to beforehand.", answers: "audio" },
  "GET /api/channels/:id/all-episodes": {
    does: "All episodes for staff, drafts too, newest first.",
    answers: z.array(Episode),
  },
  "GET /api/episodes/:id": { does: "One episode.", answers: Episode },
  "GET /api/episodes/:id/voices": {
    does: "Who is heard in an episode, and how far it may go: the narrowest of their authorisations.",
    answers: EpisodeVoices,
  },
  "GET /api/episodes/:id/sounds": {
    does: "The sounds that were heard in the show, with their rights, for whoever publishes it.",
    answers: z.array(PlayedSound),
  },
  "PUT /api/episodes/:id/left-out-voices": {
    does: "Makes the episode anew without these pupils' voices, and with everybody else's.",
    body: LeftOutChoice,
    answers: Episode,
  },
  "PATCH /api/episodes/:id": { does: "Changes an episode's credits.", body: EpisodeChange, answers: Episode },
  "DELETE /api/episodes/:id": { does: "Removes an unpublished episode with its recording." },
  "PUT /api/episodes/:id/publication": { does: "Publishes: the feed carries the episode at once.", answers: Episode },
  "DELETE /api/episodes/:id/publication": { does: "Takes the episode out of feed and page.", answers: Episode },
  "GET /api/episodes/:id/chapters.json": {
    does: "The chapters as podcast apps read them.",
    answers: "JSON Chapters 1.2",
  },
  "GET /api/jobs/:id": { does: "Where a long work stands.", answers: Job },
  "DELETE /api/jobs/:id": { does: "Cancels a long work.", answers: Job },
  "POST /api/jobs/:id/retries": { does: "Begins a failed long work again.", answers: Job },
  ...restFeeds,
  ...restOral,
  ...restProgress,
  ...restImports,
  ...restListening,
  ...restLive,
} satisfies Record<string, RestEntry>;
