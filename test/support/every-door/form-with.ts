import sharp from "sharp";
import { knownAnchor } from "../known-anchor.ts";

const side = 1_400;
let cover: Promise<Buffer> | undefined;
// One colour, of the size that a podcast's cover must have: a few kilobytes.
const makeCover = () =>
  sharp({ create: { width: side, height: side, channels: 3, background: "#28a" } })
    .png()
    .toBuffer();

const sampleRate = 8_000;
/** A quarter of a second of a tone, as a WAV file. */
function makeSound(): Buffer {
  const samples = Int16Array.from(
    { length: sampleRate / 4 },
    (_, at) => 8_000 * Math.sin((2 * Math.PI * 440 * at) / sampleRate),
  );
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE(2 * sampleRate, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, new Uint8Array(samples.buffer)]);
}

/** A form as the pages send it, with a small file that is what it says. */
export async function formWith(kind: "cover" | "sound" | "voice" | "anchor", title: string): Promise<FormData> {
  const form = new FormData();
  if (kind === "sound") {
    for (const [name, value] of Object.entries({ title, kind: "jingle", colour: "3" })) form.append(name, value);
  }
  if (kind === "voice") {
    form.append("speaker", "adult");
    form.append("scope", "family");
  }
  if (kind === "anchor") form.append("settings", JSON.stringify({ ...knownAnchor, title }));
  cover ??= makeCover();
  const bytes = kind === "cover" ? await cover : makeSound();
  form.append("file", new Blob([new Uint8Array(bytes)]), "Prénom Nom");
  return form;
}
