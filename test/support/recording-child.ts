// A station's recorder as a process of its own, for tests that kill it: records a tone and a voice in real time until it dies.
// Called with a directory; writes the programme's seconds to stdout after every block.
import { createSocket } from "node:dgram";
import { v7 } from "uuid";
import { openRecorderThread } from "../../media/recorder/open-recorder-thread.ts";
import type { RecordingId, ShowId, StripId } from "../../schemas/ids.ts";
import { fakeProgramme, inStereo } from "./fake-programme.ts";
import { opusPackets, rtpPacket } from "./voice-datagrams.ts";
import { toneSamples } from "./sound.ts";

const directory = process.argv[2] ?? "";
const recorders = await openRecorderThread();
const programme = fakeProgramme();
const ids = { recordingId: v7() as RecordingId, showId: v7() as ShowId };
const recording = await recorders.openRecording({ ...ids, directory, programme: programme.port });
const rtp = { ssrc: 1, payloadType: 100, sequence: 60_000, timestamp: 4_294_900_000 };
const stripId = v7() as StripId;
const { port } = await recording.openTrack({ stripId, stripNumber: 1, mixerSsrc: rtp.ssrc, ...rtp });
const block = inStereo(toneSamples(500, -20, 0.02));
const payloads = opusPackets(toneSamples(800, -20, 1));
const socket = createSocket("udp4");
const beganMs = performance.now();
programme.tell({ kind: "aligned", stripId, ssrc: rtp.ssrc, rtpTimestamp: rtp.timestamp, frame: 960 });

setInterval(() => {
  while (programme.frame < (performance.now() - beganMs) * 48) {
    programme.send(block);
    const number = programme.frame / 960 - 1;
    const numbering = { ...rtp, sequence: rtp.sequence + number, timestamp: rtp.timestamp + number * 960 };
    socket.send(rtpPacket(payloads[number % 50] ?? Buffer.alloc(0), numbering), port, "127.0.0.1");
    if (programme.frame % 48_000 === 0) {
      programme.tell({ kind: "loudness", frame: programme.frame, integratedLufs: -20, truePeakDbtp: -17 });
    }
    process.stdout.write(`${programme.frame / 48_000}\n`);
  }
}, 10);
