import type { AuthenticationResponseJSON } from "@simplewebauthn/browser";
import type { z } from "zod";
import { PasskeyAnswer, type PasskeyQuestion } from "../schemas/passkeys.ts";
import type { BackupState } from "../schemas/backups.ts";
import type { ClassImport, ClassImportPlan } from "../schemas/class-import.ts";
import type { ClassroomOverview } from "../schemas/classroom-overview.ts";
import type { Cart, CartChange, ShowPads } from "../schemas/carts.ts";
import type { Channel, ChannelChange, NewChannel } from "../schemas/channels.ts";
import type { ErasureWish, PupilTraces } from "../schemas/erasure.ts";
import type { EpisodeVoices, NewVoiceConsent, PupilConsent, VoiceConsent } from "../schemas/consent.ts";
import type { Episode, EpisodeChange } from "../schemas/episodes.ts";
import type {
  Family,
  FamilyAnswer,
  FamilyHome,
  FamilyLanguage,
  FamilyLink,
  FamilyVoice,
  NewFamily,
} from "../schemas/families.ts";
import type {
  AccountId,
  CartId,
  ChannelId,
  ClassroomId,
  EpisodeId,
  FamilyId,
  JobId,
  PupilId,
  ShowId,
} from "../schemas/ids.ts";
import type { Job } from "../schemas/jobs.ts";
import type { JournalPage, JournalQuery } from "../schemas/journal.ts";
import type { Classroom, NewClassroom, NewPupil, Pupil, School, Session, Setup } from "../schemas/people.ts";
import type { DrawnSecret, PictureSecret } from "../schemas/pictures.ts";
import type { Leaving } from "../schemas/retention.ts";
import type { NewOidcFlow, OidcFlow, SignInProvider } from "../schemas/oidc.ts";
import type { SchoolRoom } from "../schemas/school-room.ts";
import type { SchoolYearChange, SchoolYearPlan } from "../schemas/school-years.ts";
import type { Rundown, RundownChange } from "../schemas/rundown.ts";
import type { LiveState } from "../schemas/live.ts";
import type { NewShow, NewSlot, Show, ShowChange, SlotChange } from "../schemas/shows.ts";
import type { PlayedSound } from "../schemas/sound-rights.ts";
import type {
  NewInvitation,
  SignInWays,
  StaffAcceptance,
  StaffChange,
  StaffLink,
  StaffMember,
  StaffWelcome,
} from "../schemas/staff.ts";
import { keepingApi } from "./keeping-api.ts";
import { accountApi } from "./account-api.ts";
import { take, upload, type UploadOptions } from "./ask.ts";
import { of, server } from "./server.ts";

export { ApiError, refusalOf } from "./ask.ts";

export type ClassDoor = { classroom: Pick<Classroom, "id" | "name">; school: School; pupils: Pupil[] };
export type ClassroomPage = {
  classroom: Classroom;
  pupils: Pupil[];
  channels: Channel[];
  /** The last day, `YYYY-MM-DD`, of an answer about a voice that names none. */
  consentsEndOn: string;
};
export type ChannelPage = {
  channel: Channel;
  school: Pick<School, "name" | "city">;
  classroomName: string;
  liveShow: Show | null;
  nextShow: Show | null;
  episodes: Episode[];
  /** Whether a pupil or a member of staff is signed in here, who may be in the school. */
  isSignedIn: boolean;
  /** Whether this is a family's device. */
  isFamily: boolean;
  /** What the addresses of feed and calendar begin with, without their ending; `null` for whoever has no feed of this channel. */
  feed: { path: string; isPrivate: boolean } | null;
};
/** A channel that everybody may find, with what it airs now and next, and what it published last. */
export type PublicChannel = Pick<ChannelPage, "channel" | "school" | "classroomName" | "liveShow" | "nextShow"> & {
  latestEpisode: Episode | null;
};
/** A show of a classroom with the channel it goes out on. */
export type ClassShow = { show: Show; channel: Channel };
export type ShowPage = { show: Show; channel: Channel; episode: Episode | null };

/** Every question that a page asks of the server, by noun; typed by the server's own routes. */
export const api = {
  setup: {
    read: () => take(server.setup.$get()),
    complete: (setup: Setup): Promise<Session> => take(server.setup.$post({ json: setup })),
  },
  session: {
    read: (): Promise<Session> => take(server.sessions.current.$get()),
    open: (credentials: { email: string; password: string; code?: string }): Promise<Session> =>
      take(server.sessions.$post({ json: credentials })),
    openForPupil: (entry: { code: string; pupilId: PupilId; pictures?: PictureSecret }): Promise<Session> =>
      take(server["pupil-sessions"].$post({ json: entry })),
    openForFamily: (entry: { token: string; pin?: string }): Promise<Session> =>
      take(server["family-sessions"].$post({ json: entry })),
    close: () => take(server.sessions.current.$delete()),
    readWays: (): Promise<SignInWays> => take(server["sign-in-ways"].$get()),
    /** What the browser's authenticator is asked, for {@link openByPasskey}. */
    beginPasskey: (): Promise<PasskeyQuestion> => take(server["passkey-challenges"].$post()),
    openByPasskey: (answer: AuthenticationResponseJSON): Promise<Session> =>
      take(server["passkey-sessions"].$post({ json: { answer: PasskeyAnswer.parse(answer) } })),
    /** A letter with a link for a lost password; resolves whether somebody has this e-mail or not. */
    askForLetter: (email: string) => take(server["password-requests"].$post({ json: { email } })),
  },
  /** The page of the family that is signed in here. */
  readFamilyHome: (): Promise<FamilyHome> => take(server.family.$get()),
  familyVoices: {
    list: (): Promise<FamilyVoice[]> => take(server.family.voices.$get()),
    answer: (id: PupilId, answer: FamilyAnswer): Promise<FamilyVoice> =>
      take(server.family.voices[":id"].$post({ ...of(id), json: answer })),
  },
  account: accountApi,
  journal: {
    /** Acts of the school, newest first; what is not chosen is left out. */
    read: (query: JournalQuery): Promise<JournalPage> =>
      take(
        server.journal.$get({ query: { ...query, ...(query.before && { before: String(query.before) }) } as never }),
      ),
  },
  backup: { read: () => take<BackupState>(server.backup.$get()) },
  oidc: {
    list: (): Promise<SignInProvider[]> => take(server.oidc.$get()),
    begin: (provider: string, flow: NewOidcFlow): Promise<OidcFlow> =>
      take(server.oidc[":provider"].flows.$post({ param: { provider }, json: flow })),
    enterWithStep: (code: string): Promise<Session> => take(server["oidc-sessions"].$post({ json: { code } })),
  },
  staff: {
    list: (): Promise<StaffMember[]> => take(server.staff.$get()),
    invite: (invitation: NewInvitation): Promise<StaffLink> =>
      take(server["staff-invitations"].$post({ json: invitation })),
    change: (id: AccountId, change: StaffChange): Promise<StaffMember> =>
      take(server.staff[":id"].$patch({ ...of(id), json: change })),
    removeSecondStep: (id: AccountId) => take(server.staff[":id"]["second-step"].$delete(of(id))),
    renewPassword: (id: AccountId): Promise<StaffLink> => take(server.staff[":id"]["password-links"].$post(of(id))),
    readLink: (token: string): Promise<StaffWelcome> => take(server["staff-links"].read.$post({ json: { token } })),
    acceptLink: (acceptance: StaffAcceptance): Promise<Session> =>
      take(server["staff-links"].accept.$post({ json: acceptance })),
  },
  /** What an admin sees and does of the whole school. */
  school: {
    listClassrooms: (): Promise<ClassroomOverview[]> => take(server.school.classrooms.$get()),
    setTeachers: (id: ClassroomId, accountIds: AccountId[]) =>
      take(server.classrooms[":id"].teachers.$put({ ...of(id), json: { accountIds } })),
    previewImport: (list: ClassImport): Promise<ClassImportPlan> =>
      take(server["class-import-previews"].$post({ json: list })),
    readRoom: (): Promise<SchoolRoom> => take(server.school.room.$get()),
    setQuota: (quotaBytes: number | null): Promise<SchoolRoom> =>
      take(server.school.room.$put({ json: { quotaBytes } })),
    previewYear: (change: SchoolYearChange): Promise<SchoolYearPlan> =>
      take(server["school-year-previews"].$post({ json: change })),
    turnYear: (change: SchoolYearChange): Promise<SchoolYearPlan> =>
      take(server["school-years"].$post({ json: change })),
    restore: (id: ClassroomId): Promise<Classroom> => take(server.classrooms[":id"].restorations.$post(of(id))),
    importClasses: (list: ClassImport): Promise<ClassImportPlan> => take(server["class-imports"].$post({ json: list })),
  },
  classrooms: {
    openDoor: (code: string): Promise<ClassDoor> =>
      take(server["class-codes"][":code"].$get({ param: { code: encodeURIComponent(code) } })),
    list: (): Promise<Classroom[]> => take(server.classrooms.$get()),
    create: (classroom: z.infer<typeof NewClassroom>): Promise<Classroom> =>
      take(server.classrooms.$post({ json: classroom })),
    change: (id: ClassroomId, change: Partial<z.infer<typeof NewClassroom>>): Promise<Classroom> =>
      take(server.classrooms[":id"].$patch({ ...of(id), json: change })),
    read: (id: ClassroomId): Promise<ClassroomPage> => take(server.classrooms[":id"].$get(of(id))),
    renewCode: (id: ClassroomId): Promise<Classroom> => take(server.classrooms[":id"]["class-codes"].$post(of(id))),
    addPupil: (id: ClassroomId, pupil: NewPupil): Promise<Pupil> =>
      take(server.classrooms[":id"].pupils.$post({ ...of(id), json: pupil })),
    listFamilies: (id: ClassroomId): Promise<Family[]> => take(server.classrooms[":id"].families.$get(of(id))),
    /** The tokens of the links, for slips. */
    listFamilyLinks: (id: ClassroomId): Promise<FamilyLink[]> =>
      take(server.classrooms[":id"]["family-links"].$get(of(id))),
    addFamily: (id: ClassroomId, family: NewFamily): Promise<Family> =>
      take(server.classrooms[":id"].families.$post({ ...of(id), json: family })),
    /** Who has three pictures to touch after their bird. */
    listPictures: (id: ClassroomId): Promise<{ pupilIds: PupilId[] }> =>
      take(server.classrooms[":id"].pictures.$get(of(id))),
    drawPictures: (id: ClassroomId): Promise<DrawnSecret[]> => take(server.classrooms[":id"].pictures.$post(of(id))),
    /** What will be removed of it within thirty days. */
    listLeaving: (id: ClassroomId): Promise<Leaving[]> => take(server.classrooms[":id"].leaving.$get(of(id))),
    /** What holds today for each pupil's voice. */
    listConsents: (id: ClassroomId): Promise<PupilConsent[]> => take(server.classrooms[":id"].consents.$get(of(id))),
    listShows: async (id: ClassroomId): Promise<ClassShow[]> => {
      const [{ channels }, shows] = await Promise.all([
        take(server.classrooms[":id"].$get(of(id))),
        take(server.classrooms[":id"].shows.$get(of(id))),
      ]);
      const named = new Map(channels.map((channel) => [channel.id, channel]));
      return shows.flatMap((show) => {
        const channel = named.get(show.channelId);
        return channel === undefined ? [] : [{ show, channel }];
      });
    },
    arrangeCarts: (id: ClassroomId, cartIds: readonly CartId[]): Promise<Cart[]> =>
      take(server.classrooms[":id"].pads.$put({ ...of(id), json: { cartIds: [...cartIds] } })),
    listCarts: (id: ClassroomId): Promise<Cart[]> => take(server.classrooms[":id"].carts.$get(of(id))),
  },
  families: {
    changeLanguage: (id: FamilyId, language: FamilyLanguage): Promise<Family> =>
      take(server.families[":id"].$patch({ ...of(id), json: { language } })),
    addChild: (id: FamilyId, pupilId: PupilId): Promise<Family> =>
      take(server.families[":id"].children[":pupilId"].$put({ param: { id, pupilId } })),
    removeChild: (id: FamilyId, pupilId: PupilId) =>
      take(server.families[":id"].children[":pupilId"].$delete({ param: { id, pupilId } })),
    renewLink: (id: FamilyId): Promise<Family> => take(server.families[":id"].links.$post(of(id))),
    revokeLink: (id: FamilyId): Promise<Family> => take(server.families[":id"].link.$delete(of(id))),
    drawPin: (id: FamilyId): Promise<{ pin: string }> => take(server.families[":id"].pins.$post(of(id))),
    removePin: (id: FamilyId): Promise<Family> => take(server.families[":id"].pin.$delete(of(id))),
  },
  pupils: {
    change: (id: PupilId, change: Partial<NewPupil>): Promise<Pupil> =>
      take(server.pupils[":id"].$patch({ ...of(id), json: change })),
    readConsents: (id: PupilId): Promise<VoiceConsent[]> => take(server.pupils[":id"].consents.$get(of(id))),
    listEpisodes: (id: PupilId): Promise<Episode[]> => take(server.pupils[":id"].episodes.$get(of(id))),
    addConsent: (id: PupilId, consent: NewVoiceConsent): Promise<PupilConsent> =>
      take(server.pupils[":id"].consents.$post({ ...of(id), json: consent })),
    exportUrl: (id: PupilId) => `/api/pupils/${id}/export`,
    drawPictures: (id: PupilId): Promise<DrawnSecret> => take(server.pupils[":id"].pictures.$post(of(id))),
    removePictures: (id: PupilId) => take(server.pupils[":id"].pictures.$delete(of(id))),
    /** Opens the door once to a pupil who forgot their pictures. */
    letIn: (id: PupilId) => take(server.pupils[":id"]["door-passes"].$post(of(id))),
    /** What erasing them would touch. */
    readTraces: (id: PupilId): Promise<PupilTraces> => take(server.pupils[":id"].traces.$get(of(id))),
    remove: (id: PupilId, names?: ErasureWish["names"]) =>
      take(server.pupils[":id"].$delete({ ...of(id), query: { ...(names !== undefined && { names }) } })),
  },
  channels: {
    listPublic: (): Promise<PublicChannel[]> => take(server.channels.$get()),
    open: (slug: string): Promise<ChannelPage> =>
      take(server.channels[":slug"].$get({ param: { slug: encodeURIComponent(slug) } })),
    live: (slug: string): Promise<LiveState> =>
      take(server.channels[":slug"].live.$get({ param: { slug: encodeURIComponent(slug) } })),
    create: (id: ClassroomId, channel: NewChannel): Promise<Channel> =>
      take(server.classrooms[":id"].channels.$post({ ...of(id), json: channel })),
    change: (id: ChannelId, change: ChannelChange): Promise<Channel> =>
      take(server.channels[":id"].$patch({ ...of(id), json: change })),
    sendCover: (id: ChannelId, form: FormData, options: UploadOptions) =>
      upload<Channel>("PUT", `/channels/${id}/cover`, form, options),
    removeCover: (id: ChannelId): Promise<Channel> => take(server.channels[":id"].cover.$delete(of(id))),
    listAllEpisodes: (id: ChannelId): Promise<Episode[]> => take(server.channels[":id"]["all-episodes"].$get(of(id))),
    addShow: (id: ChannelId, show: NewShow): Promise<Show> =>
      take(server.channels[":id"].shows.$post({ ...of(id), json: show })),
    addSlot: (id: ChannelId, slot: NewSlot): Promise<Show[]> =>
      take(server.channels[":id"].slots.$post({ ...of(id), json: slot })),
  },
  shows: {
    read: (id: ShowId): Promise<ShowPage> => take(server.shows[":id"].$get(of(id))),
    change: (id: ShowId, change: z.infer<typeof ShowChange>): Promise<Show> =>
      take(server.shows[":id"].$patch({ ...of(id), json: change })),
    remove: (id: ShowId) => take(server.shows[":id"].$delete(of(id))),
    readRundown: (id: ShowId): Promise<Rundown> => take(server.shows[":id"].rundown.$get(of(id))),
    saveRundown: (id: ShowId, change: RundownChange): Promise<Rundown> =>
      take(server.shows[":id"].rundown.$put({ ...of(id), json: change })),
    readPads: (id: ShowId): Promise<ShowPads> => take(server.shows[":id"].pads.$get(of(id))),
    setPads: (id: ShowId, cartIds: readonly CartId[]): Promise<ShowPads> =>
      take(server.shows[":id"].pads.$put({ ...of(id), json: { cartIds: [...cartIds] } })),
    clearPads: (id: ShowId): Promise<ShowPads> => take(server.shows[":id"].pads.$delete(of(id))),
    /** Changes the weekly slot of a show, from it on. */
    changeFollowing: (id: ShowId, change: SlotChange): Promise<Show> =>
      take(server.shows[":id"].following.$patch({ ...of(id), json: change })),
    /** Calls off the weekly slot of a show, from it on. */
    removeFollowing: (id: ShowId) => take(server.shows[":id"].following.$delete(of(id))),
  },
  carts: {
    add: (id: ClassroomId, form: FormData, options: UploadOptions) =>
      upload<Cart>("POST", `/classrooms/${id}/carts`, form, options),
    change: (id: CartId, change: z.infer<typeof CartChange>): Promise<Cart> =>
      take(server.carts[":id"].$patch({ ...of(id), json: change })),
    remove: (id: CartId) => take(server.carts[":id"].$delete(of(id))),
    soundUrl: (id: CartId) => `/api/carts/${id}/sound`,
  },
  episodes: {
    read: (id: EpisodeId): Promise<Episode> => take(server.episodes[":id"].$get(of(id))),
    listSounds: (id: EpisodeId): Promise<PlayedSound[]> => take(server.episodes[":id"].sounds.$get(of(id))),
    readVoices: (id: EpisodeId): Promise<EpisodeVoices> => take(server.episodes[":id"].voices.$get(of(id))),
    change: (id: EpisodeId, change: EpisodeChange): Promise<Episode> =>
      take(server.episodes[":id"].$patch({ ...of(id), json: change })),
    /** Makes the episode anew without these voices, and with all others. */
    leaveOut: (id: EpisodeId, pupilIds: PupilId[]): Promise<Episode> =>
      take(server.episodes[":id"]["left-out-voices"].$put({ ...of(id), json: { pupilIds } })),
    publish: (id: EpisodeId): Promise<Episode> => take(server.episodes[":id"].publication.$put(of(id))),
    /** Puts the end of an episode that is announced off by a year. */
    keepLonger: (id: EpisodeId) => take(server.episodes[":id"].keeping.$put(of(id))),
    unpublish: (id: EpisodeId): Promise<Episode> => take(server.episodes[":id"].publication.$delete(of(id))),
  },
  ...keepingApi,
  jobs: {
    read: (id: JobId): Promise<Job> => take(server.jobs[":id"].$get(of(id))),
    cancel: (id: JobId) => take(server.jobs[":id"].$delete(of(id))),
    retry: (id: JobId) => take(server.jobs[":id"].retries.$post(of(id))),
  },
};
