import { ErrorCode } from "../../schemas/errors.ts";
import { isAllowed, lentActions, type Action } from "../../schemas/permissions.ts";
import {
  requestActions,
  requests,
  type Answer,
  type RequestData,
  type RequestName,
  type RequestReply,
} from "../../schemas/signalling.ts";
import { Refusal } from "../errors.ts";
import { requireSeat, type Line, type Seat } from "./line.ts";

/** Characters of JSON: the longest real request, rtpCapabilities of a browser, has about 8,000. */
const longestRequest = 32_000;

/** What still makes sense when the show has ended; all else is refused as `show.ended`. */
const afterTheEnd = new Set<RequestName>(["join", "leave", "closeProducer", "setMicrophone", "endShow", "setAir"]);

function parse<Name extends RequestName>(name: Name, raw: unknown): RequestData<Name> {
  // Nothing at all has no JSON.
  const json = JSON.stringify(raw) as string | undefined;
  if (json !== undefined && json.length > longestRequest) throw new Refusal("request.too_large");
  const parsed = requests[name].data.safeParse(raw);
  if (!parsed.success) throw new Refusal("request.malformed");
  return parsed.data as RequestData<Name>;
}

// Rooms of media/ throw errors of their own that carry a code of the contract.
function codeOf(error: unknown, onBug: (error: unknown) => void): ErrorCode {
  const code = error instanceof Error && "code" in error ? ErrorCode.safeParse(error.code) : undefined;
  if (code?.success) return code.data;
  onBug(error);
  return "server.failed";
}

const isAcknowledgement = (reply: unknown): reply is (answer: unknown) => void => typeof reply === "function";

/**
 * Answers one kind of request of a socket: brake, session, parse, `authorise`, handle. It never throws; an emit without acknowledgement is ignored;
 * what is not a refusal is a bug, reported and answered with `server.failed`.
 */
export function answer<Name extends RequestName>(
  line: Line,
  name: Name,
  authorise: (data: RequestData<Name>) => Promise<void>,
  handle: (data: RequestData<Name>) => Promise<RequestReply<Name>>,
) {
  const listener = async (raw: unknown, reply: unknown) => {
    if (!isAcknowledgement(reply)) return;
    const say: (answered: Answer<Name>) => void = reply;
    try {
      await line.brake(name);
      await line.requireSession();
      const data = parse(name, raw);
      await authorise(data);
      say({ ok: true, data: await handle(data) });
    } catch (error) {
      say({ ok: false, error: codeOf(error, line.onBug) });
    }
  };
  (line.socket as { on(name: string, listener: (raw: unknown, reply: unknown) => void): unknown }).on(name, listener);
}

// A loan widens what a pupil of the class may do by the rows of the table that name a technician, and by nothing else.
function isTechnician({ socket }: Line, { peer }: Seat, action: Action): boolean {
  const part = lentActions[action];
  const isLent = part !== undefined && peer.strip.lent.includes(part);
  return isLent && isAllowed(socket.data.actor.role, action, "technician");
}

/** Answers a request about the studio that the socket has joined, by the action that the contract names for it. */
export function answerInStudio<Name extends RequestName>(
  line: Line,
  name: Name,
  handle: (seat: Seat, data: RequestData<Name>) => Promise<RequestReply<Name>>,
) {
  const authorise = async () => {
    const seat = requireSeat(line);
    const { showId, studio } = seat;
    const action: Action = isTechnician(line, seat, requestActions[name]) ? "studio.participate" : requestActions[name];
    await line.access.require(line.socket.data.actor, action, { showId });
    if (studio.transmission.state === "ended" && !afterTheEnd.has(name)) throw new Refusal("show.ended");
  };
  answer(line, name, authorise, (data) => handle(requireSeat(line), data));
}
